package dev.jprof.junit;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Records tests and judges them: what {@link Profiled}, {@link MaxCalls} and {@link MaxTime} register. Stateless. The verdict of a
 * test method is thrown after it, where no handler of its exceptions can swallow it.
 */
public final class ProfiledExtension implements InvocationInterceptor, AfterTestExecutionCallback {
    private static final ExtensionContext.Namespace VERDICTS =
            ExtensionContext.Namespace.create(ProfiledExtension.class);

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        ofMethod(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        ofMethod(invocation, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return ofMethod(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        JudgedTest<Void> judged = new JudgedTest<>(invocation, new TestName(context));
        AssertionFailedError verdict = judged.verdict(context);
        try {
            judged.result();
        } catch (TestAbortedException aborted) {
            throw aborted;
        } catch (Throwable itsOwn) {
            if (verdict != null && !verdict.equals(itsOwn)) {
                itsOwn.addSuppressed(verdict);
            }
            throw itsOwn;
        }
        if (verdict != null) {
            throw verdict;
        }
    }

    private static <T> T ofMethod(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        JudgedTest<T> judged = new JudgedTest<>(invocation, new TestName(context));
        context.getStore(VERDICTS).put(context.getUniqueId(), judged.verdict(context));
        return judged.result();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        AssertionFailedError verdict =
                context.getStore(VERDICTS).remove(context.getUniqueId(), AssertionFailedError.class);
        boolean aborted = context.getExecutionException()
                .filter(TestAbortedException.class::isInstance)
                .isPresent();
        if (verdict != null && !aborted) {
            throw verdict;
        }
    }
}

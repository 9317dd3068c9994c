package dev.jprof.cli.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that need Chromium and its driver: required with {@code JPROF_REQUIRE_ALL=true}, else skipped where there are none. After
 * each of them the browser must have complained of nothing and asked nobody for anything but the page.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Condition.class)
@interface InChromium {
    /** Skips, and looks behind. */
    final class Condition implements ExecutionCondition, BeforeEachCallback, AfterEachCallback {
        private static final String MISSING =
                "Tests of the page are skipped: there is no chromium and chromedriver in the PATH";

        private static boolean said;

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.isInstalled() || Boolean.parseBoolean(System.getenv("JPROF_REQUIRE_ALL"))) {
                return ConditionEvaluationResult.enabled("there is a browser, or must be");
            }
            if (!said) {
                said = true;
                System.out.println(MISSING);
            }
            return ConditionEvaluationResult.disabled(MISSING);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            Chromium.forgetWhatWasSaid();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            if (context.getExecutionException().isEmpty()) {
                Chromium.expectNoComplaints();
            }
        }
    }
}

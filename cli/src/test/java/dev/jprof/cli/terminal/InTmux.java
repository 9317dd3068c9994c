package dev.jprof.cli.terminal;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that need tmux: required with {@code JPROF_REQUIRE_ALL=true}, else skipped where there is none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InTmux.Condition.class)
@interface InTmux {
    /** Skips. */
    final class Condition implements ExecutionCondition {
        private static final String MISSING = "Tests of the terminal are skipped: there is no tmux in the PATH";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (isInstalled() || Boolean.parseBoolean(System.getenv("JPROF_REQUIRE_ALL"))) {
                return ConditionEvaluationResult.enabled("there is tmux, or must be");
            }
            return ConditionEvaluationResult.disabled(MISSING);
        }

        private static boolean isInstalled() {
            try {
                return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
            } catch (IOException missing) {
                return false;
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}

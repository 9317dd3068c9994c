package dev.jprof.cli;

import dev.jprof.cli.attach.Unreachable;
import dev.jprof.report.view.Nearest;
import dev.jprof.report.view.UsageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever stops a command into one line on standard error and an exit code. Never a stack trace. */
final class Failures {
    private final Console console;
    private boolean outputFailed;

    Failures(Console console) {
        this.console = console;
    }

    int unknownVerb(String verb, List<String> verbs) {
        console.complain("jprof: there is no verb '" + verb + "'; did you mean '" + Nearest.of(verb, verbs)
                + "'? 'jprof --help' lists all.");
        return ExitCodes.USAGE;
    }

    int usage(ParameterException wrong, String[] args) {
        CommandLine line = wrong.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        console.complain(name + ": " + oneLine(wrong.getMessage()) + suggestion(wrong));
        console.complain("Try '" + name + " --help'.");
        return ExitCodes.USAGE;
    }

    int execution(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        String name = line.getCommandSpec().qualifiedName();
        if (failure instanceof StandardOutput.Failed output) {
            return output(output);
        }
        if (failure instanceof Unreachable unreachable) {
            console.complain(name + ": " + oneLine(unreachable.getMessage()));
            return ExitCodes.UNREACHABLE;
        }
        if (failure instanceof IOException input) {
            console.complain(name + ": " + reason(input));
            return ExitCodes.USAGE;
        }
        if (failure instanceof UsageException wrong) {
            console.complain(name + ": " + oneLine(wrong.getMessage()));
            return ExitCodes.USAGE;
        }
        return internal(failure);
    }

    /** Said once: what is still buffered fails again when the command ends. */
    int output(IOException failure) {
        if (failure instanceof StandardOutput.Failed output && output.readerLeft()) {
            return ExitCodes.FINE;
        }
        if (!outputFailed) {
            outputFailed = true;
            console.complain("jprof: standard output cannot be written: " + oneLine(failure.getMessage()));
        }
        return ExitCodes.USAGE;
    }

    int internal(Throwable defect) {
        if (defect instanceof OutOfMemoryError) {
            console.complain("jprof: this needs more memory than the JVM has; set JAVA_TOOL_OPTIONS=-Xmx4g or more.");
        } else {
            console.complain("jprof: internal error, please report it: " + oneLine(defect.toString()));
        }
        return ExitCodes.INTERNAL;
    }

    private static String suggestion(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            String word = unmatched.getUnmatched().get(0).split("=", 2)[0];
            List<String> valid = wrong.getCommandLine().getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .map(OptionSpec::longestName)
                    .toList();
            return "; did you mean " + Nearest.of(word, valid) + "?";
        }
        return "";
    }

    /** The JDK's file system exceptions carry the bare path as their message. */
    private static String reason(IOException failure) {
        String message = oneLine(failure.getMessage());
        if (failure instanceof NoSuchFileException) {
            return message + ": no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return message + ": permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return message + ": exists already";
        }
        return failure instanceof FileSystemException ? "cannot use " + message : message;
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).strip().replaceAll("\\s+", " ");
    }
}

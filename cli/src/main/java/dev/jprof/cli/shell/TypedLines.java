package dev.jprof.cli.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Lines that a person edits, with history and completion. Ctrl-C drops the line, Ctrl-D is the end. */
public final class TypedLines implements Lines, AutoCloseable {
    private static final int REMEMBERED = 500;

    private final Terminal terminal;
    private final LineReader reader;

    /**
     * Opens the terminal.
     *
     * @param history the file in which lines are remembered
     */
    public TypedLines(Path history, Completion completion) throws IOException {
        terminal = TerminalBuilder.builder()
                .system(true)
                .jni(false)
                .ffm(false)
                .dumb(true)
                .build();
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(plainWords())
                .completer((line, typed, candidates) -> complete(completion, typed, candidates))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.HISTORY_FILE_SIZE, REMEMBERED)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .build();
    }

    /** Words are parted by blanks and nothing else: backslashes and quotes belong to regular expressions. */
    private static DefaultParser plainWords() {
        DefaultParser parser = new DefaultParser();
        parser.setEscapeChars(new char[0]);
        parser.setQuoteChars(new char[0]);
        return parser;
    }

    private static void complete(Completion completion, ParsedLine typed, List<Candidate> candidates) {
        List<String> before = typed.words().subList(0, typed.wordIndex());
        for (String word : completion.candidates(before, typed.word())) {
            boolean folder = word.endsWith("/");
            candidates.add(new Candidate(word, word, null, null, null, null, !folder));
        }
    }

    @Override
    public @Nullable String next(String prompt) {
        try {
            // To JLine a percent sign begins a pattern.
            return reader.readLine(prompt.replace("%", "%%"));
        } catch (UserInterruptException dropped) {
            forgetInterrupt();
            return next(prompt);
        } catch (EndOfFileException end) {
            return null;
        }
    }

    /** JLine tells of Ctrl-C by interrupting the thread, which would end the next stty as well. */
    private static void forgetInterrupt() {
        boolean unused = Thread.interrupted();
    }

    @Override
    public void close() throws IOException {
        forgetInterrupt();
        terminal.close();
    }
}

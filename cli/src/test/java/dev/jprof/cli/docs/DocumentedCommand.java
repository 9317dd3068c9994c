package dev.jprof.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A command that a document tells its reader to type, from a fenced block marked {@code sh} or {@code console}. */
record DocumentedCommand(String document, int line, String text) {
    private static final Pattern RUN_BY_THE_TEST =
            Pattern.compile("(\\./)?jprof\\b.*|java .*-javaagent.*", Pattern.DOTALL);

    /** The commands that start jprof, of every Markdown file in a folder and its {@code docs}, in the order of reading. */
    static List<DocumentedCommand> in(Path folder) {
        return Stream.of(folder, folder.resolve("docs"))
                .flatMap(DocumentedCommand::documents)
                .flatMap(document -> of(folder, document).stream())
                .filter(DocumentedCommand::startsJprof)
                .toList();
    }

    private static Stream<Path> documents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DocumentedCommand> of(Path folder, Path document) {
        var commands = new ArrayList<DocumentedCommand>();
        String name = folder.relativize(document).toString();
        String block = "";
        StringBuilder command = new StringBuilder();
        int number = 0;
        for (String line : read(document)) {
            number++;
            if (line.startsWith("```")) {
                block = block.isEmpty() ? line.strip() : "";
            } else if (block.equals("```sh") || line.startsWith("$ ") && block.equals("```console")) {
                String typed = line.startsWith("$ ") ? line.substring(2) : line;
                command.append(typed).append('\n');
                if (!typed.endsWith("\\")) {
                    commands.add(new DocumentedCommand(
                            name, number, command.toString().strip()));
                    command.setLength(0);
                }
            }
        }
        return commands;
    }

    /** Brackets mark a synopsis, which nobody types. */
    private boolean startsJprof() {
        return RUN_BY_THE_TEST.matcher(text).matches() && !text.contains("[");
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return document + ":" + line + " " + text;
    }
}

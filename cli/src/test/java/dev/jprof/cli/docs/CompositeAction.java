package dev.jprof.cli.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The GitHub Action, whose shell steps a reader's folder runs as the file has them and as GitHub would: bash -eo pipefail. */
record CompositeAction(Map<String, Object> description) {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(.+?) *\\}\\}");

    static CompositeAction read(Path file) throws IOException {
        return new CompositeAction(map(yaml(Files.readString(file))));
    }

    static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    /**
     * What the step left behind.
     *
     * @param outputs of the action, those that have a value
     */
    record Done(int exitCode, String log, Map<String, String> outputs, String summary) {}

    /** @param folder the reader's; the action lies where it would beside its jprof */
    Done run(ReadersFolder reader, Path folder, Map<String, Object> with) throws IOException, InterruptedException {
        Map<String, Object> step = map(((List<?>) map(description.get("runs")).get("steps")).get(0));
        Path outputs = Files.writeString(folder.resolve("github-output.txt"), "");
        Path summary = Files.writeString(folder.resolve("github-summary.md"), "");
        Files.createDirectories(folder.resolve("integrations/github-action"));
        Files.writeString(folder.resolve("step.sh"), (String) step.get("run"));
        StringBuilder line = new StringBuilder(
                "export GITHUB_ACTIONS=true GITHUB_OUTPUT='" + outputs + "' GITHUB_STEP_SUMMARY='" + summary + "'");
        map(step.get("env"))
                .forEach((name, value) ->
                        line.append(" " + name + "=" + quoted(filled((String) value, values(folder, with)))));
        ReadersFolder.Ended ended = reader.run(line + "; bash --noprofile --norc -eo pipefail step.sh");
        return new Done(
                ended.exitCode(), ended.output(), outputs(Files.readString(outputs)), Files.readString(summary));
    }

    private Map<String, String> values(Path folder, Map<String, Object> with) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(
                "github.action_path",
                folder.resolve("integrations/github-action").toString());
        map(description.get("inputs"))
                .forEach((name, input) ->
                        values.put("inputs." + name, String.valueOf(map(input).get("default"))));
        with.forEach((name, value) -> {
            if (values.put("inputs." + name, (String) value) == null) {
                throw new IllegalArgumentException("the action has no input " + name);
            }
        });
        return values;
    }

    private Map<String, String> outputs(String written) {
        Map<String, String> ofStep = new LinkedHashMap<>();
        written.lines()
                .forEach(line -> ofStep.put("steps.check.outputs." + line.split("=", 2)[0], line.split("=", 2)[1]));
        Map<String, String> outputs = new LinkedHashMap<>();
        map(description.get("outputs")).forEach((name, output) -> {
            String expression = (String) map(output).get("value");
            if (ofStep.containsKey(EXPRESSION.matcher(expression).replaceAll("$1"))) {
                outputs.put(name, filled(expression, ofStep));
            }
        });
        return outputs;
    }

    private static String filled(String text, Map<String, String> values) {
        return EXPRESSION.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("unknown: " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }
}

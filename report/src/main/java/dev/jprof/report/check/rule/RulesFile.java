package dev.jprof.report.check.rule;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the rules of jprof.yml; every mistake is found in one reading. */
public final class RulesFile {
    private static final String EXAMPLE = "rules: and below it - calls(com.acme.*) <= +0%";

    private static final Comparator<Mistake> IN_ORDER = Comparator.comparing(
            Mistake::place, Comparator.comparingInt(Place::line).thenComparingInt(Place::column));

    private final YamlPlaces places;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private RulesFile(String name) {
        this.places = new YamlPlaces(name);
    }

    public static List<Rule> read(Path file) throws IOException, InvalidRules {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory; name the file in it");
        }
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (CharacterCodingException binary) {
            throw new InvalidRules(new Place(file.toString(), 1, 1), "this is no UTF-8 text", "save it as UTF-8");
        }
    }

    /** {@code name} is what mistakes call the file. */
    public static List<Rule> parse(String name, String text) throws InvalidRules {
        RulesFile file = new RulesFile(name);
        file.root(file.compose(text));
        if (!file.mistakes.isEmpty()) {
            throw new InvalidRules(file.mistakes.stream().sorted(IN_ORDER).toList());
        }
        return file.rules;
    }

    private Optional<Node> compose(String text) throws InvalidRules {
        try {
            return new Compose(LoadSettings.builder().build()).composeString(text);
        } catch (MarkedYamlEngineException wrong) {
            throw new InvalidRules(places.of(wrong.getProblemMark()), wrong.getProblem(), "this is no YAML");
        } catch (YamlEngineException wrong) {
            throw new InvalidRules(
                    new Place(places.file(), 1, 1), String.valueOf(wrong.getMessage()), "this is no YAML");
        } catch (StackOverflowError deep) {
            throw new InvalidRules(new Place(places.file(), 1, 1), "it is nested too deep", "rules need four levels");
        }
    }

    private void root(Optional<Node> root) {
        if (root.isEmpty() || !(root.get() instanceof MappingNode mapping)) {
            Place place = root.map(places::of).orElse(new Place(places.file(), 1, 1));
            mistakes.add(new Mistake(place, "there are no rules", "write " + EXAMPLE));
            return;
        }
        YamlMap map = map(mapping, "rules");
        Node list = map.node("rules");
        if (list == null) {
            mistakes.add(new Mistake(map.place(), "there are no rules", "write " + EXAMPLE));
            return;
        }
        each(list, "rules", EXAMPLE, this::rule);
    }

    private void each(Node list, String key, String example, Consumer<Node> element) {
        if (list instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            sequence.getValue().forEach(element);
        } else if (list instanceof SequenceNode) {
            mistakes.add(new Mistake(places.of(list), key + " is an empty list", "write " + example));
        } else {
            mistakes.add(new Mistake(places.of(list), key + " must be a list", "write " + example));
        }
    }

    private void rule(Node node) {
        if (node instanceof ScalarNode text) {
            parsed(text);
        } else if (node instanceof MappingNode mapping) {
            YamlMap map = map(mapping, "rule", "severity", "ignore");
            List<Ignore> ignores = new ArrayList<>();
            Node list = map.node("ignore");
            if (list != null) {
                each(list, "ignore", "a list of - method: com.acme.Cache.*", entry -> ignore(entry, ignores));
            }
            Rule rule = parsed(map.required("rule", "calls(com.acme.*) <= +0%"));
            Severity severity = severity(map.text("severity", "warning"));
            if (rule != null) {
                rules.set(rules.size() - 1, rule.with(severity == null ? rule.severity() : severity, ignores));
            }
        } else {
            mistakes.add(new Mistake(places.of(node), "a rule is a text or has the key rule", "write " + EXAMPLE));
        }
    }

    private @Nullable Rule parsed(@Nullable ScalarNode text) {
        if (text == null) {
            return null;
        }
        try {
            Rule rule = Rule.parse(text.getValue(), places.of(text));
            rules.add(rule);
            return rule;
        } catch (InvalidRules wrong) {
            mistakes.addAll(wrong.mistakes());
            return null;
        }
    }

    private @Nullable Severity severity(@Nullable ScalarNode text) {
        if (text == null) {
            return null;
        }
        for (Severity severity : Severity.values()) {
            if (severity.name().toLowerCase(Locale.ROOT).equals(text.getValue())) {
                return severity;
            }
        }
        String problem = "there is no severity '" + text.getValue() + "'";
        mistakes.add(new Mistake(places.of(text), problem, "write error or warning"));
        return null;
    }

    private void ignore(Node node, List<Ignore> ignores) {
        if (!(node instanceof MappingNode mapping)) {
            mistakes.add(new Mistake(
                    places.of(node),
                    "an ignore has the keys method, reason and until",
                    "write method: com.acme.Cache.*, and the other two below"));
            return;
        }
        YamlMap map = map(mapping, "method", "reason", "until");
        ScalarNode method = map.required("method", "com.acme.Cache.*");
        ScalarNode reason = map.required("reason", "why it may, for who reads the report");
        ScalarNode until = map.required("until", "2027-01-31, the last day");
        LocalDate day = until == null ? null : day(until);
        if (method != null && reason != null && day != null) {
            ignores.add(new Ignore(MethodPattern.of(method.getValue().strip()), reason.getValue(), day));
        }
    }

    private @Nullable LocalDate day(ScalarNode text) {
        try {
            return LocalDate.parse(text.getValue());
        } catch (DateTimeParseException wrong) {
            String problem = "'" + text.getValue() + "' is no day";
            mistakes.add(new Mistake(places.of(text), problem, "write year, month and day: 2027-01-31"));
            return null;
        }
    }

    private YamlMap map(MappingNode node, String... keys) {
        return new YamlMap(node, List.of(keys), places, mistakes);
    }
}

package dev.jprof.report.check.rule;

import dev.jprof.report.view.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A mapping of jprof.yml whose keys are known; what is wrong with it goes to the mistakes. */
final class YamlMap {
    private final Place place;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final YamlPlaces places;
    private final List<Mistake> mistakes;

    YamlMap(MappingNode node, List<String> keys, YamlPlaces places, List<Mistake> mistakes) {
        this.place = places.of(node);
        this.places = places;
        this.mistakes = mistakes;
        for (NodeTuple entry : node.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            Place at = places.of(entry.getKeyNode());
            if (!keys.contains(key)) {
                String sorted = String.join(", ", Nearest.sorted(key, keys));
                mistakes.add(
                        new Mistake(at, "there is no key '" + key + "' here", "its keys, nearest first: " + sorted));
            } else if (values.putIfAbsent(key, entry.getValueNode()) != null) {
                mistakes.add(new Mistake(at, "the key '" + key + "' stands twice", "leave one of the two out"));
            }
        }
    }

    Place place() {
        return place;
    }

    @Nullable
    Node node(String key) {
        return values.get(key);
    }

    /** A text that need not be there; a mistake if it is something else. */
    @Nullable
    ScalarNode text(String key, String example) {
        Node node = values.get(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar;
        }
        mistakes.add(new Mistake(places.of(node), key + " must be a text", "write " + key + ": " + example));
        return null;
    }

    /** A text that must be there. */
    @Nullable
    ScalarNode required(String key, String example) {
        if (!values.containsKey(key)) {
            mistakes.add(new Mistake(place, "there is no " + key, "write " + key + ": " + example));
        }
        return text(key, example);
    }
}

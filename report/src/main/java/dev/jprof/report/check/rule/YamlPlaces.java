package dev.jprof.report.check.rule;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Where in a YAML file its nodes stand. */
record YamlPlaces(String file) {
    Place of(Node node) {
        Place place = of(node.getStartMark());
        boolean quoted = node instanceof ScalarNode scalar && !scalar.isPlain();
        return quoted ? place.plus(1) : place;
    }

    Place of(Optional<Mark> mark) {
        return new Place(
                file,
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1);
    }
}

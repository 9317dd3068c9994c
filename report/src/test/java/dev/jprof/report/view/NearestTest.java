package dev.jprof.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> METHODS =
            List.of("a.b.Scale.of", "a.b.SlowSystems.main", "a.b.SlowSystems.simulateTinyOp", "x.y.Dao.query");

    @ParameterizedTest
    @CsvSource({
        "*.simulateTinyOps, a.b.SlowSystems.simulateTinyOp",
        "x.y.Doa.*, x.y.Dao.query",
        "*SlowSystem.main, a.b.SlowSystems.main",
        "*Scales.o*, a.b.Scale.of",
        "a.b.Scale.off, a.b.Scale.of"
    })
    void stars_stand_for_anything(String pattern, String nearest) {
        assertThat(Nearest.toPattern(pattern, METHODS).get(0)).isEqualTo(nearest);
    }
}

package dev.jprof.agent.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void the_model_of_the_first_processor_is_taken() throws IOException {
        String file =
                "processor\t: 0\nvendor_id\t: X\nmodel\t\t: 85\nmodel name\t: Zeta 9 @ 2.50GHz\nmodel name\t: other\n";

        assertThat(model(file)).isEqualTo("Zeta 9 @ 2.50GHz");
    }

    @Test
    void arm_gives_numbers() throws IOException {
        assertThat(model("BogoMIPS : 50\nCPU implementer\t: 0x41\nCPU part\t: 0xd0c\n"))
                .isEqualTo("0x41 0xd0c");
    }

    @Test
    void other_files_say_nothing() throws IOException {
        assertThat(model("a\n:\n")).isEmpty();
    }

    private static String model(String file) throws IOException {
        return Processor.model(new BufferedReader(new StringReader(file)));
    }
}

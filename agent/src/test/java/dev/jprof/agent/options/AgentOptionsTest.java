package dev.jprof.agent.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentOptionsTest {
    @TempDir
    Path dir;

    @Test
    void nothing_given_means_defaults() throws OptionException {
        for (String none : new String[] {null, "", ",", ",,"}) {
            AgentOptions options = AgentOptions.parse(none);

            assertThat(options.file()).isEqualTo("profile.json");
            assertThat(options.include()).containsExactly("*");
            assertThat(options.exclude()).isEmpty();
            assertThat(options.jdkCalls()).isFalse();
            assertThat(options.clock()).isEqualTo("wall");
            assertThat(options.everyMillis()).isZero();
            assertThat(options.delayMillis()).isZero();
            assertThat(options.durationMillis()).isZero();
            assertThat(options.nodeBudget()).isZero();
            assertThat(options.asMap()).isEmpty();
            assertThat(options.toAgentArgs()).isEmpty();
        }
    }

    @Test
    void every_option_is_read() throws OptionException {
        AgentOptions options =
                AgentOptions.parse("file=/tmp/a b=c.json.gz,include=com.acme.*:org.foo.**,exclude=*$Gen?,"
                        + "jdk=calls,every=2.5,delay=500ms,duration=1m,clock=exact,nodes=1000");

        assertThat(options.file()).isEqualTo("/tmp/a b=c.json.gz");
        assertThat(options.include()).containsExactly("com.acme.*", "org.foo.**");
        assertThat(options.exclude()).containsExactly("*$Gen?");
        assertThat(options.jdkCalls()).isTrue();
        assertThat(options.everyMillis()).isEqualTo(2500);
        assertThat(options.delayMillis()).isEqualTo(500);
        assertThat(options.durationMillis()).isEqualTo(60_000);
        assertThat(options.clock()).isEqualTo("exact");
        assertThat(options.nodeBudget()).isEqualTo(1000);
    }

    @Test
    void sampling_has_options_of_its_own() throws OptionException {
        AgentOptions options = AgentOptions.parse("mode=sample,interval=5ms,engine=stacks,every=2");

        assertThat(options.samples()).isTrue();
        assertThat(options.intervalMillis()).isEqualTo(5);
        assertThat(options.engine()).isEqualTo("stacks");
        assertThat(AgentOptions.parse("").samples()).isFalse();
        assertThat(AgentOptions.parse("mode=sample").intervalMillis()).isEqualTo(20);
    }

    @Test
    void map_holds_what_differs_from_the_defaults() throws OptionException {
        assertThat(AgentOptions.parse("jdk=calls,clock=wall,file=profile.json").asMap())
                .isEqualTo(Map.of("jdk", "calls"));
    }

    @Test
    void comma_in_a_value_is_escaped_and_other_backslashes_are_kept() throws OptionException {
        assertThat(AgentOptions.parse("file=C:\\new\\a\\,b.json,jdk=calls").file())
                .isEqualTo("C:\\new\\a,b.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flie=a.json | unknown option 'flie': did you mean 'file'? There are file, include, exclude, jdk, every, "
                        + "delay, duration, clock, alloc, histogram, mode, interval, engine, libpath, nodes, config",
                "JDK=calls | did you mean 'jdk'",
                "output=a.json | unknown option 'output'; there are file, include",
                "filename=a.json | did you mean 'file'",
                "inclde=a | did you mean 'include'",
                "mode=smaple | option 'mode' expects instrument or sample, not 'smaple'",
                "mode=sample,interval=0 | option 'interval' expects 1ms to 1m, not '0'",
                "mode=sample,clock=cpu | option 'clock' means nothing with mode=sample; leave it out",
                "interval=5ms | option 'interval' means nothing with mode=instrument; leave it out",
                "jdk | option 'jdk' needs a value: jdk=off|calls",
                "include=a.*,b.* | unknown option 'b.*'",
                "file=a,file=b | option 'file' is given twice",
                "file= | option 'file' expects the path of a file to write, not ''",
                "file=dir/ | expects the path of a file",
                "include= | option 'include' expects class names",
                "include=com/acme/* | option 'include' expects class names with dots, such as com.acme.*",
                "exclude=a.*;b.* | separated by ':'",
                "jdk=all | option 'jdk' expects off or calls, not 'all'",
                "clock=gpu | option 'clock' expects wall, cpu or exact, not 'gpu'",
                "every=soon | option 'every' expects seconds such as 5 or 0.5, or 500ms, 2s, 1m, not 'soon'",
                "every=-1 | option 'every'",
                "delay=1e3 | option 'delay'",
                "duration=. | option 'duration'",
                "duration=99999999999999999999 | option 'duration'",
                "nodes=-5 | option 'nodes' expects a whole number from 0 to 2147483647, not '-5'",
                "nodes=many | option 'nodes'",
                "mode=sample,libpath=a.so | option 'libpath' is for engine=async",
                "engine=async,libpath=a.so | option 'engine' means nothing with mode=instrument",
                "config= | option 'config' expects the path of a file to read, not ''",
                "config=/no/such/file | cannot read config file: /no/such/file",
            })
    void bad_option_is_one_line_that_says_what_is_expected(String agentArgs, String expected) {
        assertThatThrownBy(() -> AgentOptions.parse(agentArgs))
                .isInstanceOf(OptionException.class)
                .hasMessageContaining(expected)
                .hasMessageNotContainingAny("\n", "\r");
    }

    @Test
    void message_about_a_value_with_a_line_break_is_one_line() {
        assertThatThrownBy(() -> AgentOptions.parse("jdk=a\r\nb")).hasMessageContaining("not 'a  b'");
    }

    @Test
    void config_file_is_read_and_direct_options_win() throws Exception {
        Path config = dir.resolve("a,b.conf");
        Files.writeString(
                config, "\uFEFF# what to record\n\n jdk = calls \ninclude=com.acme.*\nfile = a,b.json\nclock=exact");

        AgentOptions options =
                AgentOptions.parse("clock=wall,config=" + config.toString().replace(",", "\\,"));

        assertThat(options.jdkCalls()).isTrue();
        assertThat(options.include()).containsExactly("com.acme.*");
        assertThat(options.file()).isEqualTo("a,b.json");
        assertThat(options.clock()).isEqualTo("wall");
        assertThat(options.asMap()).containsOnlyKeys("jdk", "include", "file");
    }

    @Test
    void fault_in_a_config_file_names_file_and_line() throws Exception {
        Path config = dir.resolve("jprof.conf");
        Files.writeString(config, "jdk=calls\nevry=5\n");

        assertThatThrownBy(() -> AgentOptions.parse("config=" + config))
                .hasMessageStartingWith(config + " line 2: unknown option 'evry': did you mean 'every'?");
    }

    @Test
    void config_file_cannot_name_a_config_file() throws Exception {
        Path config = dir.resolve("jprof.conf");
        Files.writeString(config, "config=other.conf\n");

        assertThatThrownBy(() -> AgentOptions.parse("config=" + config)).hasMessageContaining("cannot name another");
    }

    @Test
    void characters_that_jvms_garble_are_written_as_numbers() throws OptionException {
        String file = "\ud83d\ude00 \u65e5, C:\\u{41} \\u{ffffff}.json";
        AgentOptions options = AgentOptions.parse("jdk=calls").withFile(file);

        assertThat(options.toAgentArgs()).contains("file=\\u{1f600} \u65e5\\, C:\\u{41}");
        assertThat(AgentOptions.parse(options.toAgentArgs()).file()).isEqualTo(file);
    }

    @Test
    void options_written_as_agent_arguments_read_the_same() throws OptionException {
        for (long seed = 0; seed < 2000; seed++) {
            AgentOptions options = AgentOptions.of(randomValues(new Random(seed)));

            AgentOptions again = AgentOptions.parse(options.toAgentArgs());

            assertThat(again.asMap()).as("seed %d", seed).isEqualTo(options.asMap());
            assertThat(again.include()).isEqualTo(options.include());
            assertThat(again.everyMillis()).isEqualTo(options.everyMillis());
        }
    }

    private static Map<Option, String> randomValues(Random random) {
        Map<Option, String> values = new EnumMap<>(Option.class);
        values.put(Option.FILE, randomText(random, "a,=\\:/ %pé\n\"'") + "x");
        values.put(Option.INCLUDE, randomText(random, "ab.*?:$ =") + "x");
        values.put(Option.EVERY, random.nextInt(100) + (random.nextBoolean() ? "ms" : ".5"));
        values.put(Option.NODES, Integer.toString(random.nextInt(Integer.MAX_VALUE)));
        values.put(Option.CLOCK, random.nextBoolean() ? "wall" : "exact");
        return values;
    }

    private static String randomText(Random random, String characters) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}

package dev.jprof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingVerbsTest {
    private final Typed typed = new Typed();

    @Test
    void report_prints_the_dearest_methods_first() {
        assertThat(typed.jprof("report FILE --raw --limit 3 --limit com")).isZero();

        assertThat(typed.out()).isEqualTo("""
                                 34,554,127 function calls (34,553,951 primitive calls) in 1.344 seconds  (sum of self times, as pstats)
                                 2 threads, 15.300 seconds of wall time; probes about 4 ns a call, estimated slowdown 1.05

                           Ordered by: cumulative time
                           List reduced from 4 to 3 due to restriction <3>
                           List reduced from 3 to 2 due to restriction <'com'>

                           ncalls  tottime  percall  cumtime  percall class.method(file:line)
                            1,007    1.090    0.001    1.340    0.001 com.acme.Work.add(Work.java:40)
                                1    0.001    0.001    1.254    1.254 com.acme.Main.main(Main.java:12)

                        """);
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void what_probes_cost_is_taken_out_of_the_times_and_stands_in_a_row_of_its_own() {
        typed.jprof("report FILE --sort tottime --columns ncalls,tottime,cumtime,name");

        assertThat(typed.out()).contains("""
                    ncalls  tottime  cumtime class.method(file:line)
                     1,007    0.986    1.202 com.acme.Work.add(Work.java:40)
                34,552,942    0.215    0.215 {java.lang.Math.sin}
                              0.138    0.138 [probes]
                     177/1    0.003    0.003 com.acme.Work.fib(Work.java:30)
                         1    0.000    1.115 com.acme.Main.main(Main.java:12)
                """);

        typed.jprof("tree FILE");
        assertThat(typed.out()).contains("   0.138  10.3%    0.138          0 `- [probes]\n");
    }

    @Test
    void report_sorts_by_several_keys_and_backwards() {
        typed.jprof("report FILE --raw --sort nc,name --columns name --format csv");
        assertThat(typed.out().lines())
                .containsExactly(
                        "name",
                        "{java.lang.Math.sin}",
                        "com.acme.Work.add(Work.java:40)",
                        "com.acme.Work.fib(Work.java:30)",
                        "com.acme.Main.main(Main.java:12)");

        typed.jprof("report FILE --sort line --sort name --reverse --limit 1 --columns name --columns ncalls -f csv");
        assertThat(typed.out().lines()).containsExactly("name,ncalls", "com.acme.Work.add(Work.java:40),1007");
    }

    @Test
    void report_in_the_style_of_pstats_is_unsorted_unless_asked_and_names_its_files_as_pstats_does() {
        assertThat(typed.jprof("report FILE FILE --style pstats --raw")).isZero();

        assertThat(typed.out().lines().toList())
                .satisfies(lines -> {
                    assertThat(lines.get(0))
                            .matches("[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9]\\d \\d\\d:.* \\d{4}    " + Typed.FILE);
                    assertThat(lines.get(2)).isEmpty();
                })
                .contains(
                        "         69108254 function calls (69107902 primitive calls) in 2.687 seconds",
                        "   Random listing order was used",
                        "    354/2    0.006    0.000    0.006    0.003 Work.java:30(com.acme.Work.fib)",
                        " 69105884    0.500    0.000    0.500    0.000 {java.lang.Math.sin}");
    }

    @Test
    void several_files_are_added_up() {
        typed.jprof("report FILE FILE -c ncalls,name -f csv -l sin");

        assertThat(typed.out()).contains("69105884,{java.lang.Math.sin}");
    }

    @Test
    void callers_and_callees_are_sorted_and_limited() {
        typed.jprof("callers FILE add --limit 1");
        assertThat(typed.out())
                .contains("com.acme.Work.add(Work.java:40) was called by:", "List reduced from 2 to 1", "Main.main")
                .doesNotContain("[root]");

        typed.jprof("callees FILE main --raw --sort calls -f csv");
        assertThat(typed.out().lines().skip(1))
                .containsExactly(
                        "com.acme.Main.main(Main.java:12),com.acme.Work.add(Work.java:40),1000,1000,1,1.25",
                        "com.acme.Main.main(Main.java:12),com.acme.Work.fib(Work.java:30),1,1,0.0002,0.0032");
    }

    @Test
    void callers_in_the_style_of_pstats_limit_the_methods() {
        typed.jprof("callers FILE Work --raw --style pstats --sort name --limit 1");

        assertThat(typed.out()).isEqualTo("""
                           Ordered by: function name
                           List reduced from 4 to 2 due to restriction <'Work'>
                           List reduced from 2 to 1 due to restriction <1>

                        Function                         was called by...
                                                             ncalls  tottime  cumtime
                        Work.java:40(com.acme.Work.add)  <-    1000    1.000    1.250  Main.java:12(com.acme.Main.main)


                        """);
    }

    @Test
    void callers_callees_and_tree_have_columns_too() {
        typed.jprof("callers FILE add --raw --sort calls --columns cumtime,name,ncalls -f csv");
        assertThat(typed.out().lines())
                .containsExactly(
                        "method,cumtime,caller,ncalls",
                        "com.acme.Work.add(Work.java:40),1.25,com.acme.Main.main(Main.java:12),1000",
                        "com.acme.Work.add(Work.java:40),0.09,[root],7");

        typed.jprof("callees FILE main --raw -c ncalls,name -l add");
        assertThat(typed.out()).contains("   ncalls callee\n    1,000 com.acme.Work.add(Work.java:40)\n");

        typed.jprof("tree FILE --raw --min 5 --thread main --columns errors,ncalls,name,threads");
        assertThat(typed.out()).contains("""
                 errors     ncalls class.method(file:line)               threads
                                   main                                        1
                      0          1 `- com.acme.Main.main(Main.java:12)         1
                      0      1,000    +- com.acme.Work.add(Work.java:40)       1
                """);
    }

    @Test
    void what_rows_are_sorted_by_is_printed_even_if_no_column_is_asked_for() {
        typed.jprof("report FILE --sort p99 -f csv");
        assertThat(typed.out()).startsWith("ncalls,tottime,percall,cumtime,cumpercall,p99,name\r\n");

        typed.jprof("callers FILE add --sort p99,max,calls -f csv");
        assertThat(typed.out()).startsWith("method,caller,ncalls,pcalls,tottime,cumtime,p99,max\r\n");

        typed.jprof("tree FILE --sort pcalls -f csv");
        assertThat(typed.out()).startsWith("depth,cumtime,%total,tottime,ncalls,pcalls,name\r\n");

        typed.jprof("report FILE --sort p99 --columns name -f csv");
        assertThat(typed.out()).startsWith("name\r\n");
    }

    @Test
    void tree_says_what_it_leaves_out() {
        typed.jprof("tree FILE --raw");

        assertThat(typed.out())
                .contains(
                        "   1.254  93.3%                     main\n",
                        "   0.250  18.6%    0.250 34,552,942    |  `- {java.lang.Math.sin}\n",
                        "   0.003   0.2%                 177    `- [1 cheaper call path]\n");
    }

    @Test
    void paths_can_be_cut_and_threads_chosen() {
        typed.jprof("report FILE --hide fib --columns name -f csv");
        assertThat(typed.out()).doesNotContain("fib").contains("main");

        typed.jprof("report FILE --thread pool --by thread -c ncalls,name -f csv");
        assertThat(typed.out().lines().skip(1)).containsExactly("7,pool-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report FILE", "callers FILE main", "callees FILE main", "tree FILE"})
    void every_verb_that_prints_data_prints_it_as_json_too(String command) {
        assertThat(typed.jprof(command + " --format json")).isZero();

        assertThat(typed.out())
                .startsWith("{\"format\":\"jprof-")
                .contains("\"selfNs\":1343700000")
                .endsWith("}\n");
    }
}

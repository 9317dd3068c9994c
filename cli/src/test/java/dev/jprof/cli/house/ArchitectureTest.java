package dev.jprof.cli.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may import whom. docs/design.md gives the reasons. */
class ArchitectureTest {
    private static final String AGENT = "dev.jprof.agent..";
    private static final String OPTIONS = "dev.jprof.agent.options";
    private static final String REPORT = "dev.jprof.report..";
    private static final String MODEL = "dev.jprof.report.model";
    private static final String MATCH = "dev.jprof.report.match";
    private static final String API = "dev.jprof.api..";
    private static final String CLI = "dev.jprof.cli..";

    private static final Set<String> STANDARD_STREAMS = Set.of(
            "java.lang.System.out", "java.lang.System.err", "java.io.FileDescriptor.out", "java.io.FileDescriptor.err");

    /** Read from the folders: in the agent's jar the names are relocated. */
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importPaths(
                    Sources.ROOT.resolve("agent/target/classes"),
                    Sources.ROOT.resolve("api/target/classes"),
                    Sources.ROOT.resolve("report/target/classes"),
                    Sources.ROOT.resolve("examples/target/classes"),
                    Sources.ROOT.resolve("cli/target/classes"));

    @ParameterizedTest
    @CsvSource({
        "dev.jprof.agent, 40",
        "dev.jprof.agent.rt, 5",
        "dev.jprof.agent.instrument, 12",
        "dev.jprof.report.model, 12",
        "dev.jprof.report.io, 8",
        "dev.jprof.report.view, 20",
        "dev.jprof.report.statistics, 10",
        "dev.jprof.api, 10",
        "dev.jprof.examples, 5",
        "dev.jprof.cli, 20"
    })
    void the_rules_are_tried_on_real_classes(String room, int least) {
        assertThat(HOUSE.that(resideInAnyPackage(room + ".."))).hasSizeGreaterThanOrEqualTo(least);
    }

    @Test
    void what_application_threads_execute_uses_java_lang_arrays_and_atomics_alone() {
        var allowed = resideInAnyPackage(
                        "dev.jprof.agent.rt", "java.lang", "java.lang.annotation", "java.util.concurrent.atomic")
                .or(belongToAnyOf(Arrays.class, Field.class))
                .or(primitive());
        classes()
                .that()
                .resideInAPackage("dev.jprof.agent.rt..")
                .should()
                .onlyDependOnClassesThat(allowed)
                .check(HOUSE);
    }

    @ParameterizedTest
    @CsvSource({
        "net.bytebuddy.., dev.jprof.agent.instrument",
        "org.objectweb.asm.., dev.jprof.agent.instrument",
        "tools.jackson.., dev.jprof.report.io",
        "org.apache.commons.., dev.jprof.report.statistics",
        "org.snakeyaml.., dev.jprof.report.check.rule",
        "jdk.jfr.., dev.jprof.report.foreign",
        "picocli.., dev.jprof.cli..",
        "org.jline.., dev.jprof.cli.[shell|top]",
        "com.sun.net.httpserver.., dev.jprof.cli.serve",
        "com.sun.tools.attach.., dev.jprof.cli.attach",
        "java.util.logging.., nowhere"
    })
    void a_library_is_used_in_one_room_only(String library, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(HOUSE);
    }

    @Test
    void the_two_halves_meet_in_the_profile_only() {
        staysWithin(AGENT, AGENT);
        staysWithin(REPORT, REPORT, API);
        staysWithin(API, API);
        staysWithin("dev.jprof.examples..", "dev.jprof.examples..");
        staysWithin(CLI, CLI, REPORT, OPTIONS);
    }

    @Test
    void the_api_is_plain_java_and_one_room_of_the_report_knows_it() {
        classes()
                .that()
                .resideInAPackage(API)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                API, "java.lang..", "java.util..", "java.io", "java.net", "java.nio..", "java.security")
                        .or(primitive()))
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackages(API, "dev.jprof.report.session")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(API)
                .check(HOUSE);
    }

    @Test
    void the_options_know_no_other_room() {
        staysWithin(OPTIONS, OPTIONS);
    }

    @Test
    void weaving_knows_the_probes_and_the_options_only() {
        staysWithin("dev.jprof.agent.instrument..", "dev.jprof.agent.instrument..", "dev.jprof.agent.rt", OPTIONS);
    }

    @ParameterizedTest
    @CsvSource({"io", "view"})
    void reading_and_tabulating_know_the_model_only(String room) {
        staysWithin("dev.jprof.report." + room + "..", "dev.jprof.report." + room + "..", MODEL);
    }

    @ParameterizedTest
    @CsvSource({"html", "compare", "export", "foreign", "truth"})
    void what_is_made_of_a_profile_does_not_know_its_siblings(String room) {
        String own = "dev.jprof.report." + room + "..";
        staysWithin(own, own, MODEL, MATCH, "dev.jprof.report.io", "dev.jprof.report.view..");
    }

    @Test
    void what_is_the_same_in_two_profiles_is_seen_in_the_model() {
        staysWithin(MATCH, MATCH, MODEL, "dev.jprof.report.view");
    }

    @Test
    void a_check_stands_on_comparing_and_statistics() {
        staysWithin(
                "dev.jprof.report.check..",
                "dev.jprof.report.check..",
                "dev.jprof.report.compare",
                "dev.jprof.report.statistics",
                MODEL,
                MATCH,
                "dev.jprof.report.io",
                "dev.jprof.report.view");
        staysWithin("dev.jprof.report.check.rule", "dev.jprof.report.check.rule", MODEL, "dev.jprof.report.view");
    }

    @Test
    void the_referee_knows_what_it_compares_and_the_statistics() {
        staysWithin(
                "dev.jprof.report.referee..",
                "dev.jprof.report.referee..",
                "dev.jprof.report.statistics",
                MODEL,
                "dev.jprof.report.io",
                "dev.jprof.report.view..");
    }

    @Test
    void the_statistics_know_numbers_only() {
        staysWithin("dev.jprof.report.statistics..", "dev.jprof.report.statistics..");
    }

    @Test
    void the_model_is_plain_java() {
        classes()
                .that()
                .resideInAPackage(MODEL)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(MODEL, "java.lang..", "java.util..", "org.jspecify.annotations")
                                .or(primitive()))
                .check(HOUSE);
    }

    @Test
    void no_room_leads_back_to_where_it_came_from() {
        slices().matching("dev.jprof.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    /**
     * One place for messages in each half that has any: the command's entry, and the agent's one line. A file may be called
     * /dev/stdout.
     */
    @Test
    void few_classes_know_the_standard_streams() {
        assertThat(speakersIn(REPORT)).containsExactly("dev.jprof.report.io.OutputFile");
        assertThat(speakersIn(API))
                .containsExactlyInAnyOrder("dev.jprof.api.Agent", "dev.jprof.api.Profile", "dev.jprof.api.SelfAttach");
        assertThat(speakersIn(CLI)).containsExactly("dev.jprof.cli.Main");
        assertThat(speakersIn(AGENT)).hasSizeLessThanOrEqualTo(1);
    }

    private static List<String> speakersIn(String room) {
        return HOUSE.that(resideInAnyPackage(room)).stream()
                .filter(type -> type.getFieldAccessesFromSelf().stream()
                        .anyMatch(access ->
                                STANDARD_STREAMS.contains(access.getTarget().getFullName())))
                .map(JavaClass::getName)
                .toList();
    }

    private static void staysWithin(String room, String... rooms) {
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("dev.jprof..").or(resideInAnyPackage(rooms)))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> primitive() {
        return DescribedPredicate.describe(
                "primitives and their arrays",
                type -> type.getBaseComponentType().isPrimitive());
    }
}

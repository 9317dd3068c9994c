package dev.jprof.maven;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses ROOM = new ClassFileImporter().importPaths(Path.of("target/classes"));

    @Test
    void the_plugin_knows_maven_reports_and_the_options_of_the_agent() {
        assertThat(ROOM).hasSizeGreaterThanOrEqualTo(8);
        classes()
                .that()
                .resideInAPackage("dev.jprof.maven")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.jprof.maven",
                        "dev.jprof.report..",
                        "dev.jprof.agent.options",
                        "org.apache.maven..",
                        "org.codehaus.plexus.util.xml..",
                        "org.jspecify..",
                        "java.."))
                .check(ROOM);
    }
}

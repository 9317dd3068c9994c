package dev.jprof.junit;

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
    void the_extension_knows_the_api_and_junit_only() {
        assertThat(ROOM).hasSizeGreaterThanOrEqualTo(8);
        classes()
                .that()
                .resideInAPackage("dev.jprof.junit")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.jprof.junit", "dev.jprof.api", "java..", "org.junit..", "org.opentest4j"))
                .check(ROOM);
    }
}

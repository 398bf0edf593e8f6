package dev.maestro.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** The arrows of the house: tools to embedded to engine, and no package in a cycle. */
class HouseArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.maestro");

  @Test
  void all_rooms_are_looked_at() {
    for (String room : new String[] {"engine.weights", "embedded.journal", "cli.eval"}) {
      assertThat(HOUSE.that(resideInAnyPackage("dev.maestro." + room))).as(room).isNotEmpty();
    }
  }

  @Test
  void no_package_stands_in_a_cycle() {
    slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void the_engine_knows_nobody() {
    noClasses()
        .that()
        .resideInAPackage("dev.maestro.engine..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.maestro.embedded..", "dev.maestro.cli.."))
        .check(HOUSE);
  }

  @Test
  void embedded_knows_no_tool() {
    noClasses()
        .that()
        .resideInAPackage("dev.maestro.embedded..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.maestro.cli.."))
        .check(HOUSE);
  }

  /** Every package is a slice of its own, however deep. */
  private static final class EachPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(com.tngtech.archunit.core.domain.JavaClass javaClass) {
      return SliceIdentifier.of(javaClass.getPackageName());
    }

    @Override
    public String getDescription() {
      return "every package";
    }
  }
}

package dev.maestro.engine.policy;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PolicyArchitectureTest {
  @Test
  void the_packages_of_the_policy_form_no_cycle() {
    slices()
        .matching("dev.maestro.engine.(**)")
        .should()
        .beFreeOfCycles()
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.maestro.engine.policy"));
  }
}

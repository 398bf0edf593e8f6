package dev.maestro.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.cycle.Cycle;
import dev.maestro.engine.cycle.input.CycleInput;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What tools show was decided by the use cases that are deployed. */
class OneRoadTest {
  private static final JavaClasses TOOLS =
      House.classes()
          .that(
              resideInAnyPackage(
                  "dev.maestro.cli..", "dev.maestro.bench..", "dev.maestro.local.."));

  @Test
  void no_class_of_tools_constructs_a_cycle_input() {
    assertThat(TOOLS).isNotEmpty();
    noClasses().should().callConstructorWhere(on(CycleInput.class, Situation.class)).check(TOOLS);
  }

  @Test
  void no_class_of_tools_runs_a_cycle_past_its_use_case() {
    noClasses().should().callMethodWhere(on(Cycle.class)).check(TOOLS);
  }

  private static DescribedPredicate<JavaAccess<?>> on(Class<?>... types) {
    Set<String> names = Set.of(types).stream().map(Class::getName).collect(Collectors.toSet());
    return DescribedPredicate.describe(
        "it is of " + names, access -> names.contains(access.getTargetOwner().getName()));
  }
}

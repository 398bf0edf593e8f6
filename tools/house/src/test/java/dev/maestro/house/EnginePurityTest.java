package dev.maestro.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What the engine may not touch: everything that makes two runs on the same values differ. */
class EnginePurityTest {
  private static final JavaClasses ENGINE =
      House.classes().that(resideInAnyPackage("dev.maestro.engine.."));

  @Test
  void the_engine_depends_on_the_jdk_and_itself_alone() {
    classes()
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("dev.maestro.engine..", "java.."))
        .check(ENGINE);
  }

  @Test
  void the_engine_has_no_clock() {
    noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(ENGINE);
    for (Class<?> time :
        List.of(
            Instant.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            LocalDateTime.class,
            LocalDate.class)) {
      noClasses().should().callMethod(time, "now").check(ENGINE);
    }
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(ENGINE);
    noClasses().should().callMethod(System.class, "nanoTime").check(ENGINE);
  }

  @Test
  void the_engine_has_no_randomness() {
    for (Class<?> source :
        List.of(
            Random.class, SecureRandom.class, ThreadLocalRandom.class, SplittableRandom.class)) {
      noClasses().should().dependOnClassesThat().areAssignableTo(source).check(ENGINE);
    }
    noClasses().should().dependOnClassesThat().resideInAPackage("java.util.random..").check(ENGINE);
    noClasses().should().callMethod(UUID.class, "randomUUID").check(ENGINE);
    noClasses().should().callMethod(Math.class, "random").check(ENGINE);
  }

  @Test
  void the_engine_knows_nothing_of_its_surroundings() {
    noClasses().should().callMethod(System.class, "getenv").check(ENGINE);
    noClasses().should().callMethod(System.class, "getenv", String.class).check(ENGINE);
    noClasses().should().callMethod(System.class, "getProperty", String.class).check(ENGINE);
    noClasses()
        .should()
        .callMethod(System.class, "getProperty", String.class, String.class)
        .check(ENGINE);
    noClasses().should().callMethod(Boolean.class, "getBoolean", String.class).check(ENGINE);
    noClasses().should().callMethod(Integer.class, "getInteger", String.class).check(ENGINE);
    noClasses().should().callMethod(Long.class, "getLong", String.class).check(ENGINE);
    noClasses().should().callMethod(ZoneId.class, "systemDefault").check(ENGINE);
  }

  @Test
  void the_engine_reads_and_writes_nothing() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
        .check(ENGINE);
    noClasses().should().accessField(System.class, "out").check(ENGINE);
    noClasses().should().accessField(System.class, "err").check(ENGINE);
  }

  @Test
  void the_engine_takes_its_exponentials_from_strict_math() {
    for (String function : List.of("exp", "expm1", "log", "log10", "log1p", "pow")) {
      Class<?>[] arguments =
          function.equals("pow")
              ? new Class<?>[] {double.class, double.class}
              : new Class<?>[] {double.class};
      noClasses().should().callMethod(Math.class, function, arguments).check(ENGINE);
    }
  }
}

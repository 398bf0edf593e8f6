package dev.maestro.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may know whom: the picture of docs/architecture.md. A module is the first part of its package
 * below {@code dev.maestro}, a function the first two.
 */
final class Arrows {
  /** What each module knows beside itself and the JDK. */
  static final Map<String, Set<String>> KNOWS = new LinkedHashMap<>();

  static {
    KNOWS.put("engine", Set.of());
    KNOWS.put("emulator", Set.of());
    KNOWS.put("market", Set.of("engine"));
    KNOWS.put("embedded", Set.of("engine"));
    KNOWS.put("firestore", Set.of("engine"));
    KNOWS.put("google", Set.of("engine"));
    KNOWS.put("vertex", Set.of("engine"));
    KNOWS.put("testing", Set.of("engine", "emulator"));
    KNOWS.put("wiring", Set.of("engine", "firestore", "google"));
    for (String function :
        List.of("orchestrate", "conduct", "reweigh", "snapshot", "paper", "status")) {
      KNOWS.put(
          "functions." + function, Set.of("engine", "market", "firestore", "google", "wiring"));
    }
    KNOWS.put(
        "functions.conduct", Set.of("engine", "market", "firestore", "google", "vertex", "wiring"));
    KNOWS.put("local", Set.of("emulator"));
    KNOWS.put(
        "cli",
        Set.of(
            "engine", "market", "embedded", "firestore", "google", "wiring", "emulator", "local"));
    KNOWS.put(
        "bench",
        Set.of(
            "engine", "market", "embedded", "firestore", "google", "wiring", "emulator", "local"));
  }

  private Arrows() {}

  /** One rule per arrow that is not allowed. */
  static List<ArchRule> forbidden() {
    List<ArchRule> rules = new ArrayList<>();
    KNOWS.forEach(
        (module, known) ->
            KNOWS.keySet().stream()
                .filter(other -> !other.equals(module) && !known.contains(other))
                .forEach(other -> rules.add(none(module, other))));
    return rules;
  }

  /** Every package is a slice of its own, however deep. */
  static ArchRule noCycle() {
    return slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();
  }

  /** True if every rule holds. */
  static boolean allHold(JavaClasses classes) {
    return forbidden().stream().noneMatch(rule -> rule.evaluate(classes).hasViolation())
        && !noCycle().evaluate(classes).hasViolation();
  }

  private static ArchRule none(String module, String other) {
    return noClasses()
        .that()
        .resideInAPackage("dev.maestro." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.maestro." + other + "..")
        .allowEmptyShould(true);
  }

  private static final class EachPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return javaClass.getPackageName().startsWith("dev.maestro")
          ? SliceIdentifier.of(javaClass.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "every package";
    }
  }
}

package dev.maestro.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.maestro.cli.JsonText;
import dev.maestro.engine.config.InvalidConfigurationException;
import dev.maestro.engine.policy.profile.Category;
import dev.maestro.engine.policy.profile.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ProfileCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void all_parameters_are_printed_with_their_sources() {
    List<String> lines = run(Map.of("ORCH_BASE_RISK_PCT", "0.5"));
    assertThat(lines).first().isEqualTo("SAFE profile (the default)");
    assertThat(line(lines, "base_risk_pct"))
        .containsExactly("0.5", "%", "per", "trade", "environment");
    assertThat(line(lines, "daily_dd_limit")).containsExactly("2.5", "%", "profile");
    for (Parameter parameter : Parameter.values()) {
      assertThat(line(lines, parameter.key())).as(parameter.key()).isNotEmpty();
    }
    for (Category category : Category.values()) {
      assertThat(lines).contains(category.title());
    }
  }

  @Test
  void the_effect_per_regime_is_computed_by_the_rules() {
    List<String> lines = run(Map.of("ORCH_BASE_RISK_PCT", "0.5", "ORCH_BASE_CONFIDENCE", "0.6"));
    assertThat(lines)
        .contains(
            "  TRENDING UP    NORMAL  risk  0.450%  confidence 0.60  NORMAL   NORMAL    "
                + " TREND_FOLLOW",
            "  RANGING        HIGH    risk  0.200%  confidence 0.70  REDUCED  DEFENSIVE "
                + " DEFENSIVE_TRAIL");
    assertThat(lines).anyMatch(line -> line.startsWith("To switch: ORCH_PROFILE=SAFE"));
  }

  @ParameterizedTest
  @CsvSource({
    "ORCH_BASE_CONFIDENCE, 0.61", "ORCH_BASE_RISK_PCT, 0.33", "ORCH_DAILY_DD_LIMIT, 1.7",
    "ORCH_LOSING_STREAK_LIMIT, 3", "ORCH_MAX_OPEN_POSITIONS, 2", "ORCH_TOTAL_EXPOSURE_LIMIT, 7",
    "ORCH_PROFILE, aggressive", "CURRENT_PROFILE, Standard",
  })
  void each_variable_changes_the_result(String variable, String value) {
    assertThat(run(Map.of(variable, value))).isNotEqualTo(run(Map.of()));
    assertThat(run(Map.of(variable, value), "--json")).isNotEqualTo(run(Map.of(), "--json"));
  }

  @Test
  void a_given_name_wins_over_the_environment() {
    Map<String, String> environment = Map.of("ORCH_PROFILE", "SAFE");
    assertThat(run(environment, "standard"))
        .first()
        .isEqualTo("STANDARD profile (chosen by: explicit)");
    assertThat(run(environment)).first().isEqualTo("SAFE profile (chosen by: environment)");
  }

  @Test
  void files_hold_the_tenants_and_the_explicit_configuration() throws IOException {
    Path tenant =
        Files.writeString(
            folder.resolve("tenant.json"), "{\"profile\":\"STANDARD\",\"min_trades\":20}");
    Path explicit = Files.writeString(folder.resolve("explicit.json"), "{\"min_avg_R\":0.7}");
    List<String> lines =
        run(
            Map.of("ORCH_PROFILE", "SAFE"),
            "--tenant-config",
            tenant.toString(),
            "--config",
            explicit.toString());
    assertThat(lines).first().isEqualTo("STANDARD profile (chosen by: tenant)");
    assertThat(line(lines, "min_trades")).containsExactly("20", "trades", "tenant");
    assertThat(line(lines, "min_avg_R")).containsExactly("0.7", "R", "explicit");
  }

  @Test
  void the_comparison_marks_what_differs_in_all_ten_categories() {
    List<String> lines = run(Map.of("ORCH_MAX_OPEN_POSITIONS", "2"), "--compare");
    assertThat(lines.get(0).split(" +")).containsExactly("", "SAFE", "AGGRESSIVE", "STANDARD");
    for (Category category : Category.values()) {
      assertThat(lines).contains(category.title());
    }
    assertThat(lines.stream().filter(line -> line.startsWith("* base_risk_pct")).toList())
        .hasSize(1)
        .allMatch(line -> line.matches("\\* base_risk_pct +0\\.8 +1\\.2 +1\\.0 +% per trade"));
    assertThat(lines).anyMatch(line -> line.matches("  min_trades +10 +10 +10 +trades"));
    assertThat(lines)
        .contains("* the profiles differ. Active: SAFE, max_open_positions 2 by environment");
  }

  @Test
  void json_says_the_same() {
    Map<String, Object> one =
        JsonText.readObject(run(Map.of("ORCH_BASE_RISK_PCT", "0.5"), "--json").get(0));
    assertThat(one).containsEntry("profile", "SAFE").containsEntry("source", "profile");
    assertThat((List<?>) one.get("parameters")).hasSize(Parameter.values().length);
    assertThat(String.valueOf(one.get("parameters")))
        .contains(
            "{name=base_risk_pct, category=Base confidence and risk, unit=% per trade, value=0.5,"
                + " source=environment}");
    assertThat((List<?>) one.get("effective")).hasSize(12);
    Map<String, Object> compared = JsonText.readObject(run(Map.of(), "--json", "--compare").get(0));
    assertThat(compared).containsEntry("active", "SAFE");
    assertThat(String.valueOf(compared.get("parameters")))
        .contains(
            "name=recovery_after_streak, category=Recovery, unit=wins, SAFE=2, AGGRESSIVE=1,"
                + " STANDARD=0, differs=true")
        .contains(
            "name=min_trades, category=Symbol filters, unit=trades, SAFE=10, AGGRESSIVE=10,"
                + " STANDARD=10, differs=false");
  }

  @Test
  void nonsense_is_refused_with_the_valid_names_whatever_else_is_asked() {
    for (String[] arguments : new String[][] {{}, {"SAFE"}, {"--compare"}}) {
      assertThatThrownBy(() -> run(Map.of("ORCH_PROFILE", "nonsense"), arguments))
          .isInstanceOf(InvalidConfigurationException.class)
          .hasMessageContaining(
              "ORCH_PROFILE must be SAFE, AGGRESSIVE or STANDARD, got 'nonsense'");
    }
  }

  @Test
  void nonsense_in_the_environment_stops_the_program_with_exit_code_2() throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.maestro.cli.main.Maestro",
            "profile");
    program.environment().put("ORCH_PROFILE", "nonsense");
    Path errors = folder.resolve("errors.txt");
    program.redirectError(errors.toFile()).redirectOutput(folder.resolve("out.txt").toFile());
    assertThat(program.start().waitFor()).isEqualTo(2);
    assertThat(Files.readString(errors))
        .contains("ORCH_PROFILE must be SAFE, AGGRESSIVE or STANDARD, got 'nonsense'");
    assertThat(folder.resolve("out.txt")).isEmptyFile();
  }

  private static List<String> run(Map<String, String> environment, String... arguments) {
    ProfileCommand command = new ProfileCommand(environment);
    new CommandLine(command).parseArgs(arguments);
    return command.output(command.resolve());
  }

  private static List<String> line(List<String> lines, String parameter) {
    return lines.stream()
        .map(line -> line.strip().split(" +"))
        .filter(words -> words[0].equals(parameter))
        .map(words -> List.of(words).subList(1, words.length))
        .findFirst()
        .orElse(List.of());
  }
}

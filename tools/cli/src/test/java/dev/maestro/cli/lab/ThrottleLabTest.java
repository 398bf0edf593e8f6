package dev.maestro.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import dev.maestro.cli.lab.world.Noise;
import dev.maestro.cli.lab.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrottleLabTest {
  private static final ThrottleLab LAB = new ThrottleLab(Noise.T4, 60, 500, 7);

  private static Map<Contestant, LabScore> dying(ThrottleLab lab) {
    return lab.fly(World.DYING, () -> {});
  }

  @Test
  void the_same_seed_gives_the_same_figures_and_another_one_others() {
    Map<Contestant, LabScore> once = dying(LAB);
    assertThat(dying(LAB)).isEqualTo(once);
    assertThat(dying(new ThrottleLab(Noise.T4, 60, 500, 8))).isNotEqualTo(once);
  }

  @Test
  void every_life_is_told_once() {
    AtomicInteger told = new AtomicInteger();
    new ThrottleLab(Noise.NORMAL, 25, 20, 1).fly(World.of(1), told::incrementAndGet);
    assertThat(told).hasValue(25);
  }

  @Test
  void knowing_the_world_helps_and_evidence_turns_over_less_than_thirty_days() {
    Map<Contestant, LabScore> scores = new EnumMap<>(dying(LAB));
    assertThat(scores).containsOnlyKeys(Contestant.values());
    scores.values().forEach(score -> assertThat(score.kept()).isLessThanOrEqualTo(1));
    LabScore alwaysOn = scores.remove(Contestant.ALWAYS_ON);
    LabScore knowing = scores.remove(Contestant.KNOWING);
    LabScore thirtyDays = scores.remove(Contestant.THIRTY_DAYS);
    LabScore evidence = scores.remove(Contestant.EVIDENCE);
    assertThat(alwaysOn.turnover()).isZero();
    assertThat(alwaysOn.shadowShare()).isZero();
    assertThat(knowing.kept()).isGreaterThan(alwaysOn.kept());
    assertThat(evidence.turnover()).isLessThan(thirtyDays.turnover() / 2);
  }

  @Test
  void the_command_prints_a_table_of_what_was_asked_for() {
    CommandRun run =
        CommandRun.of(
            "lab",
            "throttle",
            "--worlds",
            "static,1.5",
            "--lives",
            "5",
            "--days",
            "40",
            "--noise",
            "normal",
            "--seed",
            "3");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines().get(0))
        .isEqualTo("5 strategies a world, 40 days each, noise normal, seed 3");
    assertThat(run.out())
        .contains("world: static", "knows the world", "Sharpe 1.5")
        .doesNotContain("dying");
  }

  @Test
  void json_has_one_line_per_world() {
    CommandRun run =
        CommandRun.of(
            "lab", "throttle", "--worlds", "dying", "--lives", "5", "--days", "40", "--json");
    assertThat(run.lines()).hasSize(1);
    JsonObject world = JsonParser.parseString(run.lines().get(0)).getAsJsonObject();
    assertThat(world.get("world").getAsString()).isEqualTo("dying");
    assertThat(world.getAsJsonObject("throttles").getAsJsonObject("EVIDENCE").keySet())
        .containsExactly("kept", "kept_error", "shadow_share", "turnover");
  }

  @Test
  void wrong_usage_is_one_sentence() {
    for (String[] wrong :
        new String[][] {
          {"--worlds", "flat"},
          {"--worlds", "9"},
          {"--lives", "0"},
          {"--days", "-1"},
          {"--noise", "pink"}
        }) {
      CommandRun run = CommandRun.of("lab", "throttle", wrong[0], wrong[1]);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("maestro: --").contains(wrong[0]).hasLineCount(1);
    }
  }

  @Test
  void the_picture_has_a_bar_for_every_throttle_of_every_world(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("lab.svg");
    CommandRun run =
        CommandRun.of(
            "lab", "throttle", "--lives", "5", "--days", "90", "--picture", file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(file))
        .startsWith("<svg xmlns")
        .contains("world static", "world dying", "knows the world")
        .satisfies(svg -> assertThat(svg.split("height=\"15\"", -1)).hasSize(1 + 10));
  }
}

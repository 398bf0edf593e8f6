package dev.maestro.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import dev.maestro.embedded.storm.fault.PlantedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerLabTest {
  private static CommandRun lab(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "lab";
    all[1] = "ledger";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return CommandRun.of(all);
  }

  private static Path docs() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("docs/ledger.md"))) {
      root = Optional.ofNullable(root.getParent()).orElseThrow();
    }
    return root.resolve("docs/ledger.md");
  }

  @Test
  void a_sound_engine_ends_with_zero_and_the_same_hash_every_time() {
    CommandRun run = lab("--schedules", "300", "--seed", "7");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("300  from seed 7", "every invariant held");
    assertThat(lab("--schedules", "300", "--seed", "7").out()).isEqualTo(run.out());
  }

  @Test
  void a_planted_fault_is_found_and_its_seed_tells_the_story() {
    CommandRun found = lab("--fault", "wiped-at-once", "--json");
    assertThat(found.exitCode()).isEqualTo(1);
    JsonObject report = JsonParser.parseString(found.out()).getAsJsonObject();
    assertThat(report.get("broken").getAsString())
        .isEqualTo("nothing is taken out that was not shown gone twice");

    CommandRun replay =
        lab("--fault", "WIPED_AT_ONCE", "--replay", report.get("broken_seed").getAsString());
    assertThat(replay.exitCode()).isEqualTo(1);
    assertThat(replay.lines().get(0)).contains("snapshot as of");
    assertThat(replay.out()).contains("BROKEN: nothing is taken out");
  }

  @Test
  void a_table_says_how_soon_each_fault_is_found_and_the_docs_name_each() throws IOException {
    String docs = Files.readString(docs());
    CommandRun table = lab("--fault", "all", "--schedules", "10000");
    assertThat(table.exitCode()).isZero();
    for (PlantedFault fault : PlantedFault.values()) {
      assertThat(table.out()).contains(fault.name());
      assertThat(docs).contains("    " + fault.name() + " ");
    }
    assertThat(table.out()).doesNotContain("NOT FOUND");
  }

  @Test
  void a_fault_that_too_few_schedules_miss_ends_with_one() {
    CommandRun table = lab("--fault", "all", "--schedules", "1", "--seed", "2");
    assertThat(table.exitCode()).isEqualTo(1);
    assertThat(table.out()).contains("NOT FOUND");
  }

  @Test
  void wrong_usage_is_one_sentence() {
    for (String[] wrong : new String[][] {{"--schedules", "0"}, {"--fault", "sunspots"}}) {
      CommandRun run = lab(wrong);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("maestro: " + wrong[0]).hasLineCount(1);
    }
  }
}

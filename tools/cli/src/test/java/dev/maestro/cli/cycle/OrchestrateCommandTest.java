package dev.maestro.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrchestrateCommandTest {
  private static Path fixture(String name) throws URISyntaxException {
    return Path.of(OrchestrateCommandTest.class.getResource("/cycle/" + name).toURI());
  }

  /** The golden record was written once; every JDK has to write the same bytes. */
  @Test
  void the_same_input_gives_the_golden_record_in_a_hundred_runs()
      throws IOException, URISyntaxException {
    String golden = Files.readString(fixture("record.json"));
    for (int run = 0; run < 100; run++) {
      CommandRun decided =
          CommandRun.of("orchestrate", "--input", fixture("input.json").toString());
      assertThat(decided.exitCode()).isZero();
      assertThat(decided.out())
          .as(
              "run %d; after a wanted change: ./maestro orchestrate --input"
                  + " tools/cli/src/test/resources/cycle/input.json >"
                  + " tools/cli/src/test/resources/cycle/record.json",
              run)
          .isEqualTo(golden);
    }
  }

  @Test
  void the_record_is_the_first_of_a_whole_chain() throws URISyntaxException {
    CommandRun audit = CommandRun.of("audit", fixture("record.json").toString());
    assertThat(audit.exitCode()).isZero();
    assertThat(audit.out()).contains("1 records, the chain is whole");
  }

  @Test
  void a_date_twice_is_no_performance(@TempDir Path folder) throws IOException, URISyntaxException {
    assertThat(decided(folder, "2025-12-21", "2025-12-20"))
        .contains("2025-12-20 has two rows")
        .contains("PERFORMANCE_UNAVAILABLE");
  }

  @Test
  void rows_a_year_old_are_not_recent(@TempDir Path folder) throws IOException, URISyntaxException {
    assertThat(decided(folder, "2025-12-2", "2024-12-2")).contains("Constant losses.");
  }

  @Test
  void rows_are_evidence_and_the_other_method_stands_beside_the_one_that_decides()
      throws URISyntaxException {
    assertThat(CommandRun.of("orchestrate", "--input", fixture("input.json").toString()).out())
        .contains("\"expected_sharpe\":0.3247950182", "\"days\":6", "EVIDENCE: ACTIVE.");
  }

  @Test
  void by_evidence_a_strategy_with_rows_has_a_mode_of_its_own(@TempDir Path folder)
      throws IOException, URISyntaxException {
    assertThat(
            decided(
                folder, "\"config\": {", "\"config\": {\"throttle\": {\"method\": \"EVIDENCE\"},"))
        .contains("SHARPE: ")
        .doesNotContain("no evidence is kept");
  }

  /** The record of the input with another text in place of one. */
  private static String decided(Path folder, String text, String other)
      throws IOException, URISyntaxException {
    String input = Files.readString(fixture("input.json")).replace(text, other);
    Path file = Files.writeString(folder.resolve("input.json"), input);
    return CommandRun.of("orchestrate", "--input", file.toString()).out();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"now\":\"yesterday\",\"tenant\":\"t\"}",
        "{\"now\":\"2026-01-05T15:00:00Z\"}",
        "{\"now\":\"2026-01-05T15:00:00Z\",\"tenant\":\"t\",\"strategies\":[{\"id\":\"no"
            + " blank\"}]}",
        "{\"now\":\"2026-01-05T15:00:00Z\",\"tenant\":\"t\",\"slot\":\"2026-01-05T15:01:00Z\","
            + "\"strategies\":\"all\"}",
        "not json"
      })
  void an_unreadable_input_is_one_sentence_and_exit_code_2(String text, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("input.json"), text);
    CommandRun run = CommandRun.of("orchestrate", "--input", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
  }

  /** What each would have loosened stands beside it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"inFlight\":[] | inFlight is not a known name: did you mean in_flight?",
        "\"known_nonce\":[] | known_nonce is not a known name: did you mean known_nonces?",
        "\"strategies\":[{\"id\":\"a\",\"state\":\"DISABLED\"}] | state is not a known name: did"
            + " you mean status?",
        "\"strategies\":[{\"id\":\"a\"},{\"id\":\"a\",\"status\":\"DISABLED\"}] | the strategy a is"
            + " registered twice, as LIVE and as DISABLED: name it once",
        "\"account\":{\"equity\":\"1\",\"buying_power\":\"1\",\"as_of\":\"2026-01-05T15:00:00Z\","
            + "\"positions\":null} | positions is missing and must be there",
        "\"selection\":{\"allowed\":[],\"probation\":[[\"x\"]]} | probation",
        "\"selection\":{\"allow\":[]} | allow is not a known name: did you mean allowed?",
        "\"policy\":{\"kill_swich\":\"x\"} | kill_swich is not a known name: did you mean"
            + " kill_switch?",
        "\"config\":{\"vix_halve_over\":1} | vix_halve_over is not a known name: did you mean",
        "\"signals\":[{\"strategy\":\"a\",\"signals\":{}}] | signals is not a known name: did you"
            + " mean signal?",
        "\"performance\":{\"a\":[{\"date\":\"2026-01-02\",\"realised\":\"1\"}]} | realised is not a"
            + " known name: did you mean realized_pnl?"
      })
  void what_is_lost_or_has_a_name_that_nobody_knows_is_refused(
      String part, String message, @TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("input.json"),
            "{\"now\":\"2026-01-05T15:00:00Z\",\"tenant\":\"t\"," + part + "}");
    CommandRun run = CommandRun.of("orchestrate", "--input", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }
}

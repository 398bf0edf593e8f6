package dev.maestro.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal of which nothing can be used, and words that are no number. */
class NothingUsableTest {
  private static final String HEADER = "agent_id,closed_at,realized_pnl,entry_price,quantity\n";

  @TempDir private Path folder = Path.of("");

  private Path write(String rows) throws IOException {
    return Files.writeString(folder.resolve("journal.csv"), HEADER + rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights", "demo", "evidence"})
  void every_screen_says_what_was_read_and_fails(String command) throws IOException {
    Path file = write("A,2025-01-05 10:00:00,5,50,1\nA,45291.5,\"1,5\",50,1\n");
    CommandRun run = CommandRun.of(command, "--journal", file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("Read: journal.csv", "format         maestro", "2 rejected")
        .contains("P&L check      none: no row could be used")
        .contains("time zone      the offset of each time; one without is rejected (--zone")
        .contains("has no usable closed trade");
  }

  @Test
  void a_time_without_a_zone_names_the_option_and_the_option_reads_it() throws IOException {
    Path file = write("A,2025-01-05 10:00:00,5,50,1\nA,2025-01-06,-5,50,1\n");
    CommandRun run = CommandRun.of("weights", "--journal", file.toString());
    assertThat(run.err())
        .contains("'2025-01-05 10:00:00', it has no time zone: say which with --zone");
    CommandRun said =
        CommandRun.of("weights", "--journal", file.toString(), "--zone", "Europe/Berlin");
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("2 closed")
        .contains("Europe/Berlin (--zone), where a time has no offset; a date alone is its 00:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100,000", "1e", "$5", "NaN", ""})
  void a_capital_that_is_no_number_is_named_without_a_word_of_java(String capital)
      throws IOException {
    Path file = write("A,2025-01-05T10:00:00Z,5,50,1\n");
    for (String command : new String[] {"weights", "evidence"}) {
      CommandRun run = CommandRun.of(command, "--journal", file.toString(), "--capital", capital);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err())
          .contains("--capital", "'" + capital + "' is no number: write digits only")
          .doesNotContain("java", "Exception");
    }
  }
}

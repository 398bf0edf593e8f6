package dev.maestro.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A P&amp;L whose sign is lost or turned is told with the column that is to be looked at. */
class SignWarningsTest {
  private static final String HEADER =
      "trade_id,agent_id,symbol,closed_at,entry_price,exit_price,quantity,realized_pnl,side\n";

  @TempDir private Path folder = Path.of("");

  private CommandRun weigh(String text, String... options) throws IOException {
    return WeighedText.of(folder.resolve("journal.csv"), text, options);
  }

  private static String row(int id, int exit, int quantity, String pnl, String side) {
    return "t%d,A,X,2025-01-%02dT10:00:00Z,50,%d,%d,%s,%s%n"
        .formatted(id, id, exit, quantity, pnl, side);
  }

  @Test
  void shorts_that_are_read_as_longs_are_told() throws IOException {
    String rows =
        HEADER
            + row(1, 45, 10, "50", "LONG")
            + row(2, 46, 10, "40", "LONG")
            + row(3, 55, 10, "-50", "LONG");
    assertThat(weigh(rows).err())
        .contains("in 3 of 3 trades the P&L has the other sign", "column of the side");
    CommandRun right = weigh(rows.replace("LONG", "SHORT"));
    assertThat(right.err()).isEmpty();
    assertThat(right.out()).contains("P&L check      as the prices say in 3 of 3 trades\n");
  }

  @Test
  void losses_that_lost_their_minus_are_told() throws IOException {
    String rows =
        HEADER
            + row(1, 55, 10, "49", "LONG")
            + row(2, 56, 10, "59", "LONG")
            + row(3, 57, 10, "69", "LONG")
            + row(4, 45, 10, "51", "LONG")
            + row(5, 46, 10, "41", "LONG");
    assertThat(weigh(rows).err())
        .contains("no P&L of the file is below 0, though 2 trades lost by their prices");
  }

  @Test
  void without_a_side_the_screen_says_how_a_quantity_was_taken() throws IOException {
    String rows = HEADER + row(1, 55, 10, "49", "") + row(2, 45, 10, "-51", "");
    CommandRun right = weigh(rows);
    assertThat(right.out()).contains("in 2 of 2 trades; no column says long or short");
    CommandRun unsaid = weigh(rows.replace("49", "-51").replace(",-51,\n", ",50,\n"));
    assertThat(unsaid.err()).contains("--map 'side=Column' or 'side=:SHORT'");
  }

  @Test
  void what_is_said_twice_is_refused() throws IOException {
    String rows = HEADER + row(1, 55, 10, "49", "LONG");
    CommandRun multiplier = weigh(rows, "--multiplier", "X=50", "--multiplier", "X=5");
    assertThat(multiplier.exitCode()).isEqualTo(2);
    assertThat(multiplier.err()).contains("--multiplier says two things of X, 50 and 5");
    CommandRun map = weigh(rows, "--map", "agent_id=symbol", "--map", "agent_id=:B");
    assertThat(map.exitCode()).isEqualTo(2);
    assertThat(map.err()).contains("--map says two things of agent_id, symbol and :B");
    assertThat(weigh(rows, "--multiplier", "X=1", "--multiplier", "X=1.0").exitCode()).isZero();
  }
}

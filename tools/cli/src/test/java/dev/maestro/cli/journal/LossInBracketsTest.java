package dev.maestro.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements of eToro that write a loss as an invoice does: {@code (30.40)}. */
class LossInBracketsTest {
  private static final Path STATEMENT = Path.of("src/test/resources/journals/formats/etoro.csv");

  @TempDir private Path folder = Path.of("");

  private CommandRun weights(String statement) throws IOException {
    Path file = Files.writeString(folder.resolve("closed.csv"), statement);
    return CommandRun.of("weights", "--json", "--zone", "UTC", "--journal", file.toString());
  }

  private static JsonArray agents(CommandRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("agents");
  }

  @Test
  void brackets_are_the_minus_of_a_statement() throws IOException {
    String signed = Files.readString(STATEMENT);
    String bracketed =
        signed.replace(",-30.40,", ",(30.40),").replace(",-36.00,", ",\"($36.00)\",");
    assertThat(bracketed.lines().filter(line -> line.contains("(")).count()).isEqualTo(2);
    assertThat(agents(weights(bracketed))).isEqualTo(agents(weights(signed)));
  }

  @Test
  void who_lost_in_every_trade_is_losing_in_brackets_too() throws IOException {
    String row = ",1000.00,20,50.00,%s,0.80,%s,02/01/2024 14:30,15/01/2024 20:59,0,0,0,%s,,,\n";
    CommandRun run =
        weights(
            Files.readString(STATEMENT).lines().findFirst().orElseThrow()
                + "\n"
                + ("1,Buy A" + row).formatted("45.00", "(100.80)", "loser")
                + ("2,Buy A" + row).formatted("44.00", "\"(1,120.80)\"", "loser")
                + ("3,Buy A" + row).formatted("55.00", "99.20", "winner")
                + ("4,Buy A" + row).formatted("54.00", "79.20", "winner"));
    JsonObject loser = agents(run).get(0).getAsJsonObject();
    assertThat(loser.get("agent_id").getAsString()).isEqualTo("loser");
    assertThat(loser.get("standing").getAsString()).isEqualTo("LOSING");
    assertThat(loser.get("mean_return").getAsDouble()).isEqualTo(-(100.80 + 1120.80) / 2 / 1000);
  }

  @Test
  void half_a_bracket_is_no_number() throws IOException {
    String statement = Files.readString(STATEMENT);
    for (String half : new String[] {"(30.40", "30.40)", "(-30.40)"}) {
      CommandRun run = weights(statement.replace(",-30.40,", "," + half + ","));
      assertThat(run.err())
          .contains("line 4: BAD_NUMBER:realized_pnl (2100000003, Profit: '" + half + "'");
    }
  }
}

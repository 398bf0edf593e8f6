package dev.maestro.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);

  @TempDir private Path folder = Path.of("");

  private CommandRun replay(Path journal, String... more) {
    String[] all = new String[more.length + 5];
    System.arraycopy(
        new String[] {"replay", "--journal", journal.toString(), "--out", folder.toString()},
        0,
        all,
        0,
        5);
    System.arraycopy(more, 0, all, 5, more.length);
    return CommandRun.of(all);
  }

  private Path journal(int agents, int days) throws IOException {
    StringBuilder rows = new StringBuilder();
    SplittableRandom random = new SplittableRandom(4);
    for (int day = 0; day < days; day++) {
      for (int agent = 0; agent < agents; agent++) {
        rows.append(
            String.format(
                Locale.ROOT,
                "{\"trade_id\":\"t%d-%d\",\"agent_id\":\"Agent-%d\",\"symbol\":\"X\","
                    + "\"side\":\"LONG\",\"entry_price\":\"9.64e-05\","
                    + "\"quantity\":\"10.37344398340249\",\"realized_pnl\":\"%.9f\","
                    + "\"closed_at\":\"%sT07:20:00+00:00\"}%n",
                day,
                agent,
                agent,
                1e-5 * random.nextGaussian(),
                FIRST.plusDays(day)));
      }
    }
    return Files.writeString(folder.resolve("journal.jsonl"), rows);
  }

  private Path months() throws IOException {
    StringBuilder rows = new StringBuilder("\"\",\"Macro\",\"Arbitrage\"\n");
    for (int month = 0; month < 36; month++) {
      LocalDate end = LocalDate.of(2020, 1, 1).plusMonths(month + 1).minusDays(1);
      rows.append(end + "," + 0.001 * (month % 5) + "," + 0.002 * (month % 3 - 1) + "\n");
    }
    return Files.writeString(folder.resolve("months.csv"), rows);
  }

  @Test
  void schemes_and_throttles_stand_side_by_side_and_a_report_is_written() throws IOException {
    CommandRun run = replay(journal(3, 60));

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines().get(0))
        .matches(
            "scheme +throttle +growth +Sharpe +PSR +worst drawdown +turnover a year +cost +largest"
                + " +a row against EQUAL, in bps");
    assertThat(run.out())
        .containsPattern("SHARPE +EVIDENCE +-?\\d")
        .containsPattern("EVIDENCE +OFF +-?\\d")
        .containsPattern("EQUAL +SHARPE +-?\\d")
        .contains("60 days with trades, 2025-03-03 to 2025-05-01, 3 agents, 5.0 bps")
        .contains("Nothing was shown");
    assertThat(Files.readString(folder.resolve("replay.html")))
        .contains("Money over time", "Below the peak", "Weights of EVIDENCE", "<polyline")
        .doesNotContain("src=\"http", "href=\"http");
  }

  @Test
  void a_table_of_monthly_returns_is_walked_and_nobody_is_throttled() throws IOException {
    CommandRun run = replay(months(), "--scheme", "evidence", "--json");

    assertThat(run.exitCode()).isZero();
    JsonObject result = JsonParser.parseString(run.out()).getAsJsonObject();
    JsonArray lines = result.getAsJsonArray("lines");
    assertThat(result.get("days").getAsInt()).isEqualTo(36);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).getAsJsonObject().get("scheme").getAsString()).isEqualTo("EVIDENCE");
    assertThat(lines.get(1).getAsJsonObject().get("scheme").getAsString()).isEqualTo("EQUAL");
    assertThat(lines.get(1).getAsJsonObject().get("daily_difference").isJsonNull()).isTrue();
    assertThat(replay(months()).out()).contains("nobody is throttled");
  }

  @Test
  void a_single_agent_is_named() throws IOException {
    assertThat(replay(journal(1, 30)).out())
        .contains("There is one agent, Agent-0: schemes and throttles differ only in how much");
  }

  @Test
  void a_sleeve_shows_what_it_cannot_end_below() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config.json"), "{\"weights\": {\"floor_sleeve\": \"0.25\"}}");

    assertThat(replay(journal(3, 60), "--config", config.toString()).out())
        .containsPattern("SHARPE with a sleeve of 25 % .* no path could end it below");
  }

  /** 50 days of gains for A alone, then more than all of its capital lost. */
  private Path ruin(double loss) throws IOException {
    StringBuilder rows =
        new StringBuilder("trade_id,agent_id,closed_at,realized_pnl,entry_price,quantity\n");
    for (int day = 0; day < 60; day++) {
      for (String agent : new String[] {"A", "B", "C"}) {
        double pnl = agent.equals("A") ? (day == 50 ? loss : 5 + day % 2) : -3 - day % 2;
        rows.append(agent + day + "," + agent + "," + FIRST.plusDays(day) + "T10:00:00Z,");
        rows.append(pnl + ",100,10\n");
      }
    }
    return Files.writeString(folder.resolve("ruin.csv"), rows);
  }

  @Test
  void whoever_lost_everything_is_named_and_not_passed_over() throws IOException {
    assertThat(replay(ruin(-2500)).out()).contains("Lost everything: SHARPE; ");
    assertThat(replay(ruin(-1e6)).out())
        .containsPattern("Lost everything: .*EQUAL.* With EQUAL lost there is nothing to compare")
        .doesNotContain("othing was shown");
  }

  @Test
  void what_needs_the_benchmark_is_refused() throws IOException {
    Path config =
        Files.writeString(folder.resolve("config.json"), "{\"evidence\": {\"neutral\": true}}");

    CommandRun run = replay(journal(2, 5), "--config", config.toString());
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err()).contains("evidence.neutral needs bars of the benchmark");
  }

  @Test
  void costs_are_paid() throws IOException {
    Path journal = journal(3, 60);
    assertThat(growth(replay(journal, "--cost-bps", "0", "--json")))
        .isGreaterThan(growth(replay(journal, "--cost-bps", "50", "--json")));
  }

  private static double growth(CommandRun run) {
    return JsonParser.parseString(run.out())
        .getAsJsonObject()
        .getAsJsonArray("lines")
        .get(0)
        .getAsJsonObject()
        .get("growth")
        .getAsDouble();
  }

  @Test
  void what_cannot_be_replayed_is_said_in_a_sentence() throws IOException {
    assertThat(replay(journal(2, 1)).err())
        .contains("has 1 day with a closed trade: a replay needs 2");
    assertThat(replay(folder.resolve("absent.csv")).exitCode()).isNotZero();
    assertThat(replay(journal(2, 5), "--scheme", "BEST").err())
        .contains("--scheme takes SHARPE, EVIDENCE and EQUAL, got BEST");
    assertThat(replay(journal(2, 5), "--cost-bps", "-1").err())
        .contains("cost-bps must be from 0 to 1000, got -1.0");
  }

  @Test
  void all_wrong_settings_are_named() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config.json"),
            "{\"weights\": {\"temperature\": 0}, \"evidence\": {\"alpha\": 0, \"prior_sd\": 0}}");
    CommandRun run = replay(journal(2, 5), "--config", config.toString());

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err()).contains("temperature", "alpha", "prior_sd");
  }
}

package dev.maestro.cli.evidence;

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

class EvidenceCommandTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  @TempDir private Path folder = Path.of("");

  @Test
  void every_agent_and_strategy_has_its_row_and_every_silence_says_what_it_is_worth()
      throws IOException {
    CommandRun run = CommandRun.of("evidence", "--journal", journal().toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines().get(0))
        .matches(
            "agent +strategy +trades +Sharpe +PSR +DSR +needs +days +expected +negative +word");
    assertThat(run.out())
        .contains("Dead")
        .containsPattern("Good +swing +120")
        .contains("Dead: DISPROVED after 120 days")
        .contains(
            "New: 20 days: this could have caught a dead agent in 0 % of cases;"
                + " 175 more days until it could be told");
  }

  @Test
  void a_single_trade_proves_nothing_and_disproves_nothing() throws IOException {
    JsonObject one = row(json(), "One");
    assertThat(one.get("record").isJsonNull()).isTrue();
    assertThat(one.getAsJsonObject("evidence").get("word").getAsString()).isEqualTo("UNDECIDED");
    assertThat(one.get("trades").getAsInt()).isEqualTo(1);
  }

  @Test
  void the_best_of_many_is_worth_less_than_the_only_one() throws IOException {
    JsonObject good = row(json(), "Good").getAsJsonObject("record");
    assertThat(good.get("dsr").getAsDouble()).isLessThan(good.get("psr").getAsDouble());
    JsonObject among =
        row(json("--config", file("{\"agents_tried\": 200}").toString()), "Good")
            .getAsJsonObject("record");
    assertThat(among.get("dsr").getAsDouble()).isLessThan(good.get("dsr").getAsDouble());
    assertThat(among.get("psr").getAsDouble()).isEqualTo(good.get("psr").getAsDouble());
  }

  @Test
  void the_file_of_a_tenant_says_the_same_as_its_section_alone() throws IOException {
    assertThat(json("--config", file("{\"evidence\": {\"agents_tried\": 200}}").toString()))
        .isEqualTo(json("--config", file("{\"agents_tried\": 200}").toString()))
        .isNotEqualTo(json());
  }

  @Test
  void what_needs_the_benchmark_is_refused() throws IOException {
    String config = file("{\"neutral\": true}").toString();
    assertThat(
            CommandRun.of("evidence", "--journal", journal().toString(), "--config", config).err())
        .contains("evidence.neutral needs bars of the benchmark");
  }

  @Test
  void the_report_has_a_picture_of_each_strategy() throws IOException {
    CommandRun run =
        CommandRun.of("evidence", "--journal", journal().toString(), "--out", folder.toString());
    assertThat(run.out()).contains("Report: " + folder.resolve("evidence.html"));
    String page = Files.readString(folder.resolve("evidence.html"));
    assertThat(page.split("<svg", -1)).hasSize(1 + 4);
    assertThat(page).contains("Good in swing").doesNotContain("http");
  }

  @Test
  void neither_and_both_of_file_and_tenant_are_refused() throws IOException {
    assertThat(CommandRun.of("evidence").err())
        .contains("name either a file with --journal or a tenant with --tenant");
    assertThat(CommandRun.of("evidence", "--journal", "j.csv", "--tenant", "acme").exitCode())
        .isEqualTo(2);
    CommandRun wrong =
        CommandRun.of(
            "evidence",
            "--journal",
            journal().toString(),
            "--config",
            file("{\"alpha\": 0, \"prior_sd\": 0, \"grid\": []}").toString());
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("alpha must be above 0 and below 1, got 0.0")
        .contains("prior_sd must be from 0.1 to 10.0, got 0.0")
        .contains("grid");
    assertThat(CommandRun.of("evidence", "--journal", journal().toString(), "--capital", "0").err())
        .contains("--capital must be above 0, got 0");
  }

  private JsonArray json(String... more) throws IOException {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "evidence";
    arguments[1] = "--json";
    arguments[2] = "--journal";
    arguments[3] = journal().toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.err()).isEmpty();
    return JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("evidence");
  }

  private static JsonObject row(JsonArray rows, String agent) {
    for (int i = 0; i < rows.size(); i++) {
      JsonObject row = rows.get(i).getAsJsonObject();
      if (row.get("agent").getAsString().equals(agent)) {
        return row;
      }
    }
    throw new AssertionError(agent + " is not in " + rows);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("config.json"), text);
  }

  private Path journal() throws IOException {
    StringBuilder text =
        new StringBuilder(
            "trade_id,agent_id,strategy_id,closed_at,realized_pnl,entry_price,quantity\n");
    SplittableRandom random = new SplittableRandom(11);
    for (int day = 0; day < 120; day++) {
      add(text, "Good", "swing", day, 20 + random.nextDouble(-100, 100));
      add(text, "Dead", "", day, -45 + random.nextDouble(-100, 100));
      if (day < 20) {
        add(text, "New", "", day, 15 + random.nextDouble(-100, 100));
      }
    }
    add(text, "One", "", 3, 5);
    return Files.writeString(folder.resolve("journal.csv"), text);
  }

  private static void add(
      StringBuilder text, String agent, String strategy, int day, double earned) {
    text.append(
        String.format(
            Locale.ROOT,
            "%s-%d,%s,%s,%sT12:00:00Z,%.2f,100,10%n",
            agent,
            day,
            agent,
            strategy,
            FIRST.plusDays(day),
            earned));
  }
}

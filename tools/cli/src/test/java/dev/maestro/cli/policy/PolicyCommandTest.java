package dev.maestro.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import dev.maestro.cli.JsonText;
import dev.maestro.engine.audit.ChainHead;
import dev.maestro.engine.audit.ChainRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
  private static final Instant START = Instant.parse("2026-03-02T14:30:00Z");

  @TempDir private Path folder = Path.of("");

  private static Map<String, Object> policy(double risk, String note, String... blocks) {
    Map<String, Object> policy = new TreeMap<>();
    policy.put("allow_new_trades", blocks.length == 0);
    policy.put("risk_profile", blocks.length == 0 ? "NORMAL" : "NO_NEW_TRADES");
    policy.put("max_risk_pct", risk);
    policy.put("min_confidence", 0.5);
    policy.put("entry_mode", "NORMAL");
    policy.put("exit_mode", "TREND_FOLLOW");
    policy.put("max_positions", 8);
    policy.put("allowed_symbols", List.of("SPY", "AAPL"));
    policy.put("disallowed_symbols", List.of());
    policy.put("block_reasons", List.of(blocks));
    policy.put("note", note);
    policy.put("profile", "STANDARD");
    return policy;
  }

  private static Map<String, Object> record(int cycle, Optional<Object> policy, String mode) {
    Map<String, Object> record = new TreeMap<>();
    record.put("kind", "cycle");
    record.put("tenant_id", "acme");
    record.put("timestamp", START.plusSeconds(1800L * cycle).toString());
    record.put("policy", policy);
    record.put("risk_mode", mode);
    record.put("risk_reasons", List.of("winrate 0.4 < 0.45: 2 defensive votes"));
    return record;
  }

  /** Loose, the same with another note, blocked, without a policy, and loose again. */
  private Path log() throws IOException {
    return write(
        record(0, Optional.of(policy(1, "Normal conditions")), "NORMAL"),
        record(1, Optional.of(policy(1, "Another note")), "NORMAL"),
        record(2, Optional.of(policy(0.3, "Daily DD limit hit", "DAILY_DRAWDOWN")), "DEFENSIVE"),
        record(3, Optional.empty(), "DEFENSIVE"),
        record(4, Optional.of(policy(0.3, "Normal conditions")), "DEFENSIVE"));
  }

  @SafeVarargs
  private Path write(Map<String, Object>... records) throws IOException {
    List<String> lines = new ArrayList<>();
    ChainHead head = ChainHead.EMPTY;
    for (Map<String, Object> content : records) {
      ChainRecord record = ChainRecord.seal(content, head);
      head = record.head();
      lines.add(record.json());
    }
    return Files.write(folder.resolve("decisions.jsonl"), lines);
  }

  private static CommandRun run(Path log, String... arguments) {
    List<String> all = new ArrayList<>(List.of("policy"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--log", log.toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  @Test
  void the_newest_policy_is_told_with_its_reasons_and_its_age() throws IOException {
    CommandRun run = run(log());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.lines())
        .contains(
            "Policy of acme (STANDARD)",
            "  new trades      BLOCKED: allowed then, expired now",
            "  max risk        0.3 % per trade",
            "  allowed         SPY, AAPL",
            "  disallowed      none",
            "  note            Normal conditions",
            "  risk mode       DEFENSIVE",
            "                  winrate 0.4 < 0.45: 2 defensive votes")
        .anyMatch(line -> line.startsWith("  decided         2026-03-02T16:30:00.000Z, "));
  }

  @Test
  void a_policy_of_more_than_an_hour_ago_reads_as_blocked() throws IOException {
    PolicyEntry entry = PolicyLog.read(log()).get(4);
    Instant last = entry.time().plusSeconds(3600);
    assertThat(PolicyText.JSON.write(standing(entry, last)))
        .containsEntry("expired", false)
        .containsEntry("allow_new_trades_now", true)
        .containsEntry("age_seconds", 3600L);
    assertThat(PolicyText.JSON.write(standing(entry, last.plusNanos(1))))
        .containsEntry("expired", true)
        .containsEntry("allow_new_trades_now", false);
    assertThat(PolicyText.inForce(standing(entry, last))).contains("  new trades      allowed");
    assertThat(PolicyText.inForce(standing(entry, last)))
        .anyMatch(line -> line.endsWith("1 h 0 min ago"));
    assertThat(PolicyText.inForce(standing(entry, last.plusSeconds(90_000))))
        .anyMatch(line -> line.endsWith("1 d 2 h ago: expired"));
    assertThat(PolicyText.inForce(standing(entry, START)))
        .anyMatch(l -> l.endsWith("ahead of this clock"));
  }

  @Test
  void a_cycle_without_a_policy_reads_as_blocked() throws IOException {
    PolicyEntry none = PolicyLog.read(log()).get(3);
    assertThat(PolicyText.inForce(standing(none, none.time())))
        .contains("  new trades      BLOCKED", "  block reasons   no policy");
    assertThat(PolicyText.JSON.write(standing(none, none.time()))).containsEntry("policy", null);
  }

  @Test
  void the_history_lists_every_change_newest_first_with_its_reason() throws IOException {
    assertThat(run(log(), "history").lines())
        .filteredOn(line -> line.startsWith("2026"))
        .containsExactly(
            "2026-03-02T16:30:00.000Z",
            "2026-03-02T16:00:00.000Z",
            "2026-03-02T15:30:00.000Z",
            "2026-03-02T14:30:00.000Z");
    assertThat(run(log(), "history").lines())
        .containsSubsequence(
            "2026-03-02T15:30:00.000Z",
            "  allow_new_trades true -> false",
            "  risk_profile NORMAL -> NO_NEW_TRADES",
            "  max_risk_pct 1 -> 0.3",
            "  block_reasons none -> DAILY_DRAWDOWN",
            "  risk_mode NORMAL -> DEFENSIVE",
            "  note            Daily DD limit hit",
            "  block reasons   DAILY_DRAWDOWN",
            "  risk mode       DEFENSIVE",
            "2026-03-02T14:30:00.000Z");
  }

  @Test
  void a_saved_history_says_the_same_as_json_lines() throws IOException {
    Path saved = folder.resolve("history.jsonl");
    CommandRun run = run(log(), "history", "--out", saved.toString());
    assertThat(run.lines()).containsExactly("4 changes written to " + saved);
    List<String> lines = Files.readAllLines(saved);
    assertThat(lines).hasSize(4).isEqualTo(run(log(), "history", "--json").lines());
    Map<String, Object> blocked = JsonText.readObject(lines.get(2));
    assertThat(blocked)
        .containsEntry("timestamp", "2026-03-02T15:30:00.000Z")
        .containsEntry("note", "Daily DD limit hit")
        .containsEntry("risk_mode", "DEFENSIVE")
        .containsEntry("block_reasons", List.of("DAILY_DRAWDOWN"));
    assertThat(String.valueOf(blocked.get("changed")))
        .contains("risk_mode={from=NORMAL, to=DEFENSIVE}")
        .doesNotContain("entry_mode");
    assertThat(JsonText.readObject(run(log(), "--json").lines().get(0)))
        .containsEntry("expired", true)
        .containsEntry("tenant_id", "acme");
  }

  @Test
  void the_log_itself_is_never_written_over() throws IOException {
    Path log = log();
    List<String> before = Files.readAllLines(log);
    CommandRun run = run(log, "history", "--out", log.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--out must not be the log itself").hasLineCount(1);
    assertThat(Files.readAllLines(log)).isEqualTo(before);
  }

  @Test
  void a_log_that_is_missing_empty_or_damaged_is_one_sentence() throws IOException {
    CommandRun missing = run(folder.resolve("nowhere.jsonl"));
    assertThat(missing.err()).contains("cannot be read: run './maestro demo' first");
    CommandRun empty = run(Files.writeString(folder.resolve("empty.jsonl"), ""));
    assertThat(empty.err()).contains("holds no decision");
    String whole = Files.readString(log());
    List<CommandRun> failures = new ArrayList<>(List.of(missing, empty));
    for (String damaged :
        List.of(
            whole.replace("Daily DD", "Nightly DD"),
            whole.replaceFirst("\\{", ""),
            whole.substring(0, whole.length() - 40),
            whole.substring(whole.indexOf('\n') + 1))) {
      CommandRun run = run(Files.writeString(folder.resolve("damaged.jsonl"), damaged), "history");
      assertThat(run.err()).contains("damaged.jsonl is damaged at line ");
      failures.add(run);
    }
    CommandRun timeless = run(write(new TreeMap<>(Map.of("kind", "cycle", "tenant_id", "acme"))));
    assertThat(timeless.err()).contains("line 1 (timestamp is missing");
    failures.add(timeless);
    assertThat(failures)
        .allSatisfy(
            run -> {
              assertThat(run.exitCode()).isEqualTo(1);
              assertThat(run.out()).isEmpty();
              assertThat(run.err()).hasLineCount(1);
            });
  }

  @Test
  void what_policy_does_not_know_is_wrong_usage() throws IOException {
    assertThat(run(log(), "future").exitCode()).isEqualTo(2);
    CommandRun out = run(log(), "--out", folder.resolve("x").toString());
    assertThat(out.exitCode()).isEqualTo(2);
    assertThat(out.err()).contains("--out saves the history").hasLineCount(1);
  }

  private static PolicyText.Standing standing(PolicyEntry entry, Instant now) {
    return new PolicyText.Standing(entry, now, Optional.empty());
  }
}

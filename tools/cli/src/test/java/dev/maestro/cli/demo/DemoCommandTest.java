package dev.maestro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.maestro.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One session of the demo: its story, its report, and its log under five kinds of tampering. */
class DemoCommandTest {
  private static Path folder = Path.of("");
  private static CommandRun session = new CommandRun(-1, "", "");

  @BeforeAll
  static void run(@TempDir Path shared) {
    folder = shared;
    session = CommandRun.of("demo", "--report", folder.resolve("report.html").toString());
  }

  private static List<String> log() throws IOException {
    return Files.readAllLines(folder.resolve("decisions.jsonl"));
  }

  private static CommandRun audit(List<String> records, String... more) throws IOException {
    Path file = Files.write(folder.resolve("audited.jsonl"), records);
    List<String> arguments = new ArrayList<>(List.of("audit", file.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(new String[0]));
  }

  @Test
  void the_story_names_every_event_with_its_reason() {
    assertThat(session.exitCode()).as(session.err()).isZero();
    assertThat(session.out())
        .contains("calm -> high volatility", "gap -> crash", "aftermath -> recovery")
        .containsPattern("throttle of gamma-scalper +\\w+ -> SHADOW_MODE: Sharpe Ratio")
        .containsPattern("throttle of [a-z-]+ +SHADOW_MODE -> REDUCED: Sharpe Ratio")
        .containsPattern("throttle of gamma-scalper +SHADOW_MODE -> ACTIVE: Sharpe Ratio")
        .containsPattern("[1-9][0-9]* by shadowed strategies on paper")
        .contains("Systemic risk threshold breached: ", "BUY signals to HOLD.")
        .contains("BLOCKED [EXPOSURE_LIMIT]", "-> DEFENSIVE")
        .containsPattern("BLOCKED \\[EXTREME_VOLATILITY")
        .contains("MAESTRO - AGENT WEIGHTS", "trades closed");
  }

  @Test
  void profiles_differ_side_by_side() {
    CommandRun compared = CommandRun.of("demo", "--compare");
    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(compared.out()).contains("SAFE", "STANDARD", "AGGRESSIVE", "deepest fall of equity");
    String approved =
        compared.out().lines().filter(line -> line.startsWith("signals approved")).toList().get(0);
    List<String> cells = List.of(approved.split(" +"));
    assertThat(cells.subList(2, 5)).doesNotHaveDuplicates().doesNotContain("0");
    String safe = cells.get(2) + " signals approved";
    assertThat(CommandRun.of("demo", "--profile", "SAFE", "--report", report("safe")).out())
        .contains(safe);
    assertThat(CommandRun.of("demo", "--profile", "BOLD", "--report", report("bold")).err())
        .contains("profile");
  }

  private static String report(String name) {
    return folder.resolve(name + "/report.html").toString();
  }

  @Test
  void the_report_shows_curves_timeline_denials_and_ranks() throws IOException {
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("<polyline", "Weights over time", "Timeline", "What was denied, and why")
        .contains("SYSTEMIC_RISK", "POLICY_BLOCKED", "SHADOW_MODE", "INVALID_SIGNAL")
        .contains("Strategy ranks at the end", "profit factor 0.")
        .contains("What Maestro was worth, on paper", "What each part did to a trade");
  }

  /** The paper account of the demo is under all of Maestro, as the last book is. */
  @Test
  void the_last_book_of_the_twin_made_what_the_account_made_to_the_cent() {
    CommandRun value = CommandRun.of("value", folder.resolve("decisions.jsonl").toString());
    String realized = session.out().replaceAll("(?s).*realized P&L (-?[0-9.]+).*", "$1");

    assertThat(value.exitCode()).as(value.err()).isZero();
    assertThat(value.out())
        .containsPattern("POLICY " + realized + "\\n")
        .contains("part ", "weights ", "throttle ", "override ", "policy ", "all ");
  }

  @Test
  void the_twin_of_another_log_is_refused() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.write(other.resolve("decisions.jsonl"), log().subList(0, 5));
    String log = other.resolve("decisions.jsonl").toString();

    assertThat(CommandRun.of("value", log).err()).contains("twin.json is not there");

    Files.copy(folder.resolve("twin.json"), other.resolve("twin.json"));
    assertThat(CommandRun.of("value", log).err()).contains("is the twin of another log");
  }

  @Test
  void two_sessions_write_the_same_log() throws IOException {
    List<String> first = log();
    CommandRun.of("demo", "--report", folder.resolve("again/report.html").toString());
    assertThat(Files.readAllLines(folder.resolve("again/decisions.jsonl"))).isEqualTo(first);
  }

  @Test
  void the_log_of_the_session_is_a_whole_chain() throws IOException {
    CommandRun audit = audit(log());
    assertThat(audit.err()).isEmpty();
    assertThat(audit.exitCode()).isZero();
    assertThat(audit.out()).contains(log().size() + " records, the chain is whole");
  }

  @Test
  void a_changed_record_is_named() throws IOException {
    List<String> records = new ArrayList<>(log());
    records.set(99, records.get(99).replace("\"kind\":\"cycle\"", "\"kind\":\"cyc1e\""));
    assertFault(audit(records), "line 100 (seq 100) was changed");
  }

  @Test
  void a_record_that_was_changed_and_hashed_again_is_named() throws IOException {
    List<String> records = new ArrayList<>(log());
    records.set(99, records.get(98));
    assertFault(audit(records), "line 100 (seq 99) is out of order");
  }

  @Test
  void a_missing_record_is_named_by_the_one_after_it() throws IOException {
    List<String> records = new ArrayList<>(log());
    records.remove(49);
    assertFault(audit(records), "line 50 (seq 51) is out of order, or records are missing");
  }

  @Test
  void reordered_records_are_named() throws IOException {
    List<String> records = new ArrayList<>(log());
    Collections.swap(records, 9, 10);
    assertFault(audit(records), "line 10 (seq 11)");
  }

  @Test
  void an_inserted_record_is_named() throws IOException {
    List<String> records = new ArrayList<>(log());
    records.add(20, records.get(5));
    assertFault(audit(records), "line 21 (seq 6)");
  }

  @Test
  void records_missing_at_the_end_are_told_by_the_head() throws IOException {
    List<String> records = log();
    String last = records.get(records.size() - 1);
    String hash = last.replaceAll(".*\"hash\":\"([0-9a-f]{64})\".*", "$1");
    String head = records.size() + ":" + hash;
    assertThat(audit(records, "--head", head).exitCode()).isZero();
    assertFault(
        audit(records.subList(0, records.size() - 1), "--head", head), "missing at the end");
  }

  private static void assertFault(CommandRun audit, String fault) {
    assertThat(audit.exitCode()).isEqualTo(1);
    assertThat(audit.err()).contains(fault);
  }
}

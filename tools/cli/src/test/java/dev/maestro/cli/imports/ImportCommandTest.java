package dev.maestro.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.cli.CommandRun;
import dev.maestro.cli.cloud.EmulatedProject;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.plan.JournalPlan;
import dev.maestro.embedded.journal.source.ReadProgress;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.store.StoreCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private static final String JOURNAL = "users/ann/tradeJournal";
  private static final String HEADER =
      "trade_id,agent_id,closed_at,realized_pnl,entry_price,quantity,symbol,exit_price\n";
  private static final String ROWS =
      HEADER
          + "t1,A,2025-01-05T10:00:00Z,2.50,50,2,AAPL,51.25\n"
          + "a/b,A,2025-01-06T10:00:00Z,-1,50,2,MSFT,\n"
          + ",B,2025-01-07T10:00:00Z,1,50,2,,\n"
          + ",B,2025-01-07T10:00:00Z,1,50,2,,\n"
          + "open,B,,1,50,2,,\n"
          + "bad,B,yesterday,1,50,2,,\n"
          + "t1,A,2025-01-05T10:00:00Z,3.50,50,2,AAPL,51.75\n";

  private final EmulatedProject project = EmulatedProject.empty("demo-cli-import");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void create() {
    project.run("tenant", "create", "--tenant", "alpha", "--name", "Alpha", "--owner", "ann");
  }

  private CommandRun load(String journal, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("journal.csv"), journal);
    List<String> words =
        new ArrayList<>(List.of("import", "--tenant", "alpha", "--user", "ann", "--json"));
    words.addAll(List.of("--journal", file.toString()));
    words.addAll(List.of(options));
    return project.run(words.toArray(new String[0]));
  }

  @Test
  void every_usable_trade_is_stored_once_as_its_last_row_says() throws IOException {
    CommandRun run = load(ROWS);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"rows\":7,\"written\":4", "\"open\":1,\"rejected\":1");
    assertThat(run.err()).contains("line 7: BAD_TIME:closed_at (bad, closed_at: 'yesterday')");
    DocumentSnapshot trade = project.document(JOURNAL + "/t1");
    assertThat(trade.get("realized_pnl")).isEqualTo("3.50");
    assertThat(trade.get("exit_price")).isEqualTo("51.75");
    assertThat(trade.get("closed_at")).isEqualTo(Timestamp.parseTimestamp("2025-01-05T10:00:00Z"));
    assertThat(trade.get("tenant_id")).isEqualTo("alpha");
    assertThat(project.document(JOURNAL + "/a~2Fb").get("trade_id")).isEqualTo("a/b");
    assertThat(project.documents(JOURNAL))
        .hasSize(4)
        .filteredOn(row -> row.getId().startsWith("row-"))
        .extracting(row -> row.getId().substring(row.getId().length() - 2))
        .containsExactlyInAnyOrder("-1", "-2");
  }

  @Test
  void importing_again_writes_nothing() throws IOException {
    load(ROWS);
    List<?> before = project.documents(JOURNAL).stream().map(d -> d.getUpdateTime()).toList();

    assertThat(load(ROWS).out()).contains("\"written\":0,\"unchanged\":4");
    assertThat(project.documents(JOURNAL).stream().map(d -> d.getUpdateTime()).toList())
        .isEqualTo(before);
  }

  @Test
  void what_the_row_does_not_have_the_document_keeps() throws IOException {
    load(ROWS);
    StoreCalls.await(
        project.firestore().document(JOURNAL + "/t1").update("nonce", "n1", "quantity", "9"));

    assertThat(load(ROWS).out()).contains("\"written\":1,\"unchanged\":3");
    assertThat(project.document(JOURNAL + "/t1").get("nonce")).isEqualTo("n1");
    assertThat(project.document(JOURNAL + "/t1").get("quantity")).isEqualTo("2");
  }

  @Test
  void a_run_that_died_goes_on_where_it_was() throws IOException {
    JournalFile journal = JournalFile.open(journalOf(1200, ""));
    List<ImportMarker.Done> stored = new ArrayList<>();

    assertThatThrownBy(() -> run(journal, Instant.now(), 0, stored, 1)).hasMessage("killed");
    JournalImport.Outcome rest =
        run(journal, Instant.now(), stored.get(0).line(), new ArrayList<>(), 9);

    assertThat(rest.resumed()).isEqualTo(500);
    assertThat(rest.written()).isEqualTo(700);
    assertThat(project.documents(JOURNAL)).hasSize(1200);
  }

  @Test
  void a_row_that_came_too_early_is_looked_at_again_by_the_next_run() throws IOException {
    Instant now = Instant.parse("2025-02-01T00:00:00Z");
    String early = "early,A,2025-02-02T10:00:00Z,1,50,2,,\n";
    JournalFile journal = JournalFile.open(journalOf(1200, early));
    List<ImportMarker.Done> stored = new ArrayList<>();

    run(journal, now, 0, stored, 9);

    assertThat(stored).as("only what stands before the early row").isEmpty();
    JournalImport.Outcome later = run(journal, now.plusSeconds(200_000), 0, stored, 9);
    assertThat(later.written()).isEqualTo(1);
    assertThat(stored).extracting(ImportMarker.Done::line).endsWith(1202L);
  }

  @Test
  void nothing_behind_a_row_that_was_refused_counts_as_done() throws IOException {
    String start = "big,A,2025-01-02T10:00:00Z,1,50,2,";
    String tooBig = start + "x".repeat((1 << 20) - start.length() - 50) + ",\n";
    JournalFile journal = JournalFile.open(journalOf(600, tooBig));
    List<ImportMarker.Done> stored = new ArrayList<>();

    JournalImport.Outcome first = run(journal, Instant.now(), 0, stored, 9);

    assertThat(first.refused()).hasSize(1);
    assertThat(first.refused().get(0)).startsWith("line 4: ");
    assertThat(first.written()).isEqualTo(600);
    assertThat(stored).extracting(ImportMarker.Done::line).allMatch(line -> line < 4);
  }

  @Test
  void losses_that_the_prices_call_gains_are_stored_only_if_somebody_says_so() throws IOException {
    String turned =
        HEADER
            + "t1,A,2025-01-05T10:00:00Z,-5,50,2,X,52.5\n"
            + "t2,A,2025-01-06T10:00:00Z,5,50,2,X,47.5\n"
            + "t3,A,2025-01-07T10:00:00Z,-5,50,2,X,52.5\n";
    CommandRun run = load(turned);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("in 3 of 3 trades", "nothing was imported");
    assertThat(project.documents(JOURNAL)).isEmpty();
    assertThat(load(turned, "--signs-as-written").out()).contains("\"written\":3");
  }

  @Test
  void a_mended_row_takes_back_its_rejection() throws IOException {
    CommandRun run = load(HEADER + "t1,A,soon,1,50,2,,\nt1,A,2025-01-05T10:00:00Z,1,50,2,,\n");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"written\":1", "\"rejected\":0");
    assertThat(run.err()).doesNotContain("BAD_TIME");
  }

  /** So many usable rows, the given one as the third. */
  private Path journalOf(int rows, String odd) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      text.append(i == 2 ? odd : "").append("t" + i + ",A,2025-01-05T10:00:00Z,1,50,2,,\n");
    }
    return Files.writeString(folder.resolve("journal.csv"), text);
  }

  /** Runs an import that is killed at the given batch. */
  private JournalImport.Outcome run(
      JournalFile journal,
      Instant now,
      long doneLine,
      List<ImportMarker.Done> stored,
      int killedAt) {
    JournalPlan plan = new JournalPlan();
    journal.forEachRow(now, plan, ReadProgress.NONE);
    return JournalImport.run(
        project.firestore(),
        journal,
        plan,
        new JournalImport.Target(new TenantId("alpha"), new Uid("ann"), now),
        doneLine,
        done -> {
          stored.add(done);
          if (stored.size() == killedAt) {
            throw new IllegalStateException("killed");
          }
        });
  }

  @Test
  void a_journal_without_a_usable_trade_is_a_failure() throws IOException {
    CommandRun run = load(HEADER + "open,B,,1,50,2,,\n");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("has no usable closed trade, so nothing was imported");
  }

  @Test
  void the_journal_of_another_tenants_user_is_left_alone() throws IOException {
    project.run("tenant", "create", "--tenant", "vic", "--name", "Victim", "--owner", "eve");
    Path file = Files.writeString(folder.resolve("foreign.csv"), ROWS);
    CommandRun foreign =
        project.run("import", "--tenant", "alpha", "--user", "eve", "--journal", file.toString());
    assertThat(foreign.exitCode()).isEqualTo(1);
    assertThat(foreign.err()).contains("user eve is no member of tenant alpha");
    assertThat(project.documents("users/eve/tradeJournal")).isEmpty();
  }

  @Test
  void a_missing_file_or_tenant_is_named() throws IOException {
    CommandRun noFile =
        project.run("import", "--tenant", "alpha", "--user", "ann", "--journal", "nowhere.csv");
    assertThat(noFile.exitCode()).isEqualTo(1);
    assertThat(noFile.err()).contains("nowhere.csv cannot be read");

    Path file = Files.writeString(folder.resolve("journal.csv"), ROWS);
    CommandRun noTenant =
        project.run("import", "--tenant", "ghost", "--user", "ann", "--journal", file.toString());
    assertThat(noTenant.exitCode()).isEqualTo(1);
    assertThat(noTenant.err()).contains("tenant ghost does not exist");
    assertThat(project.documents(JOURNAL)).isEmpty();
  }
}

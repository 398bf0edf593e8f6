package dev.maestro.cli.imports;

import com.google.cloud.firestore.Firestore;
import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.CloudStores;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.cli.journal.JournalOptions;
import dev.maestro.cli.journal.ReadScreen;
import dev.maestro.cli.journal.ReadingBar;
import dev.maestro.cli.journal.RejectedRows;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.plan.JournalPlan;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.firestore.stats.Watermark;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoreCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro import}. */
@Command(
    name = "import",
    description =
        "Loads a journal (CSV or JSON, of any known export) into Firestore; again changes nothing.",
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--user", required = true, paramLabel = "U", description = "Whose journal.")
  private String user = "";

  @Option(names = "--journal", required = true, paramLabel = "FILE", description = "The journal.")
  private Path journal = Path.of("");

  @Mixin private JournalOptions reading = new JournalOptions();

  @Option(names = "--json", description = "Print one JSON object instead of the summary.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Uid uid = TenantOption.uid("--user", user);
    JournalFile file = reading.open(journal);
    Instant start = Instant.now();
    JournalPlan plan = new JournalPlan();
    ReadingBar.watch("Reading", file.bytes(), progress -> file.forEachRow(start, plan, progress));
    RejectedRows.print(plan.rejections(), plan.rejectionCount());
    if (plan.usable() == 0) {
      screen(file, plan).lines().forEach(Terminal.err()::println);
      throw new CommandFailure(journal + " has no usable closed trade, so nothing was imported");
    }
    requireOneOwner(plan);
    requireSigns(screen(file, plan));
    String target = cloud.target() + "/" + tenant.id() + "/" + user + "/" + reading.said();
    ImportMarker marker = ImportMarker.of(journal, target);
    JournalImport.Target rows = new JournalImport.Target(tenant.id(), uid, start);
    JournalImport.Outcome outcome = run(file, plan, rows, marker);
    marker.delete();
    ReadScreen screen = screen(file, plan);
    print(summary(plan, outcome, Duration.between(start, Instant.now())), screen);
    screen.warnings().forEach(Terminal::error);
    outcome.refused().forEach(row -> Terminal.error("refused by Firestore: " + row));
    return outcome.refused().isEmpty() ? 0 : 1;
  }

  /** A loss that is stored as a gain is there for good. */
  private void requireSigns(ReadScreen screen) {
    if (!reading.isSignsAsWritten() && screen.signFault().isPresent()) {
      throw new CommandFailure(
          journal
              + ": "
              + screen.signFault().get()
              + "; so nothing was imported. If the signs are right all the same, say"
              + " --signs-as-written");
    }
  }

  private static ReadScreen screen(JournalFile file, JournalPlan plan) {
    return new ReadScreen(file.report(), plan.corrections(), plan.changes().size());
  }

  /**
   * An id that two agents or two symbols have is no correction: the later would hide the earlier.
   */
  private void requireOneOwner(JournalPlan plan) {
    if (plan.changes().isEmpty()) {
      return;
    }
    JournalPlan.Change first = plan.changes().get(0);
    throw new CommandFailure(
        journal
            + " gives the trade id '"
            + first.tradeId()
            + "' to another agent or symbol in line "
            + first.line()
            + " than in line "
            + first.before()
            + " ("
            + plan.changes().size()
            + " such rows), so nothing was imported: "
            + TakenIds.MEND);
  }

  private JournalImport.Outcome run(
      JournalFile file, JournalPlan plan, JournalImport.Target target, ImportMarker marker) {
    AtomicLong reached = new AtomicLong();
    try {
      return cloud.with(firestore -> importInto(firestore, file, plan, target, marker, reached));
    } catch (CommandFailure failure) {
      throw reached.get() == 0
          ? failure
          : new CommandFailure(
              failure.getMessage()
                  + "; everything up to line "
                  + reached.get()
                  + " is stored: run the same command again, and it goes on from there");
    }
  }

  /** Trades that executions made do not come in the order of lines: they are stored anew. */
  private JournalImport.Outcome importInto(
      Firestore firestore,
      JournalFile file,
      JournalPlan plan,
      JournalImport.Target target,
      ImportMarker marker,
      AtomicLong reached) {
    tenant.load(firestore);
    CloudStores.reweigh(firestore).requireUser(target.uid(), target.tenant(), Instant.now());
    TakenIds.refuse(firestore, target.uid(), plan);
    boolean isByLine = file.report().counts().fills() == 0;
    reached.set(
        marker
            .done()
            .filter(done -> isByLine)
            .filter(done -> isStored(firestore, target.uid(), done.id()))
            .map(ImportMarker.Done::line)
            .orElse(0L));
    JournalImport.Outcome outcome;
    try {
      outcome =
          JournalImport.run(
              firestore,
              file,
              plan,
              target,
              reached.get(),
              done -> {
                if (isByLine) {
                  reached.set(done.line());
                  marker.store(done);
                }
              });
    } catch (RuntimeException failure) {
      judgeAnew(firestore, target.tenant(), failure);
      throw failure;
    }
    judgeAnew(firestore, target.tenant());
    return outcome;
  }

  /** What is stored counts at once, also after a run that failed. */
  private static void judgeAnew(Firestore firestore, TenantId tenant, RuntimeException failure) {
    try {
      judgeAnew(firestore, tenant);
    } catch (RuntimeException also) {
      failure.addSuppressed(also);
    }
  }

  /** By the time at the end: midnight may have passed since the start. */
  private static void judgeAnew(Firestore firestore, TenantId tenant) {
    Watermark.remove(firestore, tenant);
    CloudStores.closeYesterday(firestore, tenant, Instant.now());
  }

  private static boolean isStored(Firestore firestore, Uid uid, String id) {
    return StoreCalls.await(firestore.document(Paths.trade(uid, id)).get()).exists();
  }

  private Written summary(JournalPlan plan, JournalImport.Outcome outcome, Duration time) {
    return Written.of("journal", journal.toString())
        .with("tenant", tenant.id().value())
        .with("user", user)
        .with("rows", plan.rows())
        .with("written", outcome.written())
        .with("unchanged", outcome.unchanged())
        .with("stored_before", outcome.resumed())
        .with("open", plan.open())
        .with("rejected", plan.rejectionCount())
        .with("refused", outcome.refused().size())
        .with("seconds", time.toMillis() / 1000.0);
  }

  private void print(Written summary, ReadScreen screen) {
    if (json) {
      Terminal.out().println(JsonText.write(summary.with("read", screen.written().values())));
      return;
    }
    Terminal.out()
        .println(
            "Imported "
                + journal
                + " into the journal of "
                + user
                + ": "
                + count(summary, "rows")
                + " rows in "
                + count(summary, "seconds")
                + " s");
    for (String count :
        List.of("written", "unchanged", "stored_before", "open", "rejected", "refused")) {
      Terminal.out().println("  " + count.replace('_', ' ') + ": " + count(summary, count));
    }
    screen.lines().forEach(Terminal.out()::println);
  }

  private static String count(Written summary, String name) {
    return summary.get(name).map(Object::toString).orElse("");
  }
}

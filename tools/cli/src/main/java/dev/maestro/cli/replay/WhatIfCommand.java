package dev.maestro.cli.replay;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.EngineVersion;
import dev.maestro.engine.archive.CycleArchive;
import dev.maestro.engine.archive.OtherConfig;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.archive.UnusableArchiveException;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.twin.value.PartValue;
import dev.maestro.engine.twin.value.TwinValue;
import dev.maestro.engine.why.WhatIf;
import dev.maestro.firestore.audit.DecisionLog;
import dev.maestro.firestore.audit.StoredDecisions;
import dev.maestro.firestore.twin.StoredTwins;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./maestro whatif --config new.json --days 30}: stored cycles under another configuration.
 */
@Command(
    name = "whatif",
    description =
        "Decides the stored cycles of a tenant again under another configuration: what would have"
            + " been approved, denied or sized differently, and which limit bound how often."
            + " Changes nothing.",
    mixinStandardHelpOptions = true)
public final class WhatIfCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 3650;

  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "Sections as for tenant config; those that are not given stay as they were.")
  private Path config = Path.of("");

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How far back (default: ${DEFAULT-VALUE}).")
  private int days = 30;

  private final WhatIf whatIf = new WhatIf();
  private final List<TwinValue> worth = new ArrayList<>();
  private final SortedMap<String, Integer> left = new TreeMap<>();

  @Override
  public Integer call() {
    if (days < 1 || days > MOST_DAYS) {
      throw new UsageException("--days must be from 1 to " + MOST_DAYS + ", got " + days);
    }
    OtherConfig other = new OtherConfig(JsonText.readFile(config));
    TenantId id = tenant.id();
    List<String> ids =
        cloud.with(
            firestore -> {
              List<String> found = new ArrayList<>();
              long from = Instant.now().minus(Duration.ofDays(days)).getEpochSecond();
              new DecisionLog(firestore)
                  .forEachCycle(
                      id,
                      (name, record) -> {
                        if (isSince(name, from)) {
                          found.add(name);
                        }
                      });
              StoredDecisions stored = new StoredDecisions(firestore);
              found.forEach(
                  name -> stored.find(id, name).ifPresent(decision -> add(decision, other)));
              worth(new StoredTwins(firestore), id);
              return found;
            });
    if (ids.isEmpty()) {
      throw new CommandFailure("tenant " + id + " has no decision of the last " + days + " days");
    }
    whatIf.lines().forEach(Terminal.out()::println);
    worth.forEach(WhatIfCommand::tell);
    left.forEach(
        (fault, count) -> Terminal.error(count + " cycles could not be decided again: " + fault));
    return left.isEmpty() ? 0 : 1;
  }

  /** A name begins with its time; one that does not is no cycle's, and is told as lost. */
  private boolean isSince(String name, long from) {
    String time = name.split("_", 2)[0];
    if (!time.matches("[0-9]{1,18}")) {
      left.merge("UNKNOWN_NAME", 1, Integer::sum);
      return false;
    }
    return Long.parseLong(time) >= from;
  }

  private void worth(StoredTwins twins, TenantId id) {
    try {
      twins.find(id).map(TwinValue::of).ifPresent(worth::add);
    } catch (UnreadableValueException unreadable) {
      Terminal.error(unreadable.getMessage() + "; the next cycle begins the twin anew");
    }
  }

  /** Of the settings as they were: other ones would have held something else ever since. */
  private static void tell(TwinValue value) {
    Terminal.out().println("what it was worth as it was, on paper since " + value.since());
    value.parts().forEach(part -> Terminal.out().println("  " + line(part)));
  }

  private static String line(PartValue part) {
    return String.format(Locale.ROOT, "%-10s %12s  %s", part.part(), part.money(), part.sentence());
  }

  private void add(StoredDecision stored, OtherConfig other) {
    try {
      CycleArchive was = stored.archive(EngineVersion.CURRENT);
      whatIf.add(was.signals(), other.of(was).signals());
    } catch (UnusableArchiveException unusable) {
      left.merge(unusable.fault().name(), 1, Integer::sum);
    }
  }
}

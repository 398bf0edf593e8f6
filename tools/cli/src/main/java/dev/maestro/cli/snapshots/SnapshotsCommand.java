package dev.maestro.cli.snapshots;

import dev.maestro.cli.JsonText;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.UsageException;
import dev.maestro.cli.cloud.CloudOptions;
import dev.maestro.cli.cloud.TenantOption;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.snapshot.MonthRows;
import dev.maestro.firestore.snapshot.FirestoreSnapshot;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./maestro snapshots --tenant T --month YYYY-MM [--write]}. */
@Command(
    name = "snapshots",
    description = "What each strategy earned in a month, as stored by the daily snapshot.",
    mixinStandardHelpOptions = true)
public final class SnapshotsCommand implements Callable<Integer> {
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private TenantOption tenant = new TenantOption();

  @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "The month.")
  private String month = "";

  @Option(
      names = "--write",
      description = "Sum the month's closed days anew from the journal and store them first.")
  private boolean write;

  @Option(names = "--json", description = "Print one JSON object instead of the table.")
  private boolean json;

  @Override
  public Integer call() {
    TenantId id = tenant.id();
    YearMonth asked = month();
    Instant now = Instant.now();
    List<MonthRows.Month> rows =
        cloud.with(
            firestore -> {
              MonthRows months =
                  new MonthRows(FirestoreSnapshot.stores(firestore, System.getenv()));
              try {
                if (write) {
                  int written = months.write(id, asked, now);
                  Terminal.err().println("stored " + written + " changed rows");
                }
                return months.stored(id, asked, now);
              } catch (IllegalArgumentException future) {
                throw new UsageException("--month: " + future.getMessage());
              }
            });
    if (json) {
      Terminal.out()
          .println(JsonText.write(MonthText.JSON.write(new MonthText.Shown(id, asked, rows))));
    } else {
      MonthText.table(id, asked, rows).forEach(Terminal.out()::println);
    }
    return rows.stream().anyMatch(row -> row.error().isPresent()) ? 1 : 0;
  }

  private YearMonth month() {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException malformed) {
      throw new UsageException("--month must be like 2026-03, got '" + month + "'");
    }
  }
}

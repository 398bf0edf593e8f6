package dev.maestro.firestore.stats;

import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.meta.health.RollingTrades;
import dev.maestro.engine.port.RefusedByStoreException;
import dev.maestro.engine.tenant.TenantStats;
import dev.maestro.engine.tenant.TenantStatsForm;
import dev.maestro.firestore.store.StoredValue;
import java.util.Comparator;
import java.util.Map;

/**
 * {@code tenants/{t}/maestro/stats}. What is written is read back as it was, but for parts of a
 * microsecond; above 4,000 trades or 900 KiB the oldest are dropped into {@code older}, never below
 * the newest 200, and {@link RollingTrades#isCompleteAt} tells.
 */
public final class StatsDocument {
  /** The document below its tenant. */
  public static final String PATH = "maestro/stats";

  static final int MAX_TRADES = 4000;
  private static final int MIN_TRADES = 200;

  /** Characters of a trade's name. */
  private static final int MAX_SHOWN = 100;

  private StatsDocument() {}

  /**
   * The fields of the document, typed for the store.
   *
   * @throws RefusedByStoreException if even the newest 200 trades are too large
   */
  public static Map<String, Object> fields(TenantStats stats) {
    for (int kept = MAX_TRADES; kept >= MIN_TRADES; kept /= 2) {
      Map<String, Object> fields =
          StoredValue.map(
              TenantStatsForm.FORM.write(with(stats, stats.trades().keepingAtMost(kept))));
      if (StoredSize.of(fields) <= StoredSize.LIMIT) {
        return fields;
      }
    }
    throw new RefusedByStoreException(
        PATH
            + " would be larger than 900 KiB with 200 trades; the largest of them is "
            + largest(stats)
            + ": use shorter trade ids");
  }

  private static String largest(TenantStats stats) {
    return stats.trades().recent().newestFirst().stream()
        .max(Comparator.comparingInt(trade -> trade.toString().length()))
        .map(ClosedTrade::tradeId)
        .map(id -> id.substring(0, Math.min(id.length(), MAX_SHOWN)))
        .orElse("none");
  }

  private static TenantStats with(TenantStats stats, RollingTrades trades) {
    return new TenantStats(
        trades,
        stats.watermark(),
        stats.equity(),
        stats.equityGaps(),
        stats.throttleMemory(),
        stats.updatedAt());
  }
}

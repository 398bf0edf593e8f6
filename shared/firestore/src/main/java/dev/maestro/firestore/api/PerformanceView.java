package dev.maestro.firestore.api;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.evidence.EvidenceFiguresForm;
import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.tenant.TenantStatsForm;
import dev.maestro.engine.throttle.ClosedDays;
import dev.maestro.engine.throttle.DayResult;
import dev.maestro.engine.throttle.PerformanceReading;
import dev.maestro.engine.throttle.ThrottleMemory;
import dev.maestro.firestore.api.page.KeptPage;
import dev.maestro.firestore.api.page.PageRequest;
import dev.maestro.firestore.api.page.StoredReads;
import dev.maestro.firestore.stats.StatsDocument;
import dev.maestro.firestore.stats.ThrottleDocument;
import dev.maestro.firestore.store.Paths;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The closed days of every strategy, what its evidence says, and the mode that the throttle
 * remembers of it: what the newest cycle and the closing of the day have stored. What is unknown is
 * null.
 */
public final class PerformanceView {
  private static final String LIST = "performance";

  private static final View<DayResult> DAY =
      View.<DayResult>empty()
          .with("date", day -> day.date().toString())
          .with("realized_pnl", day -> day.realizedPnl().toPlainString())
          .with("unrealized_pnl", day -> text(day.unrealizedPnl()))
          .with("capital_base", day -> text(day.capitalBase()))
          .with("mode", day -> day.onPaper().map(DayResult.OnPaper::mode))
          .with("shadow_pnl", day -> text(day.onPaper().flatMap(DayResult.OnPaper::pnl)))
          .with("shadow_mark", day -> text(day.onPaper().flatMap(DayResult.OnPaper::mark)));

  private final Firestore firestore;

  /** Reads here. */
  public PerformanceView(Firestore firestore) {
    this.firestore = firestore;
  }

  /**
   * The fields of {@code GET /api/maestro/performance}, by strategy.
   *
   * @throws RefusedInputException for a limit or a cursor that cannot be one
   */
  public Written of(PageRequest request) throws RefusedInputException {
    TenantId tenant = request.tenant();
    Optional<Fields> stored = StoredReads.find(firestore, Paths.of(tenant, ThrottleDocument.PATH));
    Optional<ClosedDays> days = Optional.empty();
    Optional<String> why = Optional.empty();
    try {
      days = stored.map(ThrottleDocument::read);
    } catch (UnreadableValueException broken) {
      why = Optional.of(String.valueOf(broken.getMessage()));
    }
    SortedMap<StrategyId, ThrottleMemory> memory = memory(tenant);
    SortedMap<String, Written> rows = new TreeMap<>();
    memory.keySet().forEach(strategy -> rows.put(strategy.value(), Written.NOTHING));
    days.ifPresent(
        known -> known.byStrategy().keySet().forEach(id -> rows.put(id.value(), Written.NOTHING)));
    Optional<ClosedDays> closed = days;
    rows.replaceAll((id, row) -> row(new StrategyId(id), closed, memory));
    return KeptPage.of(LIST, rows, request)
        .with("closed_day", days.map(known -> known.closedDay().toString()))
        .with("written_at", days.map(ClosedDays::writtenAt))
        .with("unreadable", why);
  }

  private static Written row(
      StrategyId strategy,
      Optional<ClosedDays> closed,
      SortedMap<StrategyId, ThrottleMemory> memory) {
    Optional<ThrottleMemory> remembered =
        Optional.ofNullable(memory.get(strategy))
            .filter(known -> known.decidedAt().isAfter(Instant.EPOCH));
    Optional<PerformanceReading> reading =
        closed.flatMap(known -> Optional.ofNullable(known.byStrategy().get(strategy)));
    Optional<EvidenceOpinion> opinion = closed.flatMap(known -> known.evidence().opinion(strategy));
    return Written.of("strategy", strategy)
        .with("mode", remembered.map(ThrottleMemory::mode))
        .with("decided_at", remembered.map(ThrottleMemory::decidedAt))
        .with(
            "evidence",
            opinion.map(EvidenceOpinion::figures).map(EvidenceFiguresForm.SHOWN::written))
        .with("evidence_reasoning", opinion.map(EvidenceOpinion::reasoning))
        .with("days", reading.flatMap(PerformanceView::days))
        .with("unavailable", reading.flatMap(PerformanceView::why));
  }

  private static Optional<Object> days(PerformanceReading reading) {
    return reading instanceof PerformanceReading.Rows rows
        ? Optional.of(rows.days().stream().map(DAY::written).toList())
        : Optional.empty();
  }

  private static Optional<String> why(PerformanceReading reading) {
    return reading instanceof PerformanceReading.Unavailable unknown
        ? Optional.of(unknown.why())
        : Optional.empty();
  }

  /** Nothing is remembered where it is missing or cannot be read. */
  private SortedMap<StrategyId, ThrottleMemory> memory(TenantId tenant) {
    Optional<Fields> stored = StoredReads.find(firestore, Paths.of(tenant, StatsDocument.PATH));
    try {
      return stored.map(TenantStatsForm.THROTTLE_MEMORY::in).orElse(new TreeMap<>());
    } catch (UnreadableValueException lost) {
      return new TreeMap<>();
    }
  }

  private static Optional<String> text(Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::toPlainString);
  }
}

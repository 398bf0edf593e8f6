package dev.maestro.engine.snapshot.evidence;

import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.neutral.BenchmarkCloses;
import dev.maestro.engine.evidence.track.EvidenceAnchor;
import dev.maestro.engine.evidence.track.EvidenceBook;
import dev.maestro.engine.evidence.track.EvidenceKeeper;
import dev.maestro.engine.evidence.track.EvidenceTrack;
import dev.maestro.engine.market.Bar;
import dev.maestro.engine.market.BarHistory;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.day.TenantDay;
import dev.maestro.engine.snapshot.row.PeriodRow;
import dev.maestro.engine.snapshot.row.PeriodRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The evidence of a tenant's strategies when a day is closed. It goes on from what is kept, as long
 * as the settings and what the journal says of the days before are the same; otherwise it is made
 * anew from the rows.
 */
public final class DayEvidence {
  /** A trade may come so many days late and still change the rows. */
  public static final int LATE_DAYS = 35;

  private final TenantDay day;
  private final EvidenceBook before;
  private final Optional<BenchmarkCloses> benchmark;
  private final EvidenceKeeper keeper;
  private final SortedMap<StrategyId, EvidenceTrack> tracks = new TreeMap<>();

  /** Of a day that is closed. */
  public DayEvidence(TenantDay day) {
    this.day = day;
    this.before = day.closedDays().map(closed -> closed.evidence()).orElse(EvidenceBook.EMPTY);
    this.benchmark = day.config().market().benchmark().map(symbol -> closes(symbol, day, before));
    this.keeper = new EvidenceKeeper(day.config().evidence(), benchmark);
  }

  /**
   * The day from which on the rows of a strategy have to be known whole, with what was open.
   *
   * @param rows as the journal has them, oldest first
   */
  public LocalDate neededFrom(RegisteredStrategy strategy, List<PeriodRow> rows) {
    int oldest = Math.max(0, rows.size() - EvidenceConfig.MOST_DAYS - 1);
    return anchor(strategy, rows)
        .map(EvidenceAnchor::through)
        .orElseGet(() -> rows.isEmpty() ? day.day() : rows.get(oldest).start());
  }

  /**
   * Adds a strategy.
   *
   * @param rows of all its closed days, oldest first
   */
  public void add(RegisteredStrategy strategy, List<PeriodRow> rows) {
    Optional<EvidenceAnchor> anchor = anchor(strategy, rows);
    LocalDate after =
        anchor
            .map(EvidenceAnchor::through)
            .orElseGet(() -> neededFrom(strategy, rows).minusDays(1));
    boolean isUnmarked = anchor.map(EvidenceAnchor::isUnmarked).orElse(true);
    tracks.put(
        strategy.id(),
        keeper.next(
            before.track(strategy.id()),
            anchor,
            ExposedRows.after(
                after,
                isUnmarked ? ExposedRows.withImported(rows) : rows,
                day.config().throttle().baseCapital()),
            strategy.version().map(StrategyVersion::value).orElse(""),
            new EvidenceKeeper.Closing(
                day.day(),
                settled(),
                ExposedRows.past(settled(), rows),
                isUnmarked && ExposedRows.isUnmarked(settled(), rows))));
  }

  /** What nothing was learned of keeps what it had. */
  public void keep(StrategyId strategy) {
    before.track(strategy).ifPresent(track -> tracks.put(strategy, track));
  }

  /** The evidence of all that were added or kept. */
  public EvidenceBook book() {
    return new EvidenceBook(tracks, benchmark);
  }

  private LocalDate settled() {
    return day.day().minusDays(LATE_DAYS);
  }

  private Optional<EvidenceAnchor> anchor(RegisteredStrategy strategy, List<PeriodRow> rows) {
    return before
        .track(strategy.id())
        .filter(keeper::isOurs)
        .map(EvidenceTrack::anchor)
        .filter(anchor -> !anchor.through().isAfter(settled()))
        .filter(anchor -> anchor.past().equals(ExposedRows.past(anchor.through(), rows)));
  }

  private static BenchmarkCloses closes(Symbol symbol, TenantDay day, EvidenceBook before) {
    SortedMap<LocalDate, Double> seen = new TreeMap<>();
    Optional.ofNullable(day.holdings().bars().get(symbol))
        .map(history -> history.closedBy(PeriodRows.endOf(day.day())))
        .map(BarHistory::bars)
        .orElse(List.of())
        .forEach(bar -> seen.put(dateOf(bar), bar.close()));
    return before
        .benchmark()
        .filter(kept -> kept.symbol().equals(symbol))
        .orElseGet(() -> BenchmarkCloses.none(symbol))
        .with(seen);
  }

  private static LocalDate dateOf(Bar bar) {
    return LocalDate.ofInstant(bar.start(), ZoneOffset.UTC);
  }
}

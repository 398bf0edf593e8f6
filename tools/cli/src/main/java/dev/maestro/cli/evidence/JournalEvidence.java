package dev.maestro.cli.evidence;

import dev.maestro.cli.CommandFailure;
import dev.maestro.cli.Terminal;
import dev.maestro.cli.journal.ReadScreen;
import dev.maestro.cli.journal.ReadingBar;
import dev.maestro.embedded.journal.JournalFile;
import dev.maestro.embedded.journal.row.JournalRow;
import dev.maestro.embedded.journal.row.RowSink;
import dev.maestro.engine.evidence.EvidenceConfig;
import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.evidence.StrategyEvidence;
import dev.maestro.engine.evidence.record.TrackRecord;
import dev.maestro.engine.evidence.record.TradeEvidence;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.journal.TradeReading;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.number.ExactRatio;
import dev.maestro.engine.performance.SharpeRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The evidence of a journal in a file. A day counts on which a trade was closed, with what it
 * earned on the capital that is given; what was open in between, no journal says.
 */
final class JournalEvidence {
  private final EvidenceConfig config;
  private final BigDecimal capital;
  private final SharpeRules rules;
  private final Map<String, Kept> trades = new HashMap<>();
  private long corrections;

  JournalEvidence(EvidenceConfig config, BigDecimal capital, SharpeRules rules) {
    this.config = config;
    this.capital = capital;
    this.rules = rules;
  }

  /** Whose trades they are. */
  private record Owner(AgentId agent, StrategyName strategy) {}

  private record Kept(Owner owner, WindowTrade trade) {}

  /** The lines of a table, and what was read. */
  record Read(List<EvidenceLine> lines, ReadScreen screen) {}

  Read read(Path path, JournalFile file, Instant now) {
    ReadingBar.watch(
        "Reading", file.bytes(), progress -> file.forEachRow(now, new Sink(), progress));
    if (trades.isEmpty()) {
      new ReadScreen(file.report(), corrections, 0, 0).lines().forEach(Terminal.err()::println);
      throw new CommandFailure(path + " has no usable closed trade, so nothing could be shown");
    }
    return new Read(
        lines(LocalDate.ofInstant(now, ZoneOffset.UTC)),
        new ReadScreen(file.report(), corrections, 0, 0));
  }

  /** Rows on their way; a later row with the same id is a correction. */
  private final class Sink implements RowSink {
    @Override
    public void accept(TradeReading reading, long line) {
      keep(reading, Optional.empty());
    }

    @Override
    public void accept(TradeReading reading, long line, JournalRow row) {
      keep(reading, row.field(TradeField.STRATEGY_ID).map(Object::toString));
    }

    private void keep(TradeReading reading, Optional<String> strategy) {
      if (reading instanceof TradeReading.Usable usable) {
        String agent = usable.trade().agentId();
        Owner owner =
            new Owner(
                new AgentId(agent),
                new StrategyName(
                    strategy.map(String::strip).filter(s -> !s.isEmpty()).orElse(agent)));
        Kept before =
            trades.put(usable.trade().tradeId(), new Kept(owner, WindowTrade.of(usable.trade())));
        corrections += before == null ? 0 : 1;
      }
    }
  }

  private List<EvidenceLine> lines(LocalDate today) {
    Map<Owner, List<WindowTrade>> byOwner = new LinkedHashMap<>();
    trades.values().stream()
        .sorted(Comparator.comparing((Kept kept) -> kept.trade().closedAt()))
        .forEach(
            kept ->
                byOwner.computeIfAbsent(kept.owner(), o -> new ArrayList<>()).add(kept.trade()));
    Map<Owner, TrackRecord> records = new LinkedHashMap<>();
    byOwner.forEach(
        (owner, closed) ->
            TrackRecord.of(
                    closed.size(), i -> closed.get(i).returnOnCapital(), rules.riskFreePerTrade())
                .ifPresent(record -> records.put(owner, record)));
    int tried = Math.max(byOwner.size(), config.claim().agentsTried());
    double variance = TradeEvidence.variance(records.values());
    return byOwner.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing((Owner owner) -> owner.agent().value())
                    .thenComparing(owner -> owner.strategy().value())))
        .map(
            entry ->
                line(
                    entry.getKey(),
                    entry.getValue(),
                    Optional.ofNullable(records.get(entry.getKey()))
                        .map(record -> TradeEvidence.of(record, tried, variance)),
                    today))
        .toList();
  }

  private EvidenceLine line(
      Owner owner, List<WindowTrade> closed, Optional<TradeEvidence> record, LocalDate today) {
    SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
    for (WindowTrade trade : closed) {
      LocalDate day = LocalDate.ofInstant(trade.closedAt(), ZoneOffset.UTC);
      if (day.isBefore(today)) {
        daily.merge(day, trade.realizedPnl(), BigDecimal::add);
      }
    }
    StrategyEvidence evidence = new StrategyEvidence(config);
    List<Double> returns = daily.values().stream().map(pnl -> ExactRatio.of(pnl, capital)).toList();
    EvidenceOpinion opinion = evidence.opinion(evidence.of(returns));
    return new EvidenceLine(
        owner.agent(),
        owner.strategy(),
        closed.size(),
        record,
        Optional.of(opinion),
        EvidenceLine.moreDays(opinion, config.claim()));
  }
}

package dev.maestro.cli.evidence;

import com.google.cloud.firestore.Firestore;
import dev.maestro.engine.evidence.EvidenceOpinion;
import dev.maestro.engine.evidence.claim.ClaimSettings;
import dev.maestro.engine.evidence.record.TrackRecord;
import dev.maestro.engine.evidence.record.TradeEvidence;
import dev.maestro.engine.evidence.track.EvidenceBook;
import dev.maestro.engine.journal.AgentWindows;
import dev.maestro.engine.journal.TradeWindow;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.reweigh.LoadedPerformance;
import dev.maestro.engine.signal.RegisteredStrategy;
import dev.maestro.engine.snapshot.day.TenantDay;
import dev.maestro.firestore.snapshot.FirestoreSnapshot;
import dev.maestro.firestore.weights.FirestoreWeights;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The evidence of a tenant as its functions keep it: strategies by days, agents by trades. */
final class TenantEvidence {
  private final TenantDay day;
  private final EvidenceBook book;
  private final Map<Uid, Optional<AgentWindows>> windows = new HashMap<>();
  private final FirestoreWeights weights;

  TenantEvidence(Firestore firestore, TenantId tenant, Instant now) {
    LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    this.day =
        FirestoreSnapshot.stores(firestore, System.getenv()).days().load(tenant, yesterday, now);
    this.book = day.closedDays().map(closed -> closed.evidence()).orElse(EvidenceBook.EMPTY);
    this.weights = new FirestoreWeights(firestore);
  }

  List<EvidenceLine> lines() {
    double riskFree = day.config().weights().sharpeRules().riskFreePerTrade();
    Map<RegisteredStrategy, TrackRecord> records = new LinkedHashMap<>();
    for (RegisteredStrategy strategy : day.strategies().known()) {
      TradeWindow window = window(strategy);
      TrackRecord.of(window.size(), i -> window.get(i).returnOnCapital(), riskFree)
          .ifPresent(record -> records.put(strategy, record));
    }
    ClaimSettings claim = day.config().evidence().claim();
    int tried = Math.max(day.strategies().known().size(), claim.agentsTried());
    double variance = TradeEvidence.variance(records.values());
    return day.strategies().known().stream()
        .map(
            strategy ->
                line(
                    strategy,
                    Optional.ofNullable(records.get(strategy))
                        .map(record -> TradeEvidence.of(record, tried, variance)),
                    claim))
        .toList();
  }

  private EvidenceLine line(
      RegisteredStrategy strategy, Optional<TradeEvidence> record, ClaimSettings claim) {
    Optional<EvidenceOpinion> opinion = book.opinion(strategy.id());
    return new EvidenceLine(
        new AgentId(strategy.agentId()),
        StrategyName.of(strategy.id()),
        window(strategy).size(),
        record,
        opinion,
        opinion.flatMap(known -> EvidenceLine.moreDays(known, claim)));
  }

  private TradeWindow window(RegisteredStrategy strategy) {
    return windows
        .computeIfAbsent(
            strategy.uid(),
            uid ->
                Optional.of(weights.load(uid, Optional.empty()))
                    .flatMap(LoadedPerformance::windows))
        .map(AgentWindows::byAgent)
        .map(byAgent -> byAgent.get(strategy.agentId()))
        .orElse(TradeWindow.empty(1));
  }
}

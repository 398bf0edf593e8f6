package dev.maestro.embedded.signal;

import dev.maestro.embedded.conduct.MemoryCycles;
import dev.maestro.engine.conduct.situation.SentSignal;
import dev.maestro.engine.conduct.situation.Situation;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.StoreVersion;
import dev.maestro.engine.signal.inbox.KeptSignal;
import dev.maestro.engine.signal.inbox.NewestSignalPort;
import dev.maestro.engine.signal.inbox.StandingSignal;
import java.util.Optional;

/** The newest signals of the tenants whose cycles stand in memory: their next cycle sees them. */
public final class MemorySignals implements NewestSignalPort {
  private final MemoryCycles cycles;

  /** Keeps signals for these cycles. */
  public MemorySignals(MemoryCycles cycles) {
    this.cycles = cycles;
  }

  private record Sent(Optional<Object> fields) implements StoreVersion {}

  @Override
  public Optional<StandingSignal> find(TenantId tenant, StrategyId strategy) {
    return cycles
        .find(tenant)
        .filter(
            known ->
                known.facts().strategies().stream().anyMatch(named -> named.id().equals(strategy)))
        .map(
            known ->
                new StandingSignal(
                    sent(known, strategy),
                    standing(known, strategy).flatMap(SentSignal::receivedAt),
                    new Sent(sent(known, strategy))));
  }

  @Override
  public boolean replace(
      TenantId tenant, StrategyId strategy, KeptSignal signal, StoreVersion before) {
    return cycles.changeIf(
        tenant,
        known -> before.equals(new Sent(sent(known, strategy))),
        known ->
            known.withSignal(
                new SentSignal(
                    StrategyName.of(strategy),
                    Optional.of(signal.fields().values()),
                    Optional.of(signal.receivedAt()),
                    Optional.of(signal.expiresAt()))));
  }

  private static Optional<Object> sent(Situation known, StrategyId strategy) {
    return standing(known, strategy).flatMap(SentSignal::content);
  }

  private static Optional<SentSignal> standing(Situation known, StrategyId strategy) {
    return known.signals().stream()
        .filter(signal -> signal.strategy().equals(StrategyName.of(strategy)))
        .findFirst();
  }
}

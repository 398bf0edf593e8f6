package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.port.StoreVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is stored of a tenant when its cycle begins. What is missing or cannot be read is empty, or
 * stands as the tightest value of its kind; {@code faults} say so.
 *
 * @param signals of strategies outside, by strategy
 * @param version of the store, which it wants back with the commit
 */
public record Situation(
    TenantFacts facts,
    List<SentSignal> signals,
    MarketFacts market,
    MoneyFacts money,
    CycleMemory memory,
    List<Fault> faults,
    StoreVersion version) {

  /**
   * Something stored that cannot be used.
   *
   * @param code what kind of fault it is
   * @param message names document, field and mend
   */
  public record Fault(AlertCode code, String message) {}

  /** Takes copies of the lists. */
  public Situation {
    signals = List.copyOf(signals);
    faults = List.copyOf(faults);
  }

  /** Of a tenant of which nothing is known but itself. */
  public static Situation first(TenantFacts facts, Instant now) {
    return new Situation(
        facts,
        List.of(),
        MarketFacts.NONE,
        MoneyFacts.NONE,
        CycleMemory.none(facts.config(), now),
        List.of(),
        StoreVersion.NONE);
  }

  /** True if not even the journals that count are all known. */
  public boolean hasUnreadableStrategy() {
    return faults.stream().anyMatch(fault -> fault.code() == AlertCode.UNREADABLE_STRATEGY);
  }

  /** The same under other settings. */
  public Situation with(TenantFacts other) {
    return new Situation(other, signals, market, money, memory, faults, version);
  }

  /** The same with other signals from outside. */
  public Situation with(List<SentSignal> sent) {
    return new Situation(facts, sent, market, money, memory, faults, version);
  }

  /** The same with a signal in place of what its strategy sent before. */
  public Situation withSignal(SentSignal sent) {
    List<SentSignal> all = new ArrayList<>(signals);
    all.removeIf(before -> before.strategy().equals(sent.strategy()));
    all.add(sent);
    return with(all);
  }

  /** The same in another market. */
  public Situation with(MarketFacts other) {
    return new Situation(facts, signals, other, money, memory, faults, version);
  }

  /** The same with other money. */
  public Situation with(MoneyFacts other) {
    return new Situation(facts, signals, market, other, memory, faults, version);
  }

  /** The same with another past. */
  public Situation with(CycleMemory other) {
    return new Situation(facts, signals, market, money, other, faults, version);
  }

  /** The same with other faults. */
  public Situation withFaults(List<Fault> others) {
    return new Situation(facts, signals, market, money, memory, others, version);
  }

  /** The same, read from a state of the store. */
  public Situation readAs(StoreVersion state) {
    return new Situation(facts, signals, market, money, memory, faults, state);
  }
}

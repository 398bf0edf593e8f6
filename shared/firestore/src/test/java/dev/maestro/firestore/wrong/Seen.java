package dev.maestro.firestore.wrong;

import dev.maestro.engine.conduct.Conclusion;
import dev.maestro.engine.conduct.CycleCommit;
import dev.maestro.engine.policy.BlockReason;
import dev.maestro.engine.policy.TradingPolicy;
import dev.maestro.engine.policy.stability.PolicyField;
import dev.maestro.engine.verdict.DecidedSignal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a cycle has decided, as far as it may be held against that of another.
 *
 * @param commit empty if nothing was decided
 * @param alerts the codes that were raised
 */
record Seen(Conclusion conclusion, Optional<CycleCommit> commit, SortedSet<String> alerts) {
  static Seen of(Conclusion conclusion, SortedSet<String> alerts) {
    return new Seen(
        conclusion,
        conclusion instanceof Conclusion.Decided decided
            ? Optional.of(decided.commit())
            : Optional.empty(),
        alerts);
  }

  /** The entries that may go on, and what is left of their allocation. */
  SortedMap<String, BigDecimal> entries() {
    SortedMap<String, BigDecimal> entries = new TreeMap<>();
    for (DecidedSignal signal : signals()) {
      if (signal.isApproved() && !signal.isExit()) {
        entries.put(signal.signal().strategy() + " " + signal.symbol(), signal.allocation());
      }
    }
    return entries;
  }

  List<DecidedSignal> signals() {
    return commit.map(stored -> stored.outcome().signals()).orElse(List.of());
  }

  /** In what this is looser than the other; empty: in nothing. */
  List<String> looserThan(Seen intact) {
    List<String> looser = new ArrayList<>();
    entries()
        .forEach(
            (entry, allocation) -> {
              BigDecimal before = intact.entries().getOrDefault(entry, BigDecimal.ZERO);
              if (allocation.compareTo(before) > 0) {
                looser.add(entry + " " + before + " -> " + allocation);
              }
            });
    if (commit.isPresent()) {
      compare("in force", inForce(), intact.inForce(), looser);
      if (inForce().blockReasons().contains(BlockReason.AWAITING_DATA)) {
        looser.remove("in force " + PolicyField.SYMBOLS);
      }
      boolean isClosed = candidate().blockReasons().contains(BlockReason.AWAITING_DATA);
      if (!isClosed) {
        compare("candidate", candidate(), intact.candidate(), looser);
        intact.candidate().blockReasons().stream()
            .filter(reason -> !candidate().blockReasons().contains(reason))
            .forEach(reason -> looser.add("candidate without " + reason));
      }
    }
    return looser;
  }

  /** True if both decided the same, whatever was told beside. */
  boolean saysTheSameAs(Seen other) {
    return verdicts().equals(other.verdicts())
        && candidate().saysTheSameAs(other.candidate())
        && inForce().saysTheSameAs(other.inForce());
  }

  private List<String> verdicts() {
    return signals().stream()
        .map(
            signal ->
                signal.signal().strategy()
                    + " "
                    + signal.symbol()
                    + " "
                    + signal.allocation()
                    + signal.exitQuantity()
                    + signal.verdict().codes())
        .toList();
  }

  private static void compare(
      String which, TradingPolicy next, TradingPolicy before, List<String> looser) {
    for (PolicyField field : PolicyField.values()) {
      if (field.isLooser(next, before)) {
        looser.add(which + " " + field);
      }
    }
  }

  TradingPolicy candidate() {
    return commit.orElseThrow().stage().step().candidate();
  }

  private TradingPolicy inForce() {
    return commit.orElseThrow().stage().step().inForce();
  }
}

package dev.maestro.embedded.journal.known;

import dev.maestro.embedded.journal.format.MultiplierRule;
import dev.maestro.embedded.journal.format.ReadOptions;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The multiplier of each symbol, and the symbols that nobody knows one of. */
public final class Multipliers {
  /** Symbols beyond these are looked up anew. */
  private static final int REMEMBERED = 10_000;

  private static final int NAMED = 20;

  private final MultiplierRule rule;
  private final ReadOptions options;
  private final Map<String, Optional<Object>> known = new HashMap<>();
  private final Set<String> unknown = new TreeSet<>();
  private final Set<String> unmet = new TreeSet<>();

  /** Those of one file. */
  public Multipliers(MultiplierRule rule, ReadOptions options) {
    this.rule = rule;
    this.options = options;
    unmet.addAll(options.multipliers().keySet());
    unmet.remove("*");
  }

  /** True if a person named the multiplier of this symbol. */
  public Optional<Object> said(String instrument) {
    if (options.multipliers().isEmpty()) {
      return Optional.empty();
    }
    unmet.remove(instrument);
    return options.multiplier(instrument).map(Object.class::cast);
  }

  /** Symbols that a person named and nobody asked for so far, as one text; empty if none. */
  public Optional<String> unmet() {
    return unmet.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", unmet));
  }

  /** The multiplier; what is no number where nobody knows it. */
  public Optional<Object> of(String instrument) {
    Optional<Object> found = known.get(instrument);
    if (found != null) {
      return found;
    }
    Optional<Object> looked = said(instrument).or(() -> byRule(instrument));
    if (known.size() < REMEMBERED) {
      known.put(instrument, looked);
    }
    return looked;
  }

  private Optional<Object> byRule(String instrument) {
    Optional<BigDecimal> contract =
        rule == MultiplierRule.CONTRACTS ? ContractSizes.of(instrument) : Optional.empty();
    if (contract.isPresent()
        || (rule != MultiplierRule.CONTRACTS && rule != MultiplierRule.REQUIRED)) {
      return contract.map(Object.class::cast);
    }
    if (unknown.size() < NAMED) {
      unknown.add(instrument.isBlank() ? "*" : instrument);
    }
    return Optional.of("unknown");
  }

  /** Symbols without a multiplier, at most 20. */
  public Set<String> unknown() {
    return unknown;
  }
}

package dev.maestro.engine.why;

import dev.maestro.engine.archive.CycleArchive;
import dev.maestro.engine.archive.StoredDecision;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.StrategyId;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a stored decision did what it did with the signals of one strategy.
 *
 * @param signals empty: the strategy sent none
 */
public record StrategyWhy(String decision, StrategyId strategy, List<NearestFlip> signals) {
  /** As it is shown. */
  public static final View<StrategyWhy> VIEW =
      View.<StrategyWhy>empty()
          .with("decision", StrategyWhy::decision)
          .with("strategy", StrategyWhy::strategy)
          .with("signals", why -> why.signals().stream().map(NearestFlip.VIEW::write).toList());

  /** Keeps its own list. */
  public StrategyWhy {
    signals = List.copyOf(signals);
  }

  /**
   * Asks a stored decision.
   *
   * @param engineVersion who asks
   * @throws dev.maestro.engine.archive.UnusableArchiveException if it cannot be decided again
   */
  public static StrategyWhy of(StoredDecision stored, StrategyId strategy, String engineVersion) {
    CycleArchive archive = stored.archive(engineVersion);
    return new StrategyWhy(
        stored.id(),
        strategy,
        WhySearch.of(archive.input(stored.inputHash()), archive.settings(), strategy));
  }

  /** For people. */
  public List<String> lines() {
    if (signals.isEmpty()) {
      return List.of(strategy + " sent no signal that " + decision + " knows of");
    }
    List<String> lines = new ArrayList<>();
    for (NearestFlip flip : signals) {
      String symbol = flip.signal().symbol().map(known -> " " + known).orElse("");
      flip.lines()
          .forEach(line -> lines.add(flip.signal().signal().action() + symbol + ": " + line));
    }
    return lines;
  }
}

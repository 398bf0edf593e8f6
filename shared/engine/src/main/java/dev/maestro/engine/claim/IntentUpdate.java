package dev.maestro.engine.claim;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.intent.Intent;
import java.util.List;
import java.util.Optional;

/**
 * What a command changes of one kept intent. Its instructions never change.
 *
 * @param intent as it is now; empty if only its trade was corrected
 * @param trade as it is now; empty if it has not changed
 * @param history lines to add, where its state or what it filled has changed
 */
public record IntentUpdate(
    Nonce nonce, Optional<Intent> intent, Optional<LedgerTrade> trade, List<HistoryLine> history) {
  /** Keeps its own list. */
  public IntentUpdate {
    history = List.copyOf(history);
  }

  /** The kept intent after it. */
  public KeptIntent of(KeptIntent kept) {
    return kept.with(intent.orElse(kept.intent()), trade);
  }
}

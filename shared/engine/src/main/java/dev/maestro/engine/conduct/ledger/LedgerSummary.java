package dev.maestro.engine.conduct.ledger;

import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.form.View;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A ledger in some figures, for the first screen; lists are cut, and counted whole. */
public final class LedgerSummary {
  /** Names that are shown of each list. */
  private static final int MAX_NAMES = 20;

  /** Amounts as decimal text; {@code available} is null without a snapshot. */
  public static final View<Ledger> VIEW =
      View.<Ledger>empty()
          .with("reserved", ledger -> LedgerSums.reserved(ledger).value())
          .with("held", ledger -> ledger.book().holdings().cost().value())
          .with("available", LedgerSummary::available)
          .with("positions", ledger -> ledger.book().holdings().size())
          .with("open_intents", ledger -> ledger.intents().size())
          .with("working_intents", ledger -> count(ledger, IntentState.CLAIMED))
          .with("unknown_intents", ledger -> count(ledger, IntentState.UNKNOWN))
          .with("oldest_intent_at", LedgerSummary::oldest)
          .with("suspended", ledger -> first(ledger.restrictions().suspended()))
          .with("suspended_count", ledger -> ledger.restrictions().suspended().size())
          .with("in_doubt", ledger -> first(ledger.restrictions().doubts().keySet()))
          .with("in_doubt_count", ledger -> ledger.restrictions().doubts().size());

  private LedgerSummary() {}

  private static Optional<BigDecimal> available(Ledger ledger) {
    return LedgerSums.available(ledger).map(exact -> Money.rounded(exact).value());
  }

  private static int count(Ledger ledger, IntentState state) {
    return ledger.intents().where(intent -> intent.state() == state).size();
  }

  private static Optional<Instant> oldest(Ledger ledger) {
    return ledger.intents().all().stream()
        .map(Intent::order)
        .map(order -> order.reservedAt())
        .min(Instant::compareTo);
  }

  private static List<String> first(Collection<?> named) {
    return named.stream().map(Object::toString).sorted().limit(MAX_NAMES).toList();
  }
}

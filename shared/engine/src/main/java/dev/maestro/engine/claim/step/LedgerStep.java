package dev.maestro.engine.claim.step;

import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.command.CapitalAlert;
import dev.maestro.engine.claim.IntentUpdate;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.TenantLedger;
import dev.maestro.engine.claim.TradeRow;
import dev.maestro.engine.control.TradingControl;
import java.util.List;
import java.util.Optional;

/**
 * What one command leaves to be written, all or nothing.
 *
 * @param ledger empty: as it was
 * @param closes trades that no intent asked for
 * @param rows of journals
 * @param control the tenant's switch, where the command threw it
 */
public record LedgerStep(
    LedgerAnswer answer,
    Optional<TenantLedger> ledger,
    List<IntentUpdate> intents,
    List<LedgerTrade> closes,
    List<TradeRow> rows,
    List<CapitalAlert> alerts,
    Optional<TradingControl> control) {
  /** Keeps its own lists. */
  public LedgerStep {
    intents = List.copyOf(intents);
    closes = List.copyOf(closes);
    rows = List.copyOf(rows);
    alerts = List.copyOf(alerts);
  }

  /** An answer that changes nothing. */
  static LedgerStep refusing(LedgerAnswer answer) {
    return new LedgerStep(
        answer, Optional.empty(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
  }
}

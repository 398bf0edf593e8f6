package dev.maestro.engine.capital.rule;

import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentOrder;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.ledger.LedgerSums;
import java.util.List;
import java.util.Optional;

/**
 * Reserves quantity for an exit: min(asked, |held| - what open exits may still fill), in doubt also
 * what the broker showed. It passes every gate but HALTED; waiting entries in the symbol go.
 */
final class ExitRule {
  private ExitRule() {}

  static Outcome apply(Work work, LedgerCommand.Exit ask) {
    Optional<Intent> known = work.intent(ask.intent());
    if (known.isPresent()) {
      boolean isSame = known.get().isExit() && known.get().key().equals(ask.key());
      return work.end(isSame ? CommandCode.REPEATED : CommandCode.NONCE_CONFLICT);
    }
    if (work.ledger().control().isHalted()) {
      return work.end(CommandCode.KILL_SWITCH);
    }
    Optional<LedgerHolding> held = work.ledger().book().holdings().get(ask.key());
    if (held.isEmpty()) {
      return work.end(CommandCode.NO_POSITION);
    }
    OrderSide side = OrderSide.closing(held.get().sign());
    Quantity most =
        LedgerSums.closable(work.ledger(), ask.key(), side, exit -> true, Quantity.ZERO);
    Quantity quantity = ask.quantity().map(most::min).orElse(most);
    return quantity.signum() > 0
        ? reserve(work, ask, held.get(), side, quantity)
        : work.end(CommandCode.NO_POSITION);
  }

  private static Outcome reserve(
      Work work, LedgerCommand.Exit ask, LedgerHolding held, OrderSide side, Quantity quantity) {
    List<Intent> entries = entries(work, ask.key());
    for (Intent entry : entries) {
      if (entry.state() == IntentState.RESERVED) {
        work.store(
            entry.ended(IntentState.CANCELLED), Work.MAESTRO, "the strategy leaves the symbol");
      }
    }
    IntentOrder order =
        IntentOrder.exit(ask.intent(), ask.key(), side, held.agent(), quantity, work.issue());
    work.store(Intent.reserved(order), Work.MAESTRO, "quantity is reserved");
    return work.end(
        CommandCode.RESERVED,
        new AnswerDetail.ExitReserved(
            quantity,
            side,
            entries.stream()
                .filter(entry -> entry.state() == IntentState.CLAIMED)
                .map(Intent::nonce)
                .toList()));
  }

  private static List<Intent> entries(Work work, PositionKey key) {
    return work.ledger().intents().where(intent -> intent.isEntry() && intent.key().equals(key));
  }
}

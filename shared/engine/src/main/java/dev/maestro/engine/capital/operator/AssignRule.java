package dev.maestro.engine.capital.operator;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.Holdings;
import dev.maestro.engine.capital.book.LedgerHolding;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.number.Money;
import java.util.Optional;

/**
 * Gives a part of nobody's holding to a strategy, with its pro-rata cost and fees and its
 * opened_at; a holding that is there keeps its own.
 */
public final class AssignRule {
  private AssignRule() {}

  /** Runs the command. */
  public static Outcome apply(Work work, LedgerCommand.Assign assign) {
    Optional<Quantity> quantity =
        Quantity.ofExact(assign.quantity()).filter(size -> size.signum() > 0);
    if (quantity.isEmpty() || assign.reason().isBlank() || assign.key().holder().isNobody()) {
      return work.end(CommandCode.INVALID);
    }
    Holdings holdings = work.ledger().book().holdings();
    Optional<LedgerHolding> nobodys =
        holdings
            .get(new PositionKey(assign.key().symbol(), Holder.NOBODY))
            .filter(held -> !quantity.get().isAbove(held.quantity().abs()));
    if (nobodys.isEmpty()) {
      return work.end(CommandCode.NO_POSITION);
    }
    if (holdings.sign(assign.key()) == -nobodys.get().sign()) {
      return work.end(CommandCode.ALREADY_HELD);
    }
    LedgerHolding part = PositionBook.part(nobodys.get(), quantity.get());
    LedgerHolding given =
        new LedgerHolding(assign.key(), part.stake(), Optional.of(assign.agent()), part.openedAt());
    work.change(
        ledger ->
            ledger
                .withBook(ledger.book().without(part).opened(given))
                .withAssigned(ledger.assigned().plus(asIfPaid(part))));
    return work.end(CommandCode.ACCEPTED);
  }

  /** In the balance of cash: paid for a long, received for a short, less the fees of both. */
  private static Money asIfPaid(LedgerHolding part) {
    Money received = part.sign() > 0 ? part.cost().negated() : part.cost();
    return received.minus(part.fees());
  }
}

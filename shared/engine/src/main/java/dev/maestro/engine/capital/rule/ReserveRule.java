package dev.maestro.engine.capital.rule;

import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentOrder;
import dev.maestro.engine.capital.intent.PlannedPrice;
import dev.maestro.engine.capital.sizing.SizedEntry;
import dev.maestro.engine.number.Money;
import java.util.Optional;

/** Reserves capital for an entry: the first gate that refuses is the answer. */
final class ReserveRule {
  private ReserveRule() {}

  static Outcome apply(Work work, LedgerCommand.Reserve ask) {
    Optional<Intent> known = work.intent(ask.intent());
    if (known.isPresent()) {
      return work.end(isSame(known.get(), ask) ? CommandCode.REPEATED : CommandCode.NONCE_CONFLICT);
    }
    EntryGates gates = new EntryGates(work, ask);
    Optional<CommandCode> refusal = gates.first();
    if (refusal.filter(code -> code == CommandCode.NO_CAPITAL).isPresent()) {
      return work.end(
          CommandCode.NO_CAPITAL, new AnswerDetail.TooLittle(gates.size().orElseThrow().cuts()));
    }
    return refusal.map(work::end).orElseGet(() -> reserve(work, ask, gates.size().orElseThrow()));
  }

  private static boolean isSame(Intent known, LedgerCommand.Reserve ask) {
    return known.isEntry() && known.key().equals(ask.key()) && known.side() == ask.terms().side();
  }

  private static Outcome reserve(Work work, LedgerCommand.Reserve ask, SizedEntry size) {
    work.store(
        Intent.reserved(order(work, ask, size.notional())), Work.MAESTRO, "capital is reserved");
    return work.end(
        CommandCode.RESERVED, new AnswerDetail.EntryReserved(size.notional(), size.cuts()));
  }

  private static IntentOrder order(Work work, LedgerCommand.Reserve ask, Money notional) {
    return IntentOrder.entry(
        ask.intent(),
        ask.key(),
        ask.terms().side(),
        ask.agent(),
        notional,
        new PlannedPrice(ask.terms().entryPrice(), ask.terms().stopPrice()),
        work.issue());
  }
}

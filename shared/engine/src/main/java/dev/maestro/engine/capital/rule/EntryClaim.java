package dev.maestro.engine.capital.rule;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.capital.command.AnswerDetail;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.capital.command.Outcome;
import dev.maestro.engine.capital.command.Work;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.capital.intent.TokenHash;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerSums;
import dev.maestro.engine.control.TradingState;
import java.util.List;
import java.util.Optional;

/** The gates that an entry passes at every claim, and those that it passes once. */
final class EntryClaim {
  private EntryClaim() {}

  static Outcome apply(Work work, Intent intent, TokenHash token) {
    Optional<CommandCode> refusal = refusal(work, intent);
    if (refusal.isPresent()) {
      return work.end(refusal.get());
    }
    if (intent.state() != IntentState.RESERVED) {
      return work.end(CommandCode.GRANTED, new AnswerDetail.Granted(Optional.empty(), true));
    }
    Ledger ledger = work.ledger();
    if (isStale(work)) {
      return work.end(CommandCode.STALE_ACCOUNT);
    }
    if (LedgerSums.available(ledger).orElseThrow().signum() < 0) {
      work.store(intent.ended(IntentState.CANCELLED), Work.MAESTRO, "no capital is left for it");
      return work.end(CommandCode.NO_CAPITAL, new AnswerDetail.TooLittle(List.of()));
    }
    int repeats = ledger.grants().withinHour(intent.key(), intent.side(), work.now());
    if (repeats >= work.config().repeatLimit()) {
      return suspend(work, intent, repeats);
    }
    int grants = ledger.grants().withinMinute(work.now());
    if (grants >= work.config().maxGrantsPerMinute()) {
      return reduce(work, grants);
    }
    return grant(work, intent, token);
  }

  private static Optional<CommandCode> refusal(Work work, Intent intent) {
    Ledger ledger = work.ledger();
    if (ledger.control().state() == TradingState.REDUCING) {
      return Optional.of(CommandCode.REDUCING);
    }
    if (intent.order().fence() < ledger.control().fence()) {
      return Optional.of(CommandCode.FENCED);
    }
    if (ledger.policy().forbids(intent.key().symbol(), work.now())) {
      return Optional.of(CommandCode.POLICY_BLOCKED);
    }
    return ledger.restrictions().isSuspended(intent.key().holder())
        ? Optional.of(CommandCode.SUSPENDED)
        : Optional.empty();
  }

  private static boolean isStale(Work work) {
    return work.ledger()
        .account()
        .filter(account -> !account.isStale(work.now(), work.config().times().accountMaxAge()))
        .isEmpty();
  }

  private static Outcome suspend(Work work, Intent intent, int repeats) {
    work.suspend(
        intent.key().holder(),
        AlertCode.REPEAT_LIMIT,
        repeats + " entries of the same kind within an hour");
    return work.end(CommandCode.REPEAT_LIMIT);
  }

  private static Outcome reduce(Work work, int grants) {
    String why = grants + " entries were claimed within a minute";
    work.throwSwitch(
        work.ledger().control().next(TradingState.REDUCING, why, Work.MAESTRO, work.now()));
    work.alert(
        AlertCode.GRANT_LIMIT, "", why + ": only exits pass until an operator resumes trading");
    return work.end(CommandCode.GRANT_LIMIT);
  }

  private static Outcome grant(Work work, Intent intent, TokenHash token) {
    work.change(
        ledger -> ledger.withGrants(ledger.grants().with(intent.key(), intent.side(), work.now())));
    work.store(
        intent.claimed(token, work.now().plus(work.config().times().reportWithin())),
        work.ledger().executor(),
        "granted");
    return work.end(CommandCode.GRANTED, new AnswerDetail.Granted(Optional.empty(), false));
  }
}

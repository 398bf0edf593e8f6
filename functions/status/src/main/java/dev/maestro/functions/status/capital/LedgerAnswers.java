package dev.maestro.functions.status.capital;

import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.claim.BrokenLedgerException;
import dev.maestro.engine.claim.KeptIntentForm;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.claim.body.AnswerView;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.port.UnavailableException;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import java.util.Optional;

/** Gives commands to ledgers and tells what they answer: a refusal is a problem with its code. */
public final class LedgerAnswers {
  private final LedgerPort ledgers;

  /** Of these ledgers. */
  public LedgerAnswers(LedgerPort ledgers) {
    this.ledgers = ledgers;
  }

  /**
   * Runs a command that may be sent again.
   *
   * @throws Problem if it is refused, or its ledger cannot be used
   * @throws UnavailableException if it is not known whether it was run
   */
  Answer apply(TenantId tenant, AccountId account, LedgerCommand command) throws Problem {
    return Answer.ok(shown(answer(tenant, account, command)));
  }

  /** The same, for whoever has more to say about the answer. */
  LedgerAnswer answer(TenantId tenant, AccountId account, LedgerCommand command) throws Problem {
    LedgerAnswer answer = ask(tenant, account, command);
    Optional<Refusal> refusal = Refusal.of(answer.code());
    if (refusal.isPresent()) {
      throw RefusedCommand.problem(refusal.get(), command, answer);
    }
    return answer;
  }

  /**
   * Runs a command that does the same thing twice if it is sent again.
   *
   * @throws Problem the same, and if it is not known whether it was run
   */
  Answer applyOnce(TenantId tenant, AccountId account, LedgerCommand command) throws Problem {
    try {
      return apply(tenant, account, command);
    } catch (UnavailableException unknown) {
      throw Problem.unknownOutcome();
    }
  }

  private LedgerAnswer ask(TenantId tenant, AccountId account, LedgerCommand command)
      throws Problem {
    try {
      return ledgers.apply(tenant, account, command);
    } catch (UnreadableLedgerException | BrokenLedgerException broken) {
      throw Problem.unreadable(String.valueOf(broken.getMessage()));
    }
  }

  /** With the intent as it is now, where the command names one. */
  static Written shown(LedgerAnswer answer) {
    Written body = AnswerView.ANSWER.written(answer.answer());
    return answer
        .intent()
        .map(kept -> body.with("intent", KeptIntentForm.VIEW.written(kept)))
        .orElse(body);
  }
}

package dev.maestro.functions.status.capital;

import dev.maestro.engine.claim.BrokenLedgerException;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.UnreadableLedgerException;
import dev.maestro.engine.claim.account.AccountReport;
import dev.maestro.engine.claim.account.PutAccount;
import dev.maestro.engine.claim.body.AccountBody;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.firestore.tenant.Role;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import java.io.IOException;
import java.util.Optional;

/** {@code PUT accounts/{id}}: an account as its broker shows it. */
public final class AccountCalls {
  private final PutAccount accounts;

  /** Takes accounts through this. */
  public AccountCalls(PutAccount accounts) {
    this.accounts = accounts;
  }

  /** Takes one. */
  public Answer put(MemberCall call) throws Problem, IOException, RefusedInputException {
    AccountId account =
        AccountId.of(call.argument("id"))
            .orElseThrow(() -> Problem.notFound("no account can have this id"));
    AccountReport report = report(call, account);
    LedgerAnswer answer = answer(call, account, report);
    Optional<Refusal> refusal = Refusal.of(answer.code());
    if (refusal.isPresent()) {
      throw problem(refusal.get(), report, answer);
    }
    return Answer.ok(LedgerAnswers.shown(answer));
  }

  /** What is no report at all is one that was refused: the ledger has to know that it came. */
  private AccountReport report(MemberCall call, AccountId account) throws Problem, IOException {
    try {
      return JsonBody.read(call.request(), AccountBody::report, Problem::refused);
    } catch (Problem unreadable) {
      try {
        accounts.refuse(call.tenant(), account, call.now());
      } catch (UnreadableLedgerException | BrokenLedgerException broken) {
        throw Problem.unreadable(String.valueOf(broken.getMessage()));
      }
      throw unreadable;
    }
  }

  private LedgerAnswer answer(MemberCall call, AccountId account, AccountReport report)
      throws Problem, RefusedInputException {
    try {
      boolean mayNameExecutor = call.member().role() == Role.ADMIN;
      return accounts.put(call.tenant(), account, report, mayNameExecutor, call.now());
    } catch (UnreadableLedgerException | BrokenLedgerException broken) {
      throw Problem.unreadable(String.valueOf(broken.getMessage()));
    }
  }

  private static Problem problem(Refusal refusal, AccountReport report, LedgerAnswer answer) {
    Optional<UnreadableValueException> fault = report.fault();
    return refusal == Refusal.INVALID_SNAPSHOT && fault.isPresent()
        ? refusal.at(fault.get().field(), fault.get().getMessage() + "; " + refusal.detail())
        : RefusedCommand.problem(refusal, report.snapshot(), answer);
  }
}

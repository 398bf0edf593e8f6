package dev.maestro.functions.status;

import dev.maestro.engine.claim.ControlPort;
import dev.maestro.engine.claim.LedgerPort;
import dev.maestro.engine.claim.account.AccountsPort;
import dev.maestro.engine.claim.account.PutAccount;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.functions.status.capital.AccountCalls;
import dev.maestro.functions.status.capital.ExecutorCalls;
import dev.maestro.functions.status.capital.LedgerAnswers;
import dev.maestro.functions.status.capital.LedgerCall;
import dev.maestro.functions.status.capital.OperatorCalls;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import java.io.IOException;

/** Which call about capital each of its routes is. */
final class CapitalApi {
  private final ExecutorCalls executors;
  private final OperatorCalls operators;
  private final AccountCalls accounts;

  CapitalApi(LedgerPort ledgers, ControlPort control, AccountsPort accounts) {
    LedgerAnswers answers = new LedgerAnswers(ledgers);
    this.executors = new ExecutorCalls(answers);
    this.operators = new OperatorCalls(answers, control);
    this.accounts = new AccountCalls(new PutAccount(accounts, ledgers));
  }

  /**
   * The answer to a member whose role may take the route.
   *
   * @throws Problem if it is refused
   * @throws RefusedInputException if a field of it is
   * @throws IOException if the caller is gone
   */
  Answer answer(Route route, LedgerCall call) throws Problem, RefusedInputException, IOException {
    return switch (route) {
      case CLAIM -> executors.claim(call);
      case REPORT -> executors.report(call);
      case CLOSE -> executors.close(call);
      case RESOLVE -> operators.resolve(call);
      case SPLIT -> operators.split(call);
      case ASSIGN -> operators.assign(call);
      case CONTROL -> operators.control(call);
      case REARM -> operators.rearm(call);
      case ACCOUNT -> accounts.put(call);
      case HEALTH,
          STATUS,
          WEIGHTS,
          POLICY,
          CONFIG,
          DECISIONS,
          DECISION,
          SIGNAL,
          TIME,
          INTENTS,
          INTENT ->
          throw new IllegalArgumentException(route + " is not about capital");
    };
  }
}

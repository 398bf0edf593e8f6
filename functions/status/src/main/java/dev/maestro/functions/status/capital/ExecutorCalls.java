package dev.maestro.functions.status.capital;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.LedgerCommand;
import dev.maestro.engine.claim.body.ExecutorBody;
import dev.maestro.functions.status.capital.LedgerCall.Asked;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import java.io.IOException;

/** What executors send: claims, reports, closes. Each may be sent again. */
public final class ExecutorCalls {
  private final LedgerAnswers ledgers;

  /** To these ledgers. */
  public ExecutorCalls(LedgerAnswers ledgers) {
    this.ledgers = ledgers;
  }

  /** {@code POST claims}. */
  public Answer claim(MemberCall made) throws Problem, IOException {
    LedgerCall call = new LedgerCall(made);
    String executor = call.executor();
    return answer(call, call.body(body -> ExecutorBody.claim(body, executor), Problem::refused));
  }

  /** {@code POST claims/{nonce}/report}. */
  public Answer report(MemberCall made) throws Problem, IOException {
    LedgerCall call = new LedgerCall(made);
    Nonce nonce = call.nonce();
    return answer(
        call, call.body(body -> ExecutorBody.report(body, nonce), Refusal.INVALID_REPORT::at));
  }

  /** {@code POST closes}. */
  public Answer close(MemberCall made) throws Problem, IOException {
    LedgerCall call = new LedgerCall(made);
    String executor = call.executor();
    return answer(
        call, call.body(body -> ExecutorBody.close(body, executor), Refusal.INVALID_REPORT::at));
  }

  private Answer answer(LedgerCall call, Asked<? extends LedgerCommand> asked) throws Problem {
    return ledgers.apply(call.tenant(), asked.account(), asked.what());
  }
}

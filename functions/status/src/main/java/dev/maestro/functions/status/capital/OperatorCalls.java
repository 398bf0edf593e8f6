package dev.maestro.functions.status.capital;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.claim.ControlPort;
import dev.maestro.engine.claim.body.OperatorBody;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.form.View;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import java.io.IOException;
import java.util.Optional;

/** What people who watch over a tenant order. */
public final class OperatorCalls {
  private static final View<TradingControl> SWITCH =
      View.<TradingControl>empty()
          .with("code", thrown -> "ACCEPTED")
          .with("state", TradingControl::state)
          .with("reason", TradingControl::reason)
          .with("by", TradingControl::by)
          .with("at", TradingControl::at)
          .with("fence", TradingControl::fence)
          .with("flatten", TradingControl::isFlattening);

  private final LedgerAnswers ledgers;
  private final ControlPort control;

  /** To these ledgers and kill switches. */
  public OperatorCalls(LedgerAnswers ledgers, ControlPort control) {
    this.ledgers = ledgers;
    this.control = control;
  }

  /** {@code POST control}: the tenant's kill switch; it needs no ledger. */
  public Answer control(MemberCall made) throws Problem, IOException {
    LedgerCall call = new LedgerCall(made);
    TradingControl order =
        JsonBody.read(
            made.request(),
            body -> OperatorBody.control(body, call.by(), made.now()),
            Refusal.INVALID::at);
    return Answer.ok(SWITCH.written(control.put(Optional.of(call.tenant()), order)));
  }

  /** {@code POST rearm}. */
  public Answer rearm(MemberCall made) throws Problem, IOException {
    LedgerCall call = new LedgerCall(made);
    var asked = call.body(body -> OperatorBody.rearm(body, call.by()), Refusal.INVALID::at);
    return ledgers.apply(call.tenant(), asked.account(), asked.what());
  }

  /** {@code POST intents/{nonce}/resolve}. */
  public Answer resolve(MemberCall made) throws Problem, IOException {
    LedgerCall call = new LedgerCall(made);
    Nonce nonce = call.nonce();
    var asked =
        call.body(body -> OperatorBody.resolve(body, nonce, call.by()), Refusal.INVALID_REPORT::at);
    return ledgers.apply(call.tenant(), asked.account(), asked.what());
  }

  /** {@code POST splits}. */
  public Answer split(MemberCall made) throws Problem, IOException {
    LedgerCall call = new LedgerCall(made);
    var asked = call.body(body -> OperatorBody.split(body, call.by()), Refusal.INVALID::at);
    return ledgers.applyOnce(call.tenant(), asked.account(), asked.what());
  }

  /** {@code POST assignments}. */
  public Answer assign(MemberCall made) throws Problem, IOException {
    LedgerCall call = new LedgerCall(made);
    var asked = call.body(body -> OperatorBody.assign(body, call.by()), Refusal.INVALID::at);
    return ledgers.applyOnce(call.tenant(), asked.account(), asked.what());
  }
}

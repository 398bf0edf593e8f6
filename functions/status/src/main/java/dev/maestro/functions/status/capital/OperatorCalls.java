package dev.maestro.functions.status.capital;

import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.command.CommandCode;
import dev.maestro.engine.claim.ControlPort;
import dev.maestro.engine.claim.LedgerAnswer;
import dev.maestro.engine.claim.body.OperatorBody;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.NearestName;
import dev.maestro.engine.name.TenantId;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
  private final Function<TenantId, List<String>> strategies;

  /**
   * To these ledgers and kill switches.
   *
   * @param strategies the ids of all that a tenant has
   */
  public OperatorCalls(
      LedgerAnswers ledgers, ControlPort control, Function<TenantId, List<String>> strategies) {
    this.ledgers = ledgers;
    this.control = control;
    this.strategies = strategies;
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
    LedgerAnswer answer = ledgers.answer(call.tenant(), asked.account(), asked.what());
    if (answer.code() == CommandCode.UNCHANGED) {
      requireKnown(call.tenant(), asked.what().strategy().value());
    }
    return Answer.ok(LedgerAnswers.shown(answer));
  }

  /** Who was not suspended is none that was mistaken for another. */
  private void requireKnown(TenantId tenant, String strategy) throws Problem {
    List<String> known = strategies.apply(tenant);
    if (!known.contains(strategy)) {
      throw Problem.notFound(
          "there is no strategy " + strategy + NearestName.mend(strategy, known));
    }
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

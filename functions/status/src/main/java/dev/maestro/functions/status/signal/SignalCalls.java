package dev.maestro.functions.status.signal;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.signal.Signal;
import dev.maestro.engine.signal.inbox.SignalInbox;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.MemberCall;
import java.io.IOException;

/** {@code PUT signals/{strategy}}; an agent sends those of its own strategies only. */
public final class SignalCalls {
  private final SignalInbox signals;

  /** Into this inbox. */
  public SignalCalls(SignalInbox signals) {
    this.signals = signals;
  }

  /** Takes one. */
  public Answer put(MemberCall call) throws Problem, IOException, RefusedInputException {
    String named = call.argument("strategy");
    if (!call.member().maySpeakFor(named)) {
      throw Problem.forbidden("the membership does not name the strategy " + named);
    }
    StrategyId strategy =
        StrategyId.of(named).orElseThrow(() -> Problem.notFound("no strategy can have this id"));
    Fields sent = JsonBody.of(call.request());
    SignalInbox.Receipt receipt =
        signals.put(call.tenant(), strategy, sent, call.uid().value(), call.now());
    return answer(strategy, receipt);
  }

  /**
   * What is told of a signal's receipt.
   *
   * @throws Problem if it was not stored
   */
  public static Answer answer(StrategyId strategy, SignalInbox.Receipt receipt) throws Problem {
    return switch (receipt.outcome()) {
      case STORED, UNCHANGED -> receipt(strategy, receipt);
      case NOT_NEWER ->
          throw Problem.conflict(
              "generated_at must be after that of the signal that stands; nothing was stored");
      case NOT_REGISTERED ->
          throw Problem.notFound("the strategy " + strategy + " is not registered");
    };
  }

  /** {@code entry_error} says why the signal could not open anything; as an exit it still can. */
  private static Answer receipt(StrategyId strategy, SignalInbox.Receipt receipt) {
    return Answer.ok(
        Written.of(
                "status", receipt.outcome() == SignalInbox.Outcome.STORED ? "stored" : "unchanged")
            .with("strategy", strategy)
            .with("action", receipt.signal().map(Signal::action))
            .with("generated_at", receipt.signal().map(Signal::generatedAt))
            .with("expires_at", receipt.signal().map(Signal::expiresAt))
            .with("entry_error", receipt.signal().flatMap(Signal::entryError)));
  }
}

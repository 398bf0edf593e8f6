package dev.maestro.functions.status.signal;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code PUT signals}: those of several strategies in one call, which is counted and paid for once.
 * Each is judged for itself, as if it had come alone: one that is refused keeps no other from being
 * stored, and an exit never waits for the entry beside it. Only what concerns the call as a whole
 * is refused as a whole, before any is stored.
 */
public final class SignalBatchCalls {
  /** Most signals of a call. */
  static final int MOST = 50;

  private static final String SIGNALS = "signals";
  private static final String STRATEGY = "strategy";

  private final SignalInbox signals;

  /** Into this inbox. */
  public SignalBatchCalls(SignalInbox signals) {
    this.signals = signals;
  }

  /** Takes them, in their order. */
  public Answer put(MemberCall call) throws Problem, IOException {
    List<Fields> sent =
        JsonBody.read(
            call.request(),
            body -> body.list(SIGNALS).stream().map(Fields::anyNames).toList(),
            Problem::refused);
    List<StrategyId> strategies = strategies(call, sent);
    List<Written> receipts = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      receipts.add(receipt(call, strategies.get(i), sent.get(i)));
    }
    return Answer.ok(Written.NOTHING.withRows("receipts", receipts));
  }

  /** Whose they are: of each strategy one, and of an agent its own. */
  private static List<StrategyId> strategies(MemberCall call, List<Fields> sent) throws Problem {
    if (sent.isEmpty() || sent.size() > MOST) {
      throw Problem.refused(SIGNALS, "signals must be 1 to " + MOST + ", got " + sent.size());
    }
    List<StrategyId> strategies = new ArrayList<>();
    Set<StrategyId> seen = new HashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      String place = SIGNALS + "[" + i + "]." + STRATEGY;
      StrategyId strategy =
          sent.get(i)
              .reading(STRATEGY, Kinds.TEXT)
              .value()
              .flatMap(StrategyId::of)
              .orElseThrow(() -> Problem.refused(place, place + " must name a strategy"));
      if (!call.member().maySpeakFor(strategy.value())) {
        throw Problem.forbidden("the membership does not name the strategy " + strategy);
      }
      if (!seen.add(strategy)) {
        throw Problem.refused(
            place, place + " is " + strategy + " a second time: send one of each");
      }
      strategies.add(strategy);
    }
    return strategies;
  }

  private Written receipt(MemberCall call, StrategyId strategy, Fields sent) {
    try {
      SignalInbox.Receipt receipt =
          signals.put(
              call.tenant(),
              strategy,
              Fields.of("", sent.values()),
              call.uid().value(),
              call.now());
      return told(strategy, receipt.outcome().name())
          .with("action", receipt.signal().map(Signal::action))
          .with("expires_at", receipt.signal().map(Signal::expiresAt))
          .with("entry_error", receipt.signal().flatMap(Signal::entryError));
    } catch (RefusedInputException refused) {
      return told(strategy, "REFUSED")
          .with("field", refused.field())
          .with("detail", String.valueOf(refused.getMessage()));
    }
  }

  private static Written told(StrategyId strategy, String outcome) {
    return Written.of("strategy", strategy).with("status", outcome.toLowerCase(Locale.ROOT));
  }
}

package dev.maestro.functions.status.hook;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.signal.hook.Hook;
import dev.maestro.engine.signal.hook.HookGuard;
import dev.maestro.engine.signal.hook.HookId;
import dev.maestro.engine.signal.hook.HookSignals;
import dev.maestro.engine.signal.hook.TooManyCallsException;
import dev.maestro.functions.status.http.Answer;
import dev.maestro.functions.status.http.JsonBody;
import dev.maestro.functions.status.http.Problem;
import dev.maestro.functions.status.route.Visit;
import dev.maestro.functions.status.shape.Shape;
import dev.maestro.functions.status.signal.SignalCalls;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code POST hooks/{id}}: a signal from whoever knows the secret of the hook. What proves nothing
 * is answered alike: an id that no hook has, a hook that is revoked, another secret.
 */
public final class HookCalls {
  /** What it takes. */
  public static final Shape TAKES =
      Shape.object()
          .has(Hook.SECRET, Shape.TEXT)
          .open()
          .says("The secret, and the fields of a signal under the names that the hook gives them");

  private final HookGuard guard;
  private final HookSignals signals;

  /** Opens hooks through this guard, and hands on what is sent there. */
  public HookCalls(HookGuard guard, HookSignals signals) {
    this.guard = guard;
    this.signals = signals;
  }

  /** Takes one. */
  public Answer post(Visit visit) throws Problem, IOException, RefusedInputException {
    Fields sent = JsonBody.of(visit.request());
    String secret =
        sent.raw(Hook.SECRET)
            .flatMap(Kinds.TEXT::find)
            .orElseThrow(
                () -> Problem.refused(Hook.SECRET, "secret must be the hook's own, as a text"));
    Hook hook =
        opened(visit, secret)
            .orElseThrow(() -> Problem.forbidden("no hook of this id takes this secret"));
    return SignalCalls.answer(hook.strategy(), signals.put(hook, sent, visit.now()));
  }

  private Optional<Hook> opened(Visit visit, String secret) throws Problem {
    Optional<HookId> id = HookId.of(visit.argument("id"));
    try {
      return id.isPresent() ? guard.open(id.get(), secret, visit.now()) : Optional.empty();
    } catch (TooManyCallsException tooMany) {
      throw Problem.tooMany(tooMany.waitFor());
    }
  }
}

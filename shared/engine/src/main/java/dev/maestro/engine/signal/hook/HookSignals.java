package dev.maestro.engine.signal.hook;

import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.NearestName;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.port.RefusedInputException;
import dev.maestro.engine.signal.SignalReader;
import dev.maestro.engine.signal.inbox.SignalInbox;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Takes the signals that come through hooks, by the rules for all signals from outside. */
public final class HookSignals {
  private final SignalInbox signals;

  /** Into this inbox. */
  public HookSignals(SignalInbox signals) {
    this.signals = signals;
  }

  /**
   * Stores what was sent as the signal of the hook's strategy.
   *
   * @param hook that its secret has opened
   * @param sent the body, whose secret is not part of the signal
   * @throws RefusedInputException if it cannot be read, or is about another strategy or symbol;
   *     nothing is stored
   */
  public SignalInbox.Receipt put(Hook hook, Fields sent, Instant now) throws RefusedInputException {
    Fields signal = signal(hook, sent);
    Optional<Symbol> symbol = signal.raw("symbol").flatMap(Kinds.SYMBOL::find);
    if (symbol.filter(hook.symbols()::contains).isEmpty()) {
      throw new RefusedInputException(
          name(hook, "symbol"), name(hook, "symbol") + " must be one of those of this hook");
    }
    return signals.put(hook.tenant(), hook.strategy(), signal, "hook:" + hook.id(), now);
  }

  private static Fields signal(Hook hook, Fields sent) throws RefusedInputException {
    Map<String, Object> signal = new LinkedHashMap<>();
    for (String name : sent.names()) {
      if (!name.equals(Hook.SECRET)) {
        String field =
            hook.fieldOf(name)
                .filter(SignalReader.FIELDS::contains)
                .orElseThrow(
                    () ->
                        new RefusedInputException(
                            name,
                            "this hook has no field '"
                                + name
                                + "'"
                                + NearestName.mend(name, SignalReader.FIELDS)));
        signal.put(field, sent.raw(name).orElseThrow());
      }
    }
    return Fields.of("", signal);
  }

  private static String name(Hook hook, String field) {
    return hook.names().getOrDefault(field, field);
  }
}

package dev.maestro.engine.signal;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.name.StrategyName;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns anything that claims to be a signal into one typed value. What cannot be read becomes a
 * HOLD with an error; metadata never overwrites a field.
 */
public final class SignalReader {
  /** The names of all fields, sorted; {@code strategy} repeats whose signal it is. */
  public static final List<String> FIELDS = SignalForm.NAMES;

  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
  private static final String SIGNAL = "signal";
  private static final String AN_OBJECT = "an object";

  private SignalReader() {}

  /**
   * Reads a signal.
   *
   * @param raw a map with the stored names; empty or anything else is an error
   * @param defaultTime stands in for generated_at, and so for signal_id: the slot in process
   * @param now bounds generated_at
   */
  public static Signal read(
      StrategyName strategy, Optional<Object> raw, Instant defaultTime, Instant now) {
    return read(strategy, raw, Optional.empty(), defaultTime, now);
  }

  /**
   * Reads a signal that an inbox has kept.
   *
   * @param receivedAt stands in for generated_at; if there is neither, the signal is an error: read
   *     at the time of reading, it would be new in every cycle
   * @param expiresAt bounds the life of the signal; empty: it lives as long as it says itself
   */
  public static Signal sent(
      StrategyName strategy,
      Optional<Object> raw,
      Optional<Instant> receivedAt,
      Optional<Instant> expiresAt,
      Instant now) {
    boolean isTimed =
        raw.filter(
                given ->
                    given instanceof Map<?, ?> map
                        && map.get(SignalForm.GENERATED_AT.name()) != null)
            .isPresent();
    if (!isTimed && receivedAt.isEmpty()) {
      String error =
          String.valueOf(
              nothing(SignalForm.GENERATED_AT.name(), SignalForm.GENERATED_AT.rule()).getMessage());
      return Signal.unreadable(strategy, error, now.toString(), now);
    }
    return read(strategy, raw, receivedAt.orElse(now), now).until(expiresAt);
  }

  /** The same for a strategy that names no version. */
  public static Signal ofSlot(Signal given, Instant slot) {
    return ofSlot(given, Optional.empty(), slot);
  }

  /**
   * The signal of a strategy in process, read by the rules for one from outside: whatever its
   * values hold, it can be decided and recorded. It is the slot's, and only the slot's.
   *
   * @param given as the strategy made it; its times and its id do not count
   * @param version of the strategy, for a signal that names none
   */
  public static Signal ofSlot(Signal given, Optional<StrategyVersion> version, Instant slot) {
    if (given.error().isPresent()) {
      return Signal.unreadable(given.strategy(), given.error().get(), slot.toString(), slot);
    }
    Map<String, Object> fields = SignalForm.content(given);
    version.ifPresent(named -> fields.putIfAbsent(SignalForm.VERSION.name(), named.value()));
    return read(given.strategy(), Optional.of(fields), given.entryError(), slot, slot);
  }

  private static Signal read(
      StrategyName strategy,
      Optional<Object> raw,
      Optional<String> entryError,
      Instant defaultTime,
      Instant now) {
    try {
      if (!(raw.orElse("nothing") instanceof Map<?, ?> map)) {
        throw raw.map(given -> Fields.EMPTY.wrong(SIGNAL, AN_OBJECT, given))
            .orElseGet(() -> nothing(SIGNAL, AN_OBJECT));
      }
      return read(strategy, Fields.of("", map), entryError, defaultTime, now);
    } catch (UnreadableValueException field) {
      return Signal.unreadable(
          strategy, String.valueOf(field.getMessage()), defaultTime.toString(), defaultTime);
    }
  }

  private static Signal read(
      StrategyName strategy,
      Fields fields,
      Optional<String> entryError,
      Instant defaultTime,
      Instant now) {
    Action action = given(SignalForm.ACTION, fields).in(fields);
    Optional<Symbol> symbol = SignalForm.SYMBOL.in(fields);
    if (symbol.isEmpty() && action != Action.HOLD && action != Action.CLOSE_ALL) {
      throw nothing(SignalForm.SYMBOL.name(), SignalForm.SYMBOL.rule());
    }
    Instant generatedAt = generatedAt(fields, defaultTime, now);
    return new SignalBuilder(strategy, action, generatedAt)
        .symbol(symbol)
        .entry(EntryFields.read(fields))
        .assetClass(SignalForm.ASSET_CLASS.in(fields))
        .quantity(SignalForm.QUANTITY.in(fields))
        .reasoning(SignalForm.REASONING.in(fields))
        .metadata(SignalForm.METADATA.in(fields))
        .signalId(SignalForm.SIGNAL_ID.in(fields))
        .expiresAt(SignalForm.EXPIRES_AT.in(fields))
        .build(entryError.or(() -> unknownName(fields)));
  }

  /** A misspelt stop is no stop: what nobody can read may hold back an entry, never an exit. */
  private static Optional<String> unknownName(Fields fields) {
    try {
      fields.only(FIELDS);
      return Optional.empty();
    } catch (UnreadableValueException unknown) {
      return Optional.of(String.valueOf(unknown.getMessage()));
    }
  }

  private static <V> Field<Signal, V> given(Field<Signal, V> field, Fields fields) {
    if (!fields.has(field.name())) {
      throw nothing(field.name(), field.rule());
    }
    return field;
  }

  /** The words that records of decisions hold since the first one. */
  private static UnreadableValueException nothing(String name, String rule) {
    return UnreadableValueException.because(name + " must be " + rule + ", got nothing");
  }

  private static Instant generatedAt(Fields fields, Instant defaultTime, Instant now) {
    Instant time = SignalForm.GENERATED_AT.in(fields).orElse(defaultTime);
    if (time.isAfter(now.plus(CLOCK_TOLERANCE))) {
      throw fields.wrong(SignalForm.GENERATED_AT.name(), "at most one minute after now", time);
    }
    return time;
  }
}

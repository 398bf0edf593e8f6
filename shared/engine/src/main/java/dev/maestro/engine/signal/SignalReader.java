package dev.maestro.engine.signal;

import dev.maestro.engine.form.Words;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns anything that claims to be a signal into one typed value. What cannot be read becomes a
 * HOLD with an error; metadata never overwrites a field.
 */
public final class SignalReader {
  /** The names of all fields, sorted; {@code strategy} repeats whose signal it is. */
  public static final List<String> FIELDS =
      List.of(
          "action",
          "allocation",
          "asset_class",
          "confidence",
          "expires_at",
          "generated_at",
          "metadata",
          "opens_short",
          "price",
          "quantity",
          "reasoning",
          "signal_id",
          "stop_price",
          "strategy",
          "symbol");

  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");
  private static final int MAX_METADATA = 2048;
  private static final int MAX_ID = 200;

  private SignalReader() {}

  /** A field that cannot be read, by name. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /**
   * Reads a signal.
   *
   * @param raw a map with the stored names; empty or anything else is an error
   * @param defaultTime stands in for generated_at, and so for signal_id: the slot in process
   * @param now bounds generated_at
   */
  public static Signal read(
      StrategyId strategy, Optional<Object> raw, Instant defaultTime, Instant now) {
    return read(strategy, raw, Optional.empty(), defaultTime, now);
  }

  /**
   * The signal of a strategy in process, read by the rules for one from outside: whatever its
   * values hold, it can be decided and recorded. It is the slot's, and only the slot's.
   *
   * @param given as the strategy made it; its times and its id do not count
   */
  public static Signal ofSlot(Signal given, Instant slot) {
    if (given.error().isPresent()) {
      return Signal.unreadable(given.strategy(), given.error().get(), slot.toString(), slot);
    }
    Map<String, Object> fields = new HashMap<>();
    fields.put("action", given.action().name());
    given.symbol().ifPresent(symbol -> fields.put("symbol", symbol.value()));
    fields.put("asset_class", given.assetClass().name());
    given.allocation().ifPresent(allocation -> fields.put("allocation", allocation));
    given.confidence().ifPresent(confidence -> fields.put("confidence", confidence));
    given.price().ifPresent(price -> fields.put("price", price));
    given.stopPrice().ifPresent(price -> fields.put("stop_price", price));
    fields.put("opens_short", given.opensShort());
    given.quantity().ifPresent(quantity -> fields.put("quantity", quantity));
    fields.put("reasoning", given.reasoning());
    fields.put("metadata", given.metadata());
    return read(given.strategy(), Optional.of(fields), given.entryError(), slot, slot);
  }

  private static Signal read(
      StrategyId strategy,
      Optional<Object> raw,
      Optional<String> entryError,
      Instant defaultTime,
      Instant now) {
    try {
      if (!(raw.orElse("nothing") instanceof Map<?, ?> map)) {
        throw bad("signal", "an object", raw);
      }
      return read(strategy, new Fields(map), entryError, defaultTime, now);
    } catch (Unreadable field) {
      return Signal.unreadable(
          strategy, String.valueOf(field.getMessage()), defaultTime.toString(), defaultTime);
    }
  }

  private static Signal read(
      StrategyId strategy,
      Fields fields,
      Optional<String> entryError,
      Instant defaultTime,
      Instant now)
      throws Unreadable {
    Optional<Object> word = fields.get("action");
    Optional<Action> action = word.flatMap(Action::parse);
    if (action.isEmpty()) {
      throw bad("action", "one of BUY, SELL, HOLD, CLOSE_ALL", word);
    }
    Optional<Symbol> symbol = symbol(fields, action.get());
    Instant generatedAt = generatedAt(fields, defaultTime, now);
    EntryFields entry = EntryFields.read(fields);
    return new Signal(
        strategy,
        action.get(),
        symbol,
        assetClass(fields),
        entry.allocation(),
        entry.confidence(),
        entry.price(),
        entry.stopPrice(),
        entry.opensShort(),
        quantity(fields),
        cut(fields.get("reasoning").flatMap(Fields::text).orElse(""), Signal.MAX_REASONING),
        metadata(fields),
        signalId(fields, generatedAt),
        generatedAt,
        expiresAt(fields, generatedAt),
        Optional.empty(),
        entryError.or(entry::error));
  }

  private static Optional<Symbol> symbol(Fields fields, Action action) throws Unreadable {
    Optional<Object> value = fields.get("symbol");
    if (value.isEmpty() && (action == Action.HOLD || action == Action.CLOSE_ALL)) {
      return Optional.empty();
    }
    Optional<Symbol> symbol =
        value.filter(String.class::isInstance).flatMap(text -> Symbol.of(text.toString()));
    if (symbol.isEmpty()) {
      throw bad("symbol", "1 to 32 of A-Z 0-9 . / : _ ^ = - and blanks", value);
    }
    return symbol;
  }

  private static AssetClass assetClass(Fields fields) throws Unreadable {
    Optional<Object> value = fields.get("asset_class");
    Optional<AssetClass> known =
        value.isEmpty()
            ? Optional.of(AssetClass.EQUITY)
            : value.flatMap(word -> Words.read(AssetClass.class, word));
    if (known.isEmpty()) {
      throw bad("asset_class", Words.list(AssetClass.class), value);
    }
    return known.get();
  }

  private static Optional<BigDecimal> quantity(Fields fields) throws Unreadable {
    Optional<Object> value = fields.get("quantity");
    Optional<BigDecimal> quantity = value.flatMap(Decimals::read).filter(q -> q.signum() > 0);
    if (value.isPresent() && quantity.isEmpty()) {
      throw bad("quantity", "a number above 0", value);
    }
    return quantity;
  }

  private static Instant generatedAt(Fields fields, Instant defaultTime, Instant now)
      throws Unreadable {
    Instant time = time(fields, "generated_at").orElse(defaultTime);
    if (time.isAfter(now.plus(CLOCK_TOLERANCE))) {
      throw bad("generated_at", "at most one minute after now", Optional.of(time));
    }
    return time;
  }

  private static Instant expiresAt(Fields fields, Instant generatedAt) throws Unreadable {
    Instant latest = generatedAt.plus(Signal.LIFETIME);
    return time(fields, "expires_at").filter(time -> time.isBefore(latest)).orElse(latest);
  }

  /** Times that no record can hold in 24 characters are none. */
  private static Optional<Instant> time(Fields fields, String key) throws Unreadable {
    Optional<Object> value = fields.get(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> time =
        value.flatMap(SignalReader::parse).filter(t -> !t.isBefore(EARLIEST) && t.isBefore(LATEST));
    if (time.isEmpty()) {
      throw bad(key, "a time like 2026-01-31T16:00:00Z", value);
    }
    return time;
  }

  private static Optional<Instant> parse(Object time) {
    if (time instanceof Instant instant) {
      return Optional.of(instant);
    }
    try {
      return Fields.text(time).map(text -> OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static String signalId(Fields fields, Instant generatedAt) throws Unreadable {
    Optional<Object> value = fields.get("signal_id");
    String id = Fields.text(value.orElse(generatedAt)).orElse("").strip();
    if (id.isEmpty() || id.length() > MAX_ID) {
      throw bad("signal_id", "1 to " + MAX_ID + " characters", value);
    }
    return id;
  }

  /** What is too large to keep is dropped whole: it decides nothing. */
  private static Map<String, Object> metadata(Fields fields) throws Unreadable {
    Optional<Object> value = fields.get("metadata");
    if (value.orElse(Map.of()) instanceof Map<?, ?> map) {
      return Metadata.copy(map, MAX_METADATA);
    }
    throw bad("metadata", "an object", value);
  }

  private static Unreadable bad(String key, String rule, Optional<Object> value) {
    String got = value.map(SignalReader::show).orElse("nothing");
    return new Unreadable(key + " must be " + rule + ", got " + got);
  }

  private static String show(Object given) {
    return Fields.text(given).map(text -> "'" + cut(text, 60) + "'").orElse("another kind");
  }

  /** The first characters, never half of a surrogate pair. */
  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}

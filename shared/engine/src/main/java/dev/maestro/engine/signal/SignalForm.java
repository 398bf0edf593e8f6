package dev.maestro.engine.signal;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Words;
import dev.maestro.engine.name.StrategyVersion;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The fields of a signal, as agents send them. */
final class SignalForm {
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");
  private static final int MAX_METADATA = 2048;
  private static final int MAX_ID = 200;

  private static final Kind<BigDecimal> FRACTION =
      number(
          "a number from 0 to 1",
          number -> number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0);
  private static final Kind<BigDecimal> ABOVE_0 =
      number("a number above 0", number -> number.signum() > 0);

  /** Times that no record can hold in 24 characters are none. */
  private static final Kind<Instant> TIME =
      Kinds.leaf(
          Kinds.TIME.rule(),
          given ->
              Kinds.TIME
                  .find(given)
                  .filter(time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST)),
          Kinds.TIME::write);

  static final Field<Signal, Action> ACTION =
      Field.required(
          "action",
          Kinds.leaf("one of BUY, SELL, HOLD, CLOSE_ALL", Action::parse, Action::name),
          Signal::action);
  static final Field<Signal, Optional<Symbol>> SYMBOL =
      Field.optional(
          "symbol",
          Kinds.leaf(
              "1 to 32 of A-Z 0-9 . / : _ ^ = - and blanks", Kinds.SYMBOL::find, Symbol::value),
          Signal::symbol);
  static final Field<Signal, AssetClass> ASSET_CLASS =
      Field.withDefault(
          "asset_class",
          Kinds.leaf(
              Words.list(AssetClass.class),
              given -> Words.read(AssetClass.class, given),
              AssetClass::name),
          AssetClass.EQUITY,
          Signal::assetClass);
  static final Field<Signal, Optional<BigDecimal>> ALLOCATION =
      Field.optional("allocation", FRACTION, Signal::allocation);
  static final Field<Signal, Optional<BigDecimal>> CONFIDENCE =
      Field.optional("confidence", FRACTION, Signal::confidence);
  static final Field<Signal, Optional<BigDecimal>> PRICE =
      Field.optional("price", ABOVE_0, Signal::price);
  static final Field<Signal, Optional<BigDecimal>> STOP_PRICE =
      Field.optional("stop_price", ABOVE_0, Signal::stopPrice);
  static final Field<Signal, Boolean> OPENS_SHORT =
      Field.withDefault("opens_short", Kinds.FLAG, false, Signal::opensShort);
  static final Field<Signal, Optional<BigDecimal>> QUANTITY =
      Field.optional("quantity", ABOVE_0, Signal::quantity);
  static final Field<Signal, String> REASONING =
      Field.withDefault(
          "reasoning",
          Kinds.leaf("a text", given -> Optional.of(reasoning(given)), text -> text),
          "",
          Signal::reasoning);

  /** What is too large to keep is dropped whole: it decides nothing. */
  static final Field<Signal, Map<String, Object>> METADATA =
      Field.withDefault(
          "metadata",
          Kinds.leaf("an object", SignalForm::metadata, metadata -> metadata),
          Map.of(),
          Signal::metadata);

  static final Kind<StrategyVersion> A_VERSION =
      Kinds.named(StrategyVersion.RULE, StrategyVersion::of);
  static final Field<Signal, Optional<StrategyVersion>> VERSION =
      Field.optional("version", A_VERSION, Signal::version);

  static final Field<Signal, Optional<String>> SIGNAL_ID =
      Field.optional(
          "signal_id",
          Kinds.leaf(
              "1 to " + MAX_ID + " characters",
              given ->
                  text(given)
                      .map(String::strip)
                      .filter(id -> !id.isEmpty() && id.length() <= MAX_ID),
              id -> id),
          signal -> Optional.of(signal.signalId()));
  static final Field<Signal, Optional<Instant>> GENERATED_AT =
      Field.optional("generated_at", TIME, signal -> Optional.of(signal.generatedAt()));
  static final Field<Signal, Optional<Instant>> EXPIRES_AT =
      Field.optional("expires_at", TIME, signal -> Optional.of(signal.expiresAt()));
  private static final String STRATEGY = "strategy";

  /** What it asks for, without whose it is and when. */
  private static final List<Field<Signal, ?>> CONTENT =
      List.of(
          ACTION,
          SYMBOL,
          ASSET_CLASS,
          ALLOCATION,
          CONFIDENCE,
          PRICE,
          STOP_PRICE,
          OPENS_SHORT,
          QUANTITY,
          REASONING,
          METADATA,
          VERSION);

  /** All names, sorted. */
  static final List<String> NAMES =
      List.of(
          ACTION.name(),
          ALLOCATION.name(),
          ASSET_CLASS.name(),
          CONFIDENCE.name(),
          EXPIRES_AT.name(),
          GENERATED_AT.name(),
          METADATA.name(),
          OPENS_SHORT.name(),
          PRICE.name(),
          QUANTITY.name(),
          REASONING.name(),
          SIGNAL_ID.name(),
          STOP_PRICE.name(),
          STRATEGY,
          SYMBOL.name(),
          VERSION.name());

  private SignalForm() {}

  /** What a signal asks for, as it would be sent; nothing of it is known to be readable. */
  static Map<String, Object> content(Signal signal) {
    Map<String, Object> sent = new HashMap<>();
    CONTENT.forEach(field -> field.of(signal).ifPresent(value -> sent.put(field.name(), value)));
    return sent;
  }

  private static Kind<BigDecimal> number(String rule, Predicate<BigDecimal> valid) {
    return Kinds.leaf(rule, given -> Decimals.read(given).filter(valid), number -> number);
  }

  private static Optional<Map<String, Object>> metadata(Object given) {
    return given instanceof Map<?, ?> map
        ? Optional.of(Metadata.copy(map, MAX_METADATA))
        : Optional.empty();
  }

  /** The first characters; empty for what is no simple value. */
  private static String reasoning(Object given) {
    return Kinds.cut(text(given).orElse(""), Signal.MAX_REASONING);
  }

  /** The text of a value; empty for lists, objects and whatever else is made of other values. */
  private static Optional<String> text(Object value) {
    boolean isSimple =
        value instanceof String
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Instant;
    return isSimple ? Optional.of(value.toString()) : Optional.empty();
  }
}

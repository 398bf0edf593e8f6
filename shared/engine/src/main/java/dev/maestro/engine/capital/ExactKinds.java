package dev.maestro.engine.capital;

import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.Place;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The kinds of which a stored ledger is made. Amounts are exact text and nothing else: a number of
 * the store may have lost digits. What may be absent is written as a blank text, so that what was
 * lost does not pass for nothing.
 */
public final class ExactKinds {
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

  /** A decimal as text, without an exponent. */
  public static final Kind<BigDecimal> DECIMAL =
      Kinds.leaf("a decimal as text", ExactKinds::decimal, BigDecimal::toPlainString);

  /** The same, above 0. */
  public static final Kind<BigDecimal> POSITIVE =
      Kinds.leaf(
          "a decimal above 0 as text",
          given -> decimal(given).filter(value -> value.signum() > 0),
          BigDecimal::toPlainString);

  /** An amount of money. */
  public static final Kind<Money> MONEY = DECIMAL.as(Money::new, Money::value);

  /** A quantity. */
  public static final Kind<Quantity> QUANTITY = DECIMAL.as(Quantity::new, Quantity::value);

  /** The name of an intent. */
  public static final Kind<Nonce> NONCE = Kinds.named("a nonce", Nonce::of);

  /** A strategy, or nobody as a blank text. */
  public static final Kind<Holder> HOLDER = Kinds.TEXT.as(Holder::new, Holder::value);

  /** BUY or SELL. */
  public static final Kind<OrderSide> SIDE = Kinds.word(OrderSide.class);

  /** A number from 0 that only grows, such as a version or a fence. */
  public static final Kind<Long> COUNTER =
      Kinds.leaf("a whole number from 0", ExactKinds::counter, number -> number);

  /** How long, as in {@code PT10M}. */
  public static final Kind<Duration> DURATION =
      Kinds.leaf("a duration like PT10M", ExactKinds::duration, Duration::toString);

  private ExactKinds() {}

  /** A kind that no blank text is of, and a blank text where there is nothing. */
  public static <T> Kind<Optional<T>> orBlank(Kind<T> kind) {
    return new OrBlank<>(kind);
  }

  private static Optional<BigDecimal> decimal(Object given) {
    return Kinds.TEXT
        .find(given)
        .filter(text -> PLAIN.matcher(text).matches())
        .map(BigDecimal::new);
  }

  private static Optional<Long> counter(Object given) {
    return Kinds.WHOLE.find(given).filter(number -> number >= 0);
  }

  private static Optional<Duration> duration(Object given) {
    try {
      return Kinds.TEXT.find(given).map(Duration::parse);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private record OrBlank<T>(Kind<T> kind) implements Kind<Optional<T>> {
    @Override
    public String rule() {
      return kind.rule() + ", or blank";
    }

    @Override
    public Optional<T> read(Place place, String field, Object given) {
      return given.equals("") ? Optional.empty() : Optional.of(kind.read(place, field, given));
    }

    @Override
    public Object write(Optional<T> value) {
      return value.isPresent() ? kind.write(value.get()) : "";
    }
  }
}

package dev.maestro.engine.paper;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;

/** The kinds of which books on paper are made. Amounts are written as text, so that they last. */
public final class PaperKinds {
  /** An amount of money. */
  public static final Kind<Money> MONEY = decimalText().as(Money::new, Money::value);

  /** A quantity. */
  public static final Kind<Quantity> QUANTITY = decimalText().as(Quantity::new, Quantity::value);

  /** A price or a difference of prices. */
  public static final Kind<BigDecimal> PRICE = decimalText();

  /** A nonce. */
  public static final Kind<Nonce> NONCE = Kinds.named("a nonce", Nonce::of);

  /** A strategy, or blank. */
  public static final Kind<Holder> HOLDER = Kinds.TEXT.as(Holder::new, Holder::value);

  private PaperKinds() {}

  private static Kind<BigDecimal> decimalText() {
    return Kinds.leaf("a decimal", Kinds.DECIMAL::find, BigDecimal::toPlainString);
  }
}

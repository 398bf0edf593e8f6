package dev.maestro.engine.claim.body;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.number.Decimals;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The kinds of which bodies are made beside those of a stored ledger: numbers are taken as JSON has
 * them, too.
 */
public final class BodyKinds {
  /** An account and its ledger. */
  public static final Kind<AccountId> ACCOUNT =
      Kinds.named("an account id: " + AccountId.RULE, AccountId::of);

  /** A number of shares, coins or contracts; one that is more precise is refused, not rounded. */
  public static final Kind<Quantity> QUANTITY =
      Kinds.leaf(
          "a quantity with at most " + Quantity.PLACES + " places",
          given -> Decimals.read(given).flatMap(Quantity::ofExact),
          Quantity::toString);

  /** An amount of money; one that is more precise is refused, not rounded. */
  public static final Kind<Money> MONEY =
      Kinds.leaf(
          "an amount with at most " + Money.PLACES + " places",
          given -> Decimals.read(given).flatMap(BodyKinds::money),
          Money::toString);

  private BodyKinds() {}

  /** The {@code strategy} and {@code symbol} of a body. */
  public static PositionKey key(Fields body) {
    return new PositionKey(
        body.get("symbol", Kinds.SYMBOL), body.get("strategy", ExactKinds.HOLDER));
  }

  private static Optional<Money> money(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() > Money.PLACES
        ? Optional.empty()
        : Optional.of(new Money(amount));
  }
}

package dev.maestro.engine.claim.body;

import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.number.Money;
import java.util.List;
import java.util.Optional;

/**
 * Reads what an order has filled: quantity, notional and {@code fees}. All three must be there, 0
 * among them: what is not said is not nothing.
 */
public enum FilledFigures {
  /** Of a report: all of it so far. */
  OF_REPORT("filled_quantity", "filled_notional"),
  /** Of a close: all of it. */
  OF_CLOSE("quantity", "notional");

  private static final String FEES = "fees";

  private final String quantityName;
  private final String notionalName;

  FilledFigures(String quantityName, String notionalName) {
    this.quantityName = quantityName;
    this.notionalName = notionalName;
  }

  /**
   * The figures.
   *
   * @throws UnreadableValueException naming the first that cannot be read, or that no order can
   *     have filled beside the others
   */
  public FilledSoFar require(Fields body) {
    for (String name : List.of(quantityName, notionalName, FEES)) {
      // All are known names, also where the first of them cannot be read.
      body.raw(name);
    }
    Quantity quantity = body.get(quantityName, BodyKinds.QUANTITY);
    Money notional = body.get(notionalName, BodyKinds.MONEY);
    Money fees = body.get(FEES, BodyKinds.MONEY);
    if (!FilledSoFar.isPossible(quantity, notional, fees)) {
      throw impossible(body, quantity, notional, fees);
    }
    return new FilledSoFar(quantity, notional, fees);
  }

  /** The figures; empty where they cannot be read or no order can have filled them. */
  public Optional<FilledSoFar> find(Fields body) {
    try {
      return Optional.of(require(body));
    } catch (UnreadableValueException unreadable) {
      return Optional.empty();
    }
  }

  private UnreadableValueException impossible(
      Fields body, Quantity quantity, Money notional, Money fees) {
    if (quantity.signum() < 0) {
      return body.wrong(quantityName, "0 or more", quantity);
    }
    if (notional.signum() < 0) {
      return body.wrong(notionalName, "0 or more", notional);
    }
    if (quantity.signum() != notional.signum()) {
      return body.wrong(
          notionalName,
          quantity.signum() == 0
              ? "0 while " + quantityName + " is 0"
              : "above 0 where " + quantityName + " is",
          notional);
    }
    return body.wrong(FEES, "at most " + notionalName + " in size", fees);
  }
}

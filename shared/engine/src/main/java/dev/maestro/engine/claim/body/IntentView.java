package dev.maestro.engine.claim.body;

import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.intent.IntentOrder;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.claim.KeptIntent;
import dev.maestro.engine.form.View;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is shown of an intent: the order that an executor is to send, and what became of it. Never
 * the hash of its token.
 */
public final class IntentView {
  private static final View<IntentOrder> ORDER =
      View.<IntentOrder>empty()
          .with("nonce", order -> order.nonce().value())
          .with("kind", IntentOrder::kind)
          .with("strategy", order -> order.key().holder().value())
          .with("symbol", order -> order.key().symbol())
          .with("side", IntentOrder::side)
          .with("agent_id", IntentOrder::agent)
          .with("notional", order -> ofEntry(order.notional()))
          .with("quantity", order -> ofExit(order.quantity()))
          .with("price", order -> text(order.planned().price()))
          .with("stop_price", order -> text(order.planned().stop()))
          .with("reserved_at", IntentOrder::reservedAt)
          .with("expires_at", IntentOrder::expiresAt)
          .with("fence", IntentOrder::fence);

  private static final View<OrderInstructions> INSTRUCTIONS =
      View.<OrderInstructions>empty()
          .with("session_id", OrderInstructions::sessionId)
          .with("entry_mode", OrderInstructions::entryMode)
          .with("exit_mode", OrderInstructions::exitMode)
          .with("order_type", OrderInstructions::type)
          .with("limit_price", how -> text(how.limitPrice()))
          .with("max_slippage_pct", how -> how.maxSlippagePct().toPlainString())
          .with("reduce_only", OrderInstructions::isReduceOnly);

  private static final View<FilledSoFar> FILLED =
      View.<FilledSoFar>empty()
          .with("filled_quantity", filled -> filled.quantity().toString())
          .with("filled_notional", filled -> filled.notional().toString())
          .with("fees", filled -> filled.fees().toString());

  /** All of it, amounts as text. */
  public static final View<KeptIntent> SHOWN =
      View.<KeptIntent>empty()
          .with("account", kept -> kept.account().value())
          .with("state", kept -> kept.intent().state())
          .with("report_by", kept -> kept.intent().reportBy())
          .all(ORDER, kept -> kept.intent().order())
          .all(FILLED, kept -> kept.intent().filled())
          .all(INSTRUCTIONS, KeptIntent::instructions);

  private IntentView() {}

  private static Optional<String> ofEntry(Money notional) {
    return notional.signum() > 0 ? Optional.of(notional.toString()) : Optional.empty();
  }

  private static Optional<String> ofExit(Quantity quantity) {
    return quantity.signum() > 0 ? Optional.of(quantity.toString()) : Optional.empty();
  }

  private static Optional<String> text(Optional<BigDecimal> price) {
    return price.map(BigDecimal::toPlainString);
  }
}

package dev.maestro.engine.capital.intent;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How an intent is written and read, in its ledger and in its own document alike. */
public final class IntentForm {
  private static final Kind<TokenHash> HASH =
      Kinds.leaf(
          "64 hex digits",
          given ->
              given instanceof String text && text.matches("[0-9a-f]{64}")
                  ? Optional.of(new TokenHash(text))
                  : Optional.empty(),
          TokenHash::value);

  private static final Field<Intent, Nonce> NONCE =
      Field.required("nonce", ExactKinds.NONCE, Intent::nonce);
  private static final Field<Intent, IntentKind> KIND =
      Field.required("kind", Kinds.word(IntentKind.class), intent -> intent.order().kind());

  /** Where it stands. */
  public static final Field<Intent, IntentState> STATE =
      Field.required("state", Kinds.word(IntentState.class), Intent::state);

  private static final Field<Intent, Holder> STRATEGY =
      Field.required("strategy", ExactKinds.HOLDER, intent -> intent.key().holder());
  private static final Field<Intent, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, intent -> intent.key().symbol());
  private static final Field<Intent, OrderSide> SIDE =
      Field.required("side", ExactKinds.SIDE, Intent::side);
  private static final Field<Intent, Optional<AgentId>> AGENT =
      Field.required("agent", ExactKinds.orBlank(Kinds.AGENT), intent -> intent.order().agent());
  private static final Field<Intent, Money> NOTIONAL =
      Field.required("notional", ExactKinds.MONEY, intent -> intent.order().notional());
  private static final Field<Intent, Quantity> QUANTITY =
      Field.required("quantity", ExactKinds.QUANTITY, intent -> intent.order().quantity());
  private static final Field<Intent, Optional<BigDecimal>> PRICE =
      price("price", intent -> intent.order().planned().price());
  private static final Field<Intent, Optional<BigDecimal>> STOP_PRICE =
      price("stop_price", intent -> intent.order().planned().stop());
  private static final Field<Intent, Long> FENCE =
      Field.required("fence", ExactKinds.COUNTER, intent -> intent.order().fence());
  private static final Field<Intent, Instant> RESERVED_AT =
      Field.required("reserved_at", Kinds.TIME, intent -> intent.order().reservedAt());
  private static final Field<Intent, Instant> EXPIRES_AT =
      Field.required("expires_at", Kinds.TIME, intent -> intent.order().expiresAt());
  private static final Field<Intent, Quantity> FILLED_QUANTITY =
      Field.required("filled_quantity", ExactKinds.QUANTITY, intent -> intent.filled().quantity());
  private static final Field<Intent, Money> FILLED_NOTIONAL =
      Field.required("filled_notional", ExactKinds.MONEY, intent -> intent.filled().notional());
  private static final Field<Intent, Money> FEES =
      Field.required("fees", ExactKinds.MONEY, intent -> intent.filled().fees());

  /** Whose claim it is; stores keep it where nobody else reads it. */
  public static final Field<Intent, Optional<TokenHash>> TOKEN_HASH =
      Field.required("token_hash", ExactKinds.orBlank(HASH), Intent::token);

  private static final Field<Intent, Optional<Instant>> REPORT_BY =
      Field.required("report_by", ExactKinds.orBlank(Kinds.TIME), Intent::reportBy);

  /** All of it; its own document has more beside it. */
  public static final Form<Intent> FORM =
      Form.of(
              "an intent",
              IntentForm::read,
              List.of(
                  NONCE,
                  KIND,
                  STATE,
                  STRATEGY,
                  SYMBOL,
                  SIDE,
                  AGENT,
                  NOTIONAL,
                  QUANTITY,
                  PRICE,
                  STOP_PRICE,
                  FENCE,
                  RESERVED_AT,
                  EXPIRES_AT,
                  FILLED_QUANTITY,
                  FILLED_NOTIONAL,
                  FEES,
                  TOKEN_HASH,
                  REPORT_BY))
          .open();

  /** What people and executors are shown: the hash of the token is nobody's business. */
  public static final View<Intent> VIEW =
      View.of(NONCE, KIND, STATE, STRATEGY, SYMBOL, SIDE)
          .ifPresent(AGENT.name(), intent -> intent.order().agent())
          .ifPresent(NOTIONAL.name(), IntentForm::shownNotional)
          .ifPresent(QUANTITY.name(), IntentForm::shownQuantity)
          .ifPresent(
              PRICE.name(),
              intent -> intent.order().planned().price().map(BigDecimal::toPlainString))
          .ifPresent(
              STOP_PRICE.name(),
              intent -> intent.order().planned().stop().map(BigDecimal::toPlainString))
          .all(
              View.of(FENCE, RESERVED_AT, EXPIRES_AT, FILLED_QUANTITY, FILLED_NOTIONAL, FEES),
              intent -> intent)
          .ifPresent(REPORT_BY.name(), Intent::reportBy);

  /** What a list of a few shows. */
  public static final View<Intent> BRIEF =
      View.of(NONCE, KIND, STATE, STRATEGY, SYMBOL, SIDE, RESERVED_AT);

  private IntentForm() {}

  private static Intent read(Fields in) {
    IntentOrder order =
        new IntentOrder(
            NONCE.in(in),
            KIND.in(in),
            new PositionKey(SYMBOL.in(in), STRATEGY.in(in)),
            SIDE.in(in),
            AGENT.in(in),
            NOTIONAL.in(in),
            QUANTITY.in(in),
            new PlannedPrice(PRICE.in(in), STOP_PRICE.in(in)),
            new Issue(FENCE.in(in), RESERVED_AT.in(in), EXPIRES_AT.in(in)));
    Intent intent =
        new Intent(
            order,
            STATE.in(in),
            new FilledSoFar(FILLED_QUANTITY.in(in), FILLED_NOTIONAL.in(in), FEES.in(in)),
            TOKEN_HASH.in(in),
            REPORT_BY.in(in));
    if ((intent.state() == IntentState.CLAIMED) != intent.reportBy().isPresent()) {
      throw UnreadableValueException.because(
          in.place() + ": report_by is there exactly while it is CLAIMED, got " + intent.state());
    }
    return intent;
  }

  private static Optional<String> shownNotional(Intent intent) {
    return Optional.of(intent.order().notional().toString()).filter(any -> intent.isEntry());
  }

  private static Optional<String> shownQuantity(Intent intent) {
    return Optional.of(intent.order().quantity().toString()).filter(any -> intent.isExit());
  }

  private static Field<Intent, Optional<BigDecimal>> price(
      String name, Function<Intent, Optional<BigDecimal>> of) {
    return Field.required(name, ExactKinds.orBlank(ExactKinds.POSITIVE), of);
  }
}

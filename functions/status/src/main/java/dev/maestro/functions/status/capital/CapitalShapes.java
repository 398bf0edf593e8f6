package dev.maestro.functions.status.capital;

import dev.maestro.engine.capital.intent.IntentKind;
import dev.maestro.engine.capital.intent.IntentState;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import dev.maestro.functions.status.shape.Shape;

/** What calls about capital take and give, as openapi.json tells it. */
public final class CapitalShapes {
  private static final Shape ACCOUNT = Shape.TEXT.says("Which account; main without it");
  private static final Shape REASON = Shape.TEXT.says("Why, in at most 500 characters");
  private static final Shape SIDE = Shape.oneOf("BUY", "SELL");
  private static final Shape SYMBOL =
      Shape.TEXT.says("1 to 32 of A-Z 0-9 . / : _ ^ = - and blanks");
  private static final Shape TOKEN =
      Shape.TEXT.says("At least 128 random bits that the executor keeps before it claims");

  /** An order: what is there none of is left out. */
  public static final Shape INTENT =
      Shape.object()
          .has("nonce", Shape.TEXT.says("The order's client_order_id"))
          .has("account", Shape.TEXT)
          .has("kind", Shape.word(IntentKind.class))
          .has("state", Shape.word(IntentState.class))
          .has("strategy", Shape.TEXT)
          .has("symbol", SYMBOL)
          .has("side", SIDE)
          .may("agent", Shape.TEXT)
          .may("notional", Shape.TEXT.says("Of an entry"))
          .may("quantity", Shape.TEXT.says("Of an exit"))
          .may("price", Shape.TEXT)
          .may("stop_price", Shape.TEXT)
          .may("limit_price", Shape.TEXT)
          .has("order_type", Shape.TEXT)
          .has("entry_mode", Shape.word(EntryMode.class))
          .has("exit_mode", Shape.word(ExitMode.class))
          .has("max_slippage_pct", Shape.TEXT)
          .has("reduce_only", Shape.FLAG)
          .has("session_id", Shape.TEXT)
          .has("fence", Shape.WHOLE)
          .has("reserved_at", Shape.TIME)
          .has("expires_at", Shape.TIME)
          .may("report_by", Shape.TIME)
          .has("filled_quantity", Shape.TEXT)
          .has("filled_notional", Shape.TEXT)
          .has("fees", Shape.TEXT);

  /** {@code GET intents/{nonce}}. */
  public static final Shape ONE_INTENT =
      INTENT
          .may(
              "history",
              Shape.list(
                  Shape.object()
                      .has("at", Shape.TIME)
                      .has("state", Shape.word(IntentState.class))
                      .has("by", Shape.TEXT)
                      .has("why", Shape.TEXT)))
          .may("history_unreadable", Shape.TEXT.says("Why there is no history"))
          .or(
              Shape.unreadable("nonce")
                  .may("history", Shape.list(Shape.ANY))
                  .may("history_unreadable", Shape.TEXT));

  /** {@code POST claims}. */
  public static final Shape CLAIM =
      Shape.object().has("nonce", Shape.TEXT).has("token", TOKEN).may("account", ACCOUNT);

  /** The order is the caller's to send now. */
  public static final Shape GRANTED =
      Shape.object()
          .has("code", Shape.oneOf("GRANTED"))
          .has("repeated", Shape.FLAG.says("True: the order may have been sent already"))
          .may("quantity", Shape.TEXT.says("What an exit may sell, at most"))
          .has("intent", INTENT);

  /** {@code POST claims/{nonce}/report}. */
  public static final Shape REPORT =
      figures(Shape.object(), "filled_quantity", "filled_notional")
          .has("token", TOKEN)
          .has("filled_at", Shape.TIME)
          .has("final", Shape.FLAG.says("True: the broker can fill no more"))
          .may("account", ACCOUNT);

  /** What was filled is known. */
  public static final Shape REPORTED =
      Shape.object()
          .has("code", Shape.oneOf("RECORDED", "UNCHANGED", "OVERFILL", "LATE_FILL"))
          .may("cancel", Shape.FLAG.says("True: cancel the order at the broker, then report"))
          .may("intent", INTENT);

  /** {@code POST closes}. */
  public static final Shape CLOSE =
      figures(Shape.object(), "quantity", "notional")
          .has("id", Shape.TEXT.says("The executor's own name for it, 1 to 128 characters"))
          .has("strategy", Shape.TEXT.says("Blank: nobody's"))
          .has("symbol", SYMBOL)
          .has("side", SIDE)
          .has("closed_at", Shape.TIME)
          .may("account", ACCOUNT);

  /** {@code POST intents/{nonce}/resolve}. */
  public static final Shape RESOLVE =
      figures(Shape.object(), "filled_quantity", "filled_notional")
          .has("filled_at", Shape.TIME)
          .has("reason", REASON)
          .may("account", ACCOUNT);

  /** {@code POST splits}. */
  public static final Shape SPLIT =
      Shape.object()
          .has("symbol", SYMBOL)
          .has("factor", Shape.FIGURE.says("Above 0; 2 makes two of one"))
          .has("reason", REASON)
          .may("account", ACCOUNT);

  /** {@code POST assignments}. */
  public static final Shape ASSIGNMENT =
      Shape.object()
          .has("symbol", SYMBOL)
          .has("strategy", Shape.TEXT)
          .has("agent", Shape.TEXT)
          .has("quantity", Shape.FIGURE.says("Above 0"))
          .has("reason", REASON)
          .may("account", ACCOUNT);

  /** {@code POST rearm}. */
  public static final Shape REARM =
      Shape.object().has("strategy", Shape.TEXT).has("reason", REASON).may("account", ACCOUNT);

  /** Done, or nothing was to be done. */
  public static final Shape DONE = Shape.object().has("code", Shape.oneOf("ACCEPTED", "UNCHANGED"));

  /** {@code POST control}. */
  public static final Shape ORDER =
      Shape.object()
          .has("state", Shape.spoken(TradingState.class))
          .may("reason", REASON)
          .may("flatten", Shape.FLAG.says("Sells everything; goes with REDUCING alone"));

  /** The kill switch as it stands now. */
  public static final Shape SWITCH =
      Shape.object()
          .has("code", Shape.oneOf("ACCEPTED"))
          .has("state", Shape.word(TradingState.class))
          .has("reason", Shape.TEXT)
          .has("by", Shape.TEXT)
          .has("at", Shape.TIME)
          .has("fence", Shape.WHOLE)
          .has("flatten", Shape.FLAG);

  /** {@code PUT accounts/{id}}. */
  public static final Shape SNAPSHOT =
      Shape.object()
          .has("equity", Shape.FIGURE)
          .has("buying_power", Shape.FIGURE)
          .has("as_of", Shape.TIME.says("Maestro's time before the broker was asked"))
          .may("positions", Shape.list(position()).says("Without it nothing is compared"))
          .may("flows_today", Shape.FIGURE.says("Deposits less withdrawals of the day"))
          .may("executor", Shape.TEXT.says("Who claims for it; an admin alone names another"));

  /** The account is taken. */
  public static final Shape COMPARED =
      Shape.object()
          .has("code", Shape.oneOf("ACCEPTED"))
          .has("drift", Shape.list(Shape.TEXT).says("Symbols of which something else is held"));

  private CapitalShapes() {}

  private static Shape figures(Shape shape, String quantity, String notional) {
    return shape.has(quantity, Shape.FIGURE).has(notional, Shape.FIGURE).has("fees", Shape.FIGURE);
  }

  private static Shape position() {
    return Shape.object()
        .has("symbol", SYMBOL)
        .has("quantity", Shape.FIGURE.says("Below 0: short"))
        .has("avg_price", Shape.FIGURE)
        .may("multiplier", Shape.FIGURE.says("1 without it"))
        .may("strategy", Shape.ANY);
  }
}

package dev.maestro.engine.claim;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.book.LedgerTradeForm;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentForm;
import dev.maestro.engine.capital.intent.OrderInstructions;
import dev.maestro.engine.capital.intent.OrderType;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.policy.EntryMode;
import dev.maestro.engine.policy.ExitMode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the document of an intent is written and read. Strict, as the ledger's: the store writes its
 * history and its tenant beside it.
 */
public final class KeptIntentForm {
  private static final Kind<AccountId> ACCOUNT_ID =
      Kinds.named("an account id: " + AccountId.RULE, AccountId::of);

  /** Whose ledger it belongs to. */
  public static final Field<KeptIntent, AccountId> ACCOUNT =
      Field.required("account", ACCOUNT_ID, KeptIntent::account);

  private static final Field<OrderInstructions, EntryMode> ENTRY_MODE =
      Field.required("entry_mode", Kinds.word(EntryMode.class), OrderInstructions::entryMode);
  private static final Field<OrderInstructions, ExitMode> EXIT_MODE =
      Field.required("exit_mode", Kinds.word(ExitMode.class), OrderInstructions::exitMode);
  private static final Field<OrderInstructions, OrderType> ORDER_TYPE =
      Field.required("order_type", Kinds.word(OrderType.class), OrderInstructions::type);
  private static final Field<OrderInstructions, Optional<BigDecimal>> LIMIT_PRICE =
      Field.required(
          "limit_price", ExactKinds.orBlank(ExactKinds.POSITIVE), OrderInstructions::limitPrice);
  private static final Field<OrderInstructions, BigDecimal> MAX_SLIPPAGE =
      Field.required("max_slippage_pct", ExactKinds.DECIMAL, OrderInstructions::maxSlippagePct);
  private static final Field<OrderInstructions, Boolean> REDUCE_ONLY =
      Field.required("reduce_only", Kinds.FLAG, OrderInstructions::isReduceOnly);
  private static final Field<OrderInstructions, String> SESSION_ID =
      Field.required("session_id", Kinds.TEXT, OrderInstructions::sessionId);

  private static final Form<OrderInstructions> INSTRUCTIONS =
      Form.of(
              "instructions",
              in ->
                  new OrderInstructions(
                      ENTRY_MODE.in(in),
                      EXIT_MODE.in(in),
                      ORDER_TYPE.in(in),
                      LIMIT_PRICE.in(in),
                      MAX_SLIPPAGE.in(in),
                      REDUCE_ONLY.in(in),
                      SESSION_ID.in(in)),
              List.of(
                  ENTRY_MODE,
                  EXIT_MODE,
                  ORDER_TYPE,
                  LIMIT_PRICE,
                  MAX_SLIPPAGE,
                  REDUCE_ONLY,
                  SESSION_ID))
          .open();

  private static final Field<KeptIntent, Optional<LedgerTrade>> TRADE =
      Field.required("trade", ExactKinds.orBlank(LedgerTradeForm.FORM), KeptIntent::trade);

  private static final View<KeptIntent> WRITTEN =
      View.<KeptIntent>empty()
          .all(IntentForm.FORM, KeptIntent::intent)
          .all(INSTRUCTIONS, KeptIntent::instructions)
          .all(View.of(ACCOUNT, TRADE), kept -> kept);

  /** Reads all of it; {@link #write} writes it. */
  public static final Form<KeptIntent> FORM =
      Form.<KeptIntent>of(
              "a stored intent",
              in ->
                  new KeptIntent(
                      ACCOUNT.in(in),
                      IntentForm.FORM.read(in),
                      INSTRUCTIONS.read(in),
                      TRADE.in(in)),
              List.of())
          .open();

  /**
   * What an executor needs and a member sees: without the hash of the token and the trade, which
   * stands in the journal; what there is none of is left out.
   */
  public static final View<KeptIntent> VIEW =
      View.<KeptIntent>empty()
          .all(IntentForm.VIEW, KeptIntent::intent)
          .all(View.of(ENTRY_MODE, EXIT_MODE, ORDER_TYPE), KeptIntent::instructions)
          .ifPresent(
              LIMIT_PRICE.name(),
              kept -> kept.instructions().limitPrice().map(BigDecimal::toPlainString))
          .all(View.of(MAX_SLIPPAGE, REDUCE_ONLY, SESSION_ID), KeptIntent::instructions)
          .all(View.of(ACCOUNT), kept -> kept);

  private KeptIntentForm() {}

  /** All of it. */
  public static Map<String, Object> write(KeptIntent kept) {
    return WRITTEN.write(kept);
  }

  /** What a command changes of it, and nothing else. */
  public static Map<String, Object> write(IntentUpdate update) {
    Map<String, Object> changed = new LinkedHashMap<>();
    update.intent().ifPresent((Intent intent) -> changed.putAll(IntentForm.FORM.write(intent)));
    update.trade().ifPresent(trade -> changed.put(TRADE.name(), LedgerTradeForm.FORM.write(trade)));
    return changed;
  }
}

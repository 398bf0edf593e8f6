package dev.maestro.engine.claim;

import dev.maestro.engine.capital.CapitalConfig;
import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.invariant.LedgerTotals;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.capital.ledger.LedgerForm;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.form.View;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Uid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How the document of a ledger is written and read. Strict: a field that is missing, null, of
 * another type or out of range, or a format that nobody here knows, makes all of it unreadable.
 */
public final class TenantLedgerForm {
  private static final long FORMAT_1 = 1;

  private static final Kind<Long> FORMAT_KIND =
      Kinds.leaf(
          "1, the only format that is known",
          given -> Kinds.WHOLE.find(given).filter(number -> number == FORMAT_1),
          number -> number);

  private static final Field<TenantLedger, Long> FORMAT =
      Field.required("format", FORMAT_KIND, kept -> FORMAT_1);
  private static final Field<TenantLedger, SortedMap<StrategyId, Uid>> OWNERS =
      Field.required("owners", Kinds.map(Kinds.STRATEGY, Kinds.UID), TenantLedger::owners);
  private static final Field<TenantLedger, CapitalConfig> CONFIG =
      Field.required("config", KeptConfigForm.FORM, TenantLedger::config);

  private static final Field<TenantLedger, LedgerTotals> TOTALS =
      Field.required(
          "totals",
          Kinds.map(ExactKinds.DECIMAL).as(TenantLedgerForm::totals, LedgerTotals::sums),
          TenantLedger::totals);

  private static final View<TenantLedger> BESIDE = View.of(FORMAT, OWNERS, CONFIG, TOTALS);

  /** Reads all of it; {@link #write} writes it. */
  public static final Form<TenantLedger> FORM =
      Form.<TenantLedger>of(
              "a stored ledger",
              in -> {
                FORMAT.in(in);
                CapitalConfig config = CONFIG.in(in);
                Ledger ledger = LedgerForm.FORM.read(in);
                return new TenantLedger(
                    ledger.withIntents(ledger.intents().under(config.sizing().overfillFactor())),
                    OWNERS.in(in),
                    config,
                    TOTALS.in(in));
              },
              List.of())
          .open();

  private TenantLedgerForm() {}

  private static LedgerTotals totals(SortedMap<String, BigDecimal> sums) {
    LedgerTotals none = LedgerTotals.of(Ledger.empty(""));
    if (!sums.keySet().equals(none.sums().keySet())) {
      throw new IllegalArgumentException(
          "totals are those of " + none.sums().keySet() + ", got " + sums.keySet());
    }
    return new LedgerTotals(sums);
  }

  /** All of it; kill switch and policy have documents of their own. */
  public static Map<String, Object> write(TenantLedger kept) {
    return BESIDE.all(LedgerForm.FORM, TenantLedger::ledger).write(kept);
  }
}

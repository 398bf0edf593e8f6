package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.book.LedgerTradeForm;
import dev.maestro.engine.capital.book.PositionBook;
import dev.maestro.engine.capital.book.PositionBookForm;
import dev.maestro.engine.capital.intent.Grants;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.intent.IntentForm;
import dev.maestro.engine.capital.intent.OpenIntents;
import dev.maestro.engine.control.TradingControl;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a ledger is written and read. Kill switch and policy are not part of it: only the highest
 * fence it has seen is. What is read is REDUCING and allows nothing until both are filled in.
 */
public final class LedgerForm {
  private static final Field<Ledger, String> EXECUTOR =
      Field.required("executor", Kinds.TEXT, Ledger::executor);
  private static final Field<Ledger, Optional<BrokerAccount>> ACCOUNT =
      Field.required("account", ExactKinds.orBlank(LedgerParts.ACCOUNT), Ledger::account);
  private static final Field<Ledger, OpenIntents> INTENTS =
      Field.required(
          "intents",
          Kinds.list(IntentForm.FORM).as(LedgerForm::intents, OpenIntents::all),
          Ledger::intents);
  private static final Field<Ledger, Bookings> BOOKINGS =
      Field.required(
          "bookings",
          Kinds.list(LedgerParts.BOOKING).as(Bookings::of, Bookings::sinceSnapshot),
          Ledger::bookings);
  private static final Field<Ledger, Grants> GRANTS =
      Field.required(
          "grants",
          Kinds.list(LedgerParts.GRANT).as(Grants::new, Grants::lastHour),
          Ledger::grants);
  private static final Field<Ledger, Restrictions> RESTRICTIONS =
      Field.required("restrictions", RestrictionsForm.FORM, Ledger::restrictions);
  private static final Field<Ledger, Long> HIGHEST_FENCE =
      Field.required("highest_fence", ExactKinds.COUNTER, ledger -> ledger.control().fence());
  private static final Field<Ledger, LocalDate> ENTRIES_DAY =
      Field.required("entries_day", Kinds.DAY, ledger -> ledger.dayEntries().day());
  private static final Field<Ledger, Integer> ENTRIES_FILLED =
      Field.required("entries_filled", Kinds.COUNT, ledger -> ledger.dayEntries().filled());
  private static final Field<Ledger, LatestTrades> LATEST_TRADES =
      Field.required(
          "latest_trades",
          Kinds.list(LedgerTradeForm.FORM).as(LedgerForm::latest, LatestTrades::all),
          Ledger::latestTrades);
  private static final Field<Ledger, Money> ASSIGNED =
      Field.required("assigned", ExactKinds.MONEY, Ledger::assigned);
  private static final Field<Ledger, Long> VERSION =
      Field.required("version", ExactKinds.COUNTER, Ledger::version);

  private static final List<Field<Ledger, ?>> FIELDS =
      List.of(
          EXECUTOR,
          ACCOUNT,
          INTENTS,
          BOOKINGS,
          GRANTS,
          RESTRICTIONS,
          HIGHEST_FENCE,
          ENTRIES_DAY,
          ENTRIES_FILLED,
          LATEST_TRADES,
          ASSIGNED,
          VERSION);

  /** All that is stored of it. */
  public static final Form<Ledger> FORM = Form.of("a ledger", LedgerForm::read, fields()).open();

  private LedgerForm() {}

  /** The version alone, for whoever holds it against another. */
  public static long version(Fields in) {
    return VERSION.in(in);
  }

  /** The highest fence alone, 0 if it cannot be read. */
  public static long highestFence(Fields in) {
    return in.reading(HIGHEST_FENCE.name(), ExactKinds.COUNTER).value().orElse(0L);
  }

  /** The name of {@link #highestFence}. */
  public static String highestFenceName() {
    return HIGHEST_FENCE.name();
  }

  private static List<Field<Ledger, ?>> fields() {
    List<Field<Ledger, ?>> all = new ArrayList<>(FIELDS);
    all.add(held("holdings"));
    all.add(held("lots"));
    return all;
  }

  /** Written by the book's own form, and read by it. */
  private static Field<Ledger, Optional<Object>> held(String name) {
    return Field.shown(
        name, ledger -> Optional.ofNullable(PositionBookForm.FORM.write(ledger.book()).get(name)));
  }

  private static Ledger read(Fields in) {
    PositionBook book = PositionBookForm.FORM.read(in);
    return new Ledger(
        EXECUTOR.in(in),
        ACCOUNT.in(in),
        INTENTS.in(in),
        book,
        BOOKINGS.in(in),
        GRANTS.in(in),
        RESTRICTIONS.in(in),
        TradingControl.UNKNOWN.withFence(HIGHEST_FENCE.in(in)),
        EntryPolicy.ALLOWS_NOTHING,
        new DayEntries(ENTRIES_DAY.in(in), ENTRIES_FILLED.in(in)),
        LATEST_TRADES.in(in),
        ASSIGNED.in(in),
        VERSION.in(in));
  }

  private static OpenIntents intents(List<Intent> all) {
    OpenIntents open = OpenIntents.none(BigDecimal.ONE);
    for (Intent intent : all) {
      if (!intent.state().isOpen() || open.get(intent.nonce()).isPresent()) {
        throw new IllegalArgumentException(
            "intents are open, each once, got " + intent.nonce() + " " + intent.state());
      }
      open = open.with(intent);
    }
    return open;
  }

  private static LatestTrades latest(List<LedgerTrade> all) {
    LatestTrades latest = LatestTrades.NONE;
    for (LedgerTrade trade : all) {
      if (latest.get(trade.key()).isPresent()) {
        throw new IllegalArgumentException("two latest trades of " + trade.key());
      }
      latest = latest.with(trade);
    }
    return latest;
  }
}

package dev.maestro.firestore.api.list;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.AccountStateForm;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.UnreadableValueException;
import dev.maestro.engine.form.View;
import dev.maestro.engine.form.Written;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.policy.gather.DayEquityForm;
import dev.maestro.engine.signal.account.Position;
import dev.maestro.firestore.api.page.StoredList;
import dev.maestro.firestore.store.Paths;
import dev.maestro.firestore.store.StoredFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** The accounts of a tenant as their brokers showed them last, by id; money as text. */
public final class AccountList {
  /** The list. */
  public static final StoredList LIST =
      StoredList.byId(
          "accounts", "account", tenant -> Paths.of(tenant, "accounts"), AccountList::entry);

  private static final View<Position> POSITION =
      View.<Position>empty()
          .with("symbol", Position::symbol)
          .with("quantity", held -> held.quantity().toPlainString())
          .with("avg_price", held -> held.avgPrice().toPlainString())
          .with("strategy", Position::strategy);

  private static final View<AccountState> SHOWN =
      View.<AccountState>empty()
          .with("account", account -> account.snapshot().accountId())
          .with("equity", account -> account.snapshot().equity().toPlainString())
          .with("buying_power", account -> account.snapshot().buyingPower().toPlainString())
          .with(
              "positions",
              account -> account.snapshot().positions().stream().map(POSITION::write).toList())
          .with("as_of", account -> account.snapshot().asOf())
          .with("executor", AccountState::executor)
          .with("flows_today", account -> account.flows().map(BigDecimal::toPlainString));

  private AccountList() {}

  private static Written entry(DocumentSnapshot document, Instant now) {
    Fields stored = StoredFields.of(document);
    AccountState account = AccountStateForm.of(document.getId()).read(stored);
    Optional<DayEquity> day = day(stored);
    return SHOWN
        .written(account)
        .with("stale", account.snapshot().isStaleAt(now))
        .with("day", day.map(known -> known.day().toString()))
        .with("day_start_equity", day.map(known -> known.start().toPlainString()))
        .with("day_high_equity", day.map(known -> known.highest().toPlainString()));
  }

  /** As the last cycle showed it; empty where none has. */
  private static Optional<DayEquity> day(Fields stored) {
    try {
      return Optional.of(DayEquityForm.FORM.read(stored));
    } catch (UnreadableValueException notBegun) {
      return Optional.empty();
    }
  }
}

package dev.maestro.firestore.cycle;

import dev.maestro.engine.alert.AlertCode;
import dev.maestro.engine.conduct.situation.AccountState;
import dev.maestro.engine.conduct.situation.AccountStateForm;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.number.TimeToCome;
import dev.maestro.engine.policy.gather.DayEquity;
import dev.maestro.engine.policy.gather.DayEquityForm;
import java.time.Instant;
import java.util.Optional;

/** {@code accounts/main}: what others report of the account, and what cycles show beside it. */
final class StoredAccount {
  private static final AlertCode UNREADABLE = AlertCode.UNREADABLE_ACCOUNT;
  private static final Form<AccountState> FORM = AccountStateForm.of("main");

  private final TolerantReads reads;
  private final Instant now;
  private final String path;

  StoredAccount(TolerantReads reads, Instant now) {
    this.reads = reads;
    this.now = now;
    this.path = reads.path("accounts/main");
  }

  /**
   * The account, if it can be read. Once a day of it has begun one that is missing is lost, and one
   * that does not say what has flowed in and out has lost that.
   */
  Optional<AccountState> read(boolean hasDay) {
    Optional<AccountState> account =
        hasDay ? reads.require(path, UNREADABLE, FORM) : reads.read(path, UNREADABLE, FORM);
    account.ifPresent(known -> tell(known, hasDay));
    return account;
  }

  private void tell(AccountState account, boolean hasDay) {
    if (hasDay && account.flows().isEmpty()) {
      reads.fault(
          UNREADABLE, path + ": flows_today is missing, and those that were said last stand");
    }
    if (TimeToCome.is(account.snapshot().asOf(), now)) {
      reads.fault(UNREADABLE, path + ": as_of is more than a day ahead");
    }
    if (account.snapshot().positions().stream()
        .anyMatch(held -> held.symbol().isEmpty() && held.strategy().isPresent())) {
      reads.fault(
          UNREADABLE,
          path + ": a strategy holds what has no symbol, so it may hold whatever it asks for");
    }
  }

  /** The day as the last cycle showed it, where its own memory of it is lost. */
  Optional<DayEquity> shownDay() {
    try {
      return reads
          .fields(path)
          .map(DayEquityForm.FORM::read)
          .filter(day -> !day.isOfTimeToCome(now));
    } catch (IllegalArgumentException lostAsWell) {
      return Optional.empty();
    }
  }
}

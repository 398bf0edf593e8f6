package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.form.Form;
import dev.maestro.engine.policy.gather.DayEquityForm;
import dev.maestro.engine.signal.account.AccountSnapshotForm;
import java.util.List;

/** How an account with its day is read; what the broker said and the day are written apart. */
public final class AccountStateForm {
  private AccountStateForm() {}

  /**
   * The form of an account.
   *
   * @param accountId whose account is read
   */
  public static Form<AccountState> of(String accountId) {
    return Form.<AccountState>of(
            "an account",
            in ->
                new AccountState(
                    AccountSnapshotForm.of(accountId).read(in), DayEquityForm.find(in)),
            List.of())
        .open();
  }
}

package dev.maestro.engine.conduct.situation;

import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.policy.gather.DayEquityForm;
import dev.maestro.engine.signal.account.AccountSnapshotForm;
import java.util.List;

/** How an account and its flows are read; the broker and who reports deposits write them apart. */
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
                    AccountSnapshotForm.of(accountId).read(in),
                    in.find("executor", Kinds.NAME),
                    DayEquityForm.flows(in)),
            List.of())
        .open();
  }
}

package dev.maestro.engine.signal.account;

import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How an account is written and read; whose it is, is the name of the place where it stands. */
public final class AccountSnapshotForm {
  private static final Field<AccountSnapshot, BigDecimal> EQUITY =
      Field.required("equity", Kinds.DECIMAL, AccountSnapshot::equity);
  private static final Field<AccountSnapshot, BigDecimal> BUYING_POWER =
      Field.required("buying_power", Kinds.DECIMAL, AccountSnapshot::buyingPower);
  private static final Field<AccountSnapshot, List<Position>> POSITIONS =
      Field.required("positions", Kinds.list(PositionForm.FORM), AccountSnapshot::positions);
  private static final Field<AccountSnapshot, Instant> AS_OF =
      Field.required("as_of", Kinds.TIME, AccountSnapshot::asOf);

  private AccountSnapshotForm() {}

  /**
   * The form of an account.
   *
   * @param accountId whose account is read
   */
  public static Form<AccountSnapshot> of(String accountId) {
    return Form.of(
            "an account",
            in ->
                new AccountSnapshot(
                    accountId, EQUITY.in(in), BUYING_POWER.in(in), held(in), AS_OF.in(in)),
            List.of(EQUITY, BUYING_POWER, POSITIONS, AS_OF))
        .open();
  }

  private static List<Position> held(Fields in) {
    String positions = POSITIONS.name();
    List<Position> held = new ArrayList<>();
    for (Fields row : in.require(positions).list(positions)) {
      if (PositionForm.isHeld(row)) {
        held.add(PositionForm.FORM.read(row));
      } else {
        row.anyNames();
      }
    }
    return held;
  }
}

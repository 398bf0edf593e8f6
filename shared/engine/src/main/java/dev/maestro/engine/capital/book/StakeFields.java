package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Fields;
import dev.maestro.engine.number.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The fields of a stake, beside those of what it is the stake of. */
final class StakeFields<T> {
  private final Field<T, Quantity> quantity;
  private final Field<T, Money> cost;
  private final Field<T, Money> fees;
  private final Field<T, Money> risk;

  StakeFields(Function<T, Stake> of) {
    quantity = Field.required("quantity", ExactKinds.QUANTITY, value -> of.apply(value).quantity());
    cost = Field.required("cost", ExactKinds.MONEY, value -> of.apply(value).cost());
    fees = Field.required("fees", ExactKinds.MONEY, value -> of.apply(value).fees());
    risk = Field.required("risk", ExactKinds.MONEY, value -> of.apply(value).risk());
  }

  Stake in(Fields fields) {
    return new Stake(quantity.in(fields), cost.in(fields), fees.in(fields), risk.in(fields));
  }

  List<Field<T, ?>> among(List<Field<T, ?>> before, List<Field<T, ?>> after) {
    List<Field<T, ?>> all = new ArrayList<>(before);
    all.addAll(List.of(quantity, cost, fees, risk));
    all.addAll(after);
    return all;
  }
}

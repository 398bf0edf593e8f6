package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kind;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How suspended strategies and symbols in doubt are written and read. */
public final class RestrictionsForm {
  private static final Kind<Integer> SIGN =
      Kinds.leaf(
          "-1 or 1",
          given -> Kinds.INTEGER.find(given).filter(sign -> Math.abs(sign) == 1),
          sign -> (long) sign);

  private static final Field<Doubt, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, Doubt::symbol);
  private static final Field<Doubt, Instant> SINCE =
      Field.required("since", Kinds.TIME, doubt -> doubt.about().since());
  private static final Field<Doubt, Integer> DOUBT_SIGN =
      Field.required("sign", SIGN, doubt -> doubt.about().sign());
  private static final Field<Doubt, Quantity> BROKER_TOTAL =
      Field.required("broker_total", ExactKinds.QUANTITY, doubt -> doubt.about().brokerTotal());

  private static final Form<Doubt> DOUBT =
      Form.of(
          "a doubt",
          in ->
              new Doubt(
                  SYMBOL.in(in),
                  new PositionDoubt(SINCE.in(in), DOUBT_SIGN.in(in), BROKER_TOTAL.in(in))),
          List.of(SYMBOL, SINCE, DOUBT_SIGN, BROKER_TOTAL));

  /** One row: a store takes not every symbol for the name of a field. */
  private record Doubt(Symbol symbol, PositionDoubt about) {}

  private static final Field<Restrictions, List<Holder>> SUSPENDED =
      Field.required(
          "suspended",
          Kinds.list(ExactKinds.HOLDER),
          restrictions -> List.copyOf(restrictions.suspended()));
  private static final Field<Restrictions, SortedMap<Symbol, PositionDoubt>> DOUBTS =
      Field.required(
          "doubts",
          Kinds.list(DOUBT).as(RestrictionsForm::bySymbol, RestrictionsForm::rows),
          Restrictions::doubts);

  /** Both; each is empty where there is nothing, and never absent. */
  public static final Form<Restrictions> FORM =
      Form.of(
          "restrictions",
          in -> new Restrictions(new TreeSet<>(SUSPENDED.in(in)), DOUBTS.in(in)),
          List.of(SUSPENDED, DOUBTS));

  private RestrictionsForm() {}

  private static SortedMap<Symbol, PositionDoubt> bySymbol(List<Doubt> rows) {
    SortedMap<Symbol, PositionDoubt> doubts = new TreeMap<>();
    rows.forEach(row -> doubts.put(row.symbol(), row.about()));
    return doubts;
  }

  private static List<Doubt> rows(SortedMap<Symbol, PositionDoubt> doubts) {
    return doubts.entrySet().stream().map(row -> new Doubt(row.getKey(), row.getValue())).toList();
  }
}

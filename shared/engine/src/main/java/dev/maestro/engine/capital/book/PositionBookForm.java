package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How holdings and lots are written and read. */
public final class PositionBookForm {
  private static final Field<LedgerHolding, Holder> STRATEGY =
      Field.required("strategy", ExactKinds.HOLDER, held -> held.key().holder());
  private static final Field<LedgerHolding, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, held -> held.key().symbol());
  private static final StakeFields<LedgerHolding> STAKE = new StakeFields<>(LedgerHolding::stake);
  private static final Field<LedgerHolding, Optional<AgentId>> AGENT =
      Field.required("agent", ExactKinds.orBlank(Kinds.AGENT), LedgerHolding::agent);
  private static final Field<LedgerHolding, Instant> OPENED_AT =
      Field.required("opened_at", Kinds.TIME, LedgerHolding::openedAt);

  private static final List<Field<LedgerHolding, ?>> HOLDING_FIELDS =
      STAKE.among(List.of(STRATEGY, SYMBOL), List.of(AGENT, OPENED_AT));

  /** One holding; in a lot there is more beside it. */
  private static final Form<LedgerHolding> HOLDING =
      Form.of(
              "a holding",
              in ->
                  new LedgerHolding(
                      new PositionKey(SYMBOL.in(in), STRATEGY.in(in)),
                      STAKE.in(in),
                      AGENT.in(in),
                      OPENED_AT.in(in)),
              HOLDING_FIELDS)
          .open();

  private static final Field<Lot, Instant> AS_OF = Field.required("as_of", Kinds.TIME, Lot::asOf);

  private static final Form<Lot> LOT =
      Form.of(
          "a lot",
          in -> new Lot(HOLDING.read(in), AS_OF.in(in)),
          Stream.concat(
                  HOLDING_FIELDS.stream().<Field<Lot, ?>>map(field -> field.inside(Lot::content)),
                  Stream.of(AS_OF))
              .toList());

  private static final Field<PositionBook, Holdings> HOLDINGS =
      Field.required(
          "holdings",
          Kinds.list(HOLDING).as(PositionBookForm::holdings, Holdings::all),
          PositionBook::holdings);
  private static final Field<PositionBook, Lots> LOTS =
      Field.required(
          "lots", Kinds.list(LOT).as(PositionBookForm::lots, Lots::all), PositionBook::lots);

  /** Both, beside what else a ledger has. */
  public static final Form<PositionBook> FORM =
      Form.of(
              "what is held",
              in -> new PositionBook(HOLDINGS.in(in), LOTS.in(in)),
              List.of(HOLDINGS, LOTS))
          .open();

  private PositionBookForm() {}

  private static Holdings holdings(List<LedgerHolding> all) {
    Holdings holdings = Holdings.NONE;
    for (LedgerHolding held : all) {
      if (holdings.get(held.key()).isPresent()) {
        throw new IllegalArgumentException("two holdings of " + held.key());
      }
      holdings = holdings.with(held);
    }
    return holdings;
  }

  private static Lots lots(List<Lot> all) {
    Lots lots = Lots.NONE;
    for (Lot lot : all) {
      lots = lots.with(lot);
    }
    return lots;
  }
}

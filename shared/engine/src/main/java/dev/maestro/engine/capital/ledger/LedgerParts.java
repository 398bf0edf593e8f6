package dev.maestro.engine.capital.ledger;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.intent.Grants;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.time.Instant;
import java.util.List;

/** How the smaller parts of a ledger are written and read: account, bookings, grants. */
final class LedgerParts {
  private static final Field<BrokerAccount, Money> EQUITY =
      Field.required("equity", ExactKinds.MONEY, BrokerAccount::equity);
  private static final Field<BrokerAccount, Money> BUYING_POWER =
      Field.required("buying_power", ExactKinds.MONEY, BrokerAccount::buyingPower);
  private static final Field<BrokerAccount, Instant> AS_OF =
      Field.required("as_of", Kinds.TIME, BrokerAccount::asOf);
  private static final Field<BrokerAccount, Boolean> REFUSED_SINCE =
      Field.required("refused_since", Kinds.FLAG, BrokerAccount::refusedSince);

  static final Form<BrokerAccount> ACCOUNT =
      Form.of(
          "an account",
          in ->
              new BrokerAccount(
                  EQUITY.in(in), BUYING_POWER.in(in), AS_OF.in(in), REFUSED_SINCE.in(in)),
          List.of(EQUITY, BUYING_POWER, AS_OF, REFUSED_SINCE));

  private static final Field<Bookings.Booking, Symbol> BOOKED_SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, Bookings.Booking::symbol);
  private static final Field<Bookings.Booking, Instant> BOOKED_AT =
      Field.required("at", Kinds.TIME, Bookings.Booking::at);
  private static final Field<Bookings.Booking, Money> USED =
      Field.required("used", ExactKinds.MONEY, Bookings.Booking::used);

  static final Form<Bookings.Booking> BOOKING =
      Form.of(
          "a booking",
          in -> new Bookings.Booking(BOOKED_SYMBOL.in(in), BOOKED_AT.in(in), USED.in(in)),
          List.of(BOOKED_SYMBOL, BOOKED_AT, USED));

  private static final Field<Grants.Grant, Holder> STRATEGY =
      Field.required("strategy", ExactKinds.HOLDER, grant -> grant.key().holder());
  private static final Field<Grants.Grant, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, grant -> grant.key().symbol());
  private static final Field<Grants.Grant, OrderSide> SIDE =
      Field.required("side", ExactKinds.SIDE, Grants.Grant::side);
  private static final Field<Grants.Grant, Instant> GRANTED_AT =
      Field.required("at", Kinds.TIME, Grants.Grant::at);

  static final Form<Grants.Grant> GRANT =
      Form.of(
          "a grant",
          in ->
              new Grants.Grant(
                  new PositionKey(SYMBOL.in(in), STRATEGY.in(in)), SIDE.in(in), GRANTED_AT.in(in)),
          List.of(STRATEGY, SYMBOL, SIDE, GRANTED_AT));

  private LedgerParts() {}
}

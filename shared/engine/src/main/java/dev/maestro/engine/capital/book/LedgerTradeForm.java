package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.ExactKinds;
import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.form.Field;
import dev.maestro.engine.form.Form;
import dev.maestro.engine.form.Kinds;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a trade is kept with its intent, exactly. Not the row of the journal, which is for people.
 */
public final class LedgerTradeForm {
  private static final Field<LedgerTrade, String> ID =
      Field.required("id", Kinds.NAME, LedgerTrade::id);
  private static final Field<LedgerTrade, Holder> STRATEGY =
      Field.required("strategy", ExactKinds.HOLDER, trade -> trade.key().holder());
  private static final Field<LedgerTrade, Symbol> SYMBOL =
      Field.required("symbol", Kinds.SYMBOL, trade -> trade.key().symbol());
  private static final Field<LedgerTrade, Optional<AgentId>> AGENT =
      Field.required("agent", ExactKinds.orBlank(Kinds.AGENT), LedgerTrade::agent);
  private static final StakeFields<LedgerTrade> STAKE = new StakeFields<>(LedgerTrade::stake);
  private static final Field<LedgerTrade, Money> TURNOVER =
      Field.required("turnover", ExactKinds.MONEY, LedgerTrade::turnover);
  private static final Field<LedgerTrade, Money> EXIT_FEES =
      Field.required("exit_fees", ExactKinds.MONEY, LedgerTrade::exitFees);
  private static final Field<LedgerTrade, Instant> OPENED_AT =
      Field.required("opened_at", Kinds.TIME, LedgerTrade::openedAt);
  private static final Field<LedgerTrade, Instant> CLOSED_AT =
      Field.required("closed_at", Kinds.TIME, LedgerTrade::closedAt);

  /** All of it; stores write more beside it. */
  public static final Form<LedgerTrade> FORM =
      Form.of(
              "a trade",
              in ->
                  new LedgerTrade(
                      ID.in(in),
                      new PositionKey(SYMBOL.in(in), STRATEGY.in(in)),
                      AGENT.in(in),
                      STAKE.in(in),
                      TURNOVER.in(in),
                      EXIT_FEES.in(in),
                      OPENED_AT.in(in),
                      CLOSED_AT.in(in)),
              STAKE.among(
                  List.of(ID, STRATEGY, SYMBOL, AGENT),
                  List.of(TURNOVER, EXIT_FEES, OPENED_AT, CLOSED_AT)))
          .open();

  private LedgerTradeForm() {}
}

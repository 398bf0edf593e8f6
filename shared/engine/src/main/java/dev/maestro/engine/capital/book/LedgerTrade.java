package dev.maestro.engine.capital.book;

import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * What one exit, one close, or one entry that filled against a holding has taken out so far: one
 * row of the trade journal, which the next report corrects.
 *
 * @param id the intent's nonce, or {@code close-ID}
 * @param agent the weights' agent of the first part; empty for nobody's
 * @param stake what was taken out, signed as it was held, with its cost, fees and risk
 * @param turnover what it brought in or, for a short, what was paid
 * @param exitFees the fees of the fills that took it out
 * @param openedAt of the first part
 * @param closedAt when the last fill took something out
 */
public record LedgerTrade(
    String id,
    PositionKey key,
    Optional<AgentId> agent,
    Stake stake,
    Money turnover,
    Money exitFees,
    Instant openedAt,
    Instant closedAt) {
  /** How the id of a trade begins that no intent asked for. */
  public static final String CLOSE = "close-";

  private static final int PRICE_PLACES = 10;

  /** Refuses a trade of nothing. */
  public LedgerTrade {
    if (stake.quantity().signum() == 0) {
      throw new IllegalArgumentException("a trade has a quantity, got 0 in " + id);
    }
  }

  /** The trade of what was taken out at once. */
  public static LedgerTrade of(String id, PositionKey key, TakenOut out, Instant closedAt) {
    return new LedgerTrade(
        id, key, out.agent(), out.stake(), out.turnover(), out.fees(), out.openedAt(), closedAt);
  }

  /** The trade after its exit took out more. */
  public LedgerTrade plus(TakenOut more, Instant lastClosedAt) {
    return new LedgerTrade(
        id,
        key,
        agent,
        stake.plus(more.stake()),
        turnover.plus(more.turnover()),
        exitFees.plus(more.fees()),
        openedAt,
        lastClosedAt);
  }

  /** The trade whose own exit reports other fees. */
  public LedgerTrade withExitFees(Money difference) {
    return new LedgerTrade(
        id, key, agent, stake, turnover, exitFees.plus(difference), openedAt, closedAt);
  }

  /** The trade with fees of an order whose holding is gone, of which it is all that is left. */
  public LedgerTrade withEntryFees(Money difference) {
    Stake corrected = stake.withFees(stake.fees().plus(difference));
    return new LedgerTrade(id, key, agent, corrected, turnover, exitFees, openedAt, closedAt);
  }

  /**
   * True if it brought less than a tenth of its cost or more than ten times: more likely a mistyped
   * figure than a result.
   */
  public boolean isFarOff() {
    BigDecimal cost = stake.cost().value();
    BigDecimal brought = turnover.value();
    return brought.movePointRight(1).compareTo(cost) < 0
        || cost.movePointRight(1).compareTo(brought) < 0;
  }

  /** True if no intent asked for it: a stop, a liquidation. */
  public boolean isClose() {
    return id.startsWith(CLOSE);
  }

  /** True for what was held long. */
  public boolean isLong() {
    return stake.quantity().signum() > 0;
  }

  /** Signed: negative for a short. */
  public Quantity quantity() {
    return stake.quantity();
  }

  /** Cost per unit, 10 places half-even. */
  public BigDecimal entryPrice() {
    return perUnit(stake.cost());
  }

  /** Turnover per unit, 10 places half-even. */
  public BigDecimal exitPrice() {
    return perUnit(turnover);
  }

  /** Net of the fees of both ways. */
  public Money realizedPnl() {
    Money longGain = turnover.minus(stake.cost());
    Money gross = isLong() ? longGain : longGain.negated();
    return gross.minus(exitFees).minus(stake.fees());
  }

  /** What the entries would have lost at their stops; empty if none had one. */
  public Optional<Money> riskAmount() {
    return stake.risk().signum() > 0 ? Optional.of(stake.risk()) : Optional.empty();
  }

  private BigDecimal perUnit(Money amount) {
    return amount
        .value()
        .divide(stake.quantity().abs().value(), PRICE_PLACES, RoundingMode.HALF_EVEN);
  }
}

package dev.maestro.engine.capital.command;

import dev.maestro.engine.capital.Holder;
import dev.maestro.engine.capital.Nonce;
import dev.maestro.engine.capital.OrderSide;
import dev.maestro.engine.capital.PositionKey;
import dev.maestro.engine.capital.Quantity;
import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.intent.FilledSoFar;
import dev.maestro.engine.capital.ledger.EntryPolicy;
import dev.maestro.engine.capital.sizing.EntryTerms;
import dev.maestro.engine.control.TradingState;
import dev.maestro.engine.name.AgentId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.number.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The closed set of commands of a ledger. */
public sealed interface LedgerCommand {
  /** The intent that it is about, if it names one. */
  default Optional<Nonce> nonce() {
    return Optional.empty();
  }

  /** The trade that it makes or corrects, if it can. */
  default Optional<String> tradeId() {
    return nonce().map(Nonce::value);
  }

  /**
   * Reserves capital for an entry.
   *
   * @param scaleIn true if the strategy may add to what it holds
   * @param maxPositions the policy's
   * @param maxDailyTrades the policy's
   */
  record Reserve(
      Nonce intent,
      PositionKey key,
      Optional<AgentId> agent,
      EntryTerms terms,
      boolean scaleIn,
      int maxPositions,
      int maxDailyTrades)
      implements LedgerCommand {
    @Override
    public Optional<Nonce> nonce() {
      return Optional.of(intent);
    }
  }

  /**
   * Reserves quantity for an exit.
   *
   * @param quantity above 0; empty: all
   */
  record Exit(Nonce intent, PositionKey key, Optional<Quantity> quantity) implements LedgerCommand {
    @Override
    public Optional<Nonce> nonce() {
      return Optional.of(intent);
    }
  }

  /**
   * Asks for an intent, to send its order.
   *
   * @param token the caller's own; only its hash is kept
   */
  record Claim(Nonce intent, String executor, String token) implements LedgerCommand {
    @Override
    public Optional<Nonce> nonce() {
      return Optional.of(intent);
    }
  }

  /**
   * Says what an order has filled so far.
   *
   * @param figures empty if they cannot be read, or no order can have filled them
   * @param isFinal true if the broker says that it can fill no more
   */
  record Report(
      Nonce intent, String token, Optional<FilledSoFar> figures, Instant filledAt, boolean isFinal)
      implements LedgerCommand {
    @Override
    public Optional<Nonce> nonce() {
      return Optional.of(intent);
    }
  }

  /**
   * Says that a stop or a liquidation closed something, for which there was no intent.
   *
   * @param figures empty if they cannot be read, or no order can have filled them
   */
  record Close(
      String id,
      String executor,
      PositionKey key,
      OrderSide side,
      Optional<FilledSoFar> figures,
      Instant closedAt)
      implements LedgerCommand {
    @Override
    public Optional<String> tradeId() {
      return Optional.of(LedgerTrade.CLOSE + id);
    }
  }

  /** An operator's final report of an UNKNOWN intent. */
  record Resolve(
      Nonce intent, Optional<FilledSoFar> figures, Instant filledAt, String by, String reason)
      implements LedgerCommand {
    @Override
    public Optional<Nonce> nonce() {
      return Optional.of(intent);
    }
  }

  /** Scales what is held of a symbol; 2 makes two of one. */
  record Split(Symbol symbol, BigDecimal factor, String by, String reason)
      implements LedgerCommand {}

  /** Gives a part of nobody's holding to a strategy. */
  record Assign(PositionKey key, AgentId agent, BigDecimal quantity, String by, String reason)
      implements LedgerCommand {}

  /**
   * The account as the broker shows it.
   *
   * @param equity empty if it cannot be read
   * @param buyingPower empty if it cannot be read
   * @param positions empty if nothing is to be compared
   */
  record Snapshot(
      Optional<Money> equity,
      Optional<Money> buyingPower,
      Instant asOf,
      Optional<List<ShownPosition>> positions)
      implements LedgerCommand {}

  /** Does what is due: fences, expiries, silence. */
  record Settle() implements LedgerCommand {}

  /** Throws the kill switch. */
  record Control(TradingState state, String by, String reason) implements LedgerCommand {}

  /** Lets a suspended strategy enter again. */
  record Rearm(Holder strategy, String by, String reason) implements LedgerCommand {}

  /** Sets the policy in force. */
  record Policy(EntryPolicy policy) implements LedgerCommand {}

  /**
   * One row of a snapshot's positions; what cannot be read is empty.
   *
   * @param quantity signed, of any precision
   * @param price what one unit of its quantity cost: avg_price x multiplier
   */
  record ShownPosition(
      Optional<Symbol> symbol, Optional<BigDecimal> quantity, Optional<BigDecimal> price) {
    /** True if it can be compared. */
    public boolean isValid() {
      return symbol.isPresent()
          && quantity.isPresent()
          && price.filter(each -> each.signum() > 0).isPresent();
    }
  }
}

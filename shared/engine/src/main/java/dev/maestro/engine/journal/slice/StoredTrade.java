package dev.maestro.engine.journal.slice;

import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.Trade;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.journal.WindowTrade;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.StrategyId;
import dev.maestro.engine.name.Symbol;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import dev.maestro.engine.number.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A usable closed trade of a user's journal.
 *
 * @param uid whose journal it stands in
 * @param id of its document
 * @param trade what counts for weights
 * @param tenantId whose trade it says it is; empty: whoever asks
 * @param strategyId by default the agent's id; blank if what is named can be no strategy: it counts
 *     for nobody
 * @param symbol if the journal names one
 * @param riskAmount above 0, in account currency, if the journal has a usable one
 */
public record StoredTrade(
    Uid uid,
    String id,
    Trade trade,
    Optional<String> tenantId,
    String strategyId,
    Optional<Symbol> symbol,
    Optional<BigDecimal> riskAmount) {

  static StoredTrade of(Uid uid, String id, RawTrade row, Trade trade) {
    return new StoredTrade(
        uid,
        id,
        trade,
        text(row, TradeField.TENANT_ID),
        strategy(text(row, TradeField.STRATEGY_ID).or(() -> Optional.of(trade.agentId()))),
        symbol(row),
        riskAmount(row));
  }

  /** True if it is this tenant's: it says so, or says nothing. */
  public boolean isOf(TenantId tenant) {
    return tenantId.isEmpty() || names(tenant);
  }

  /** True if it says that it is this tenant's. */
  public boolean names(TenantId tenant) {
    return tenantId.filter(tenant.value()::equals).isPresent();
  }

  /** What health and scores need of it. */
  public ClosedTrade closedTrade() {
    return new ClosedTrade(
        closedTradeId(uid, id),
        strategyId,
        symbol,
        trade.closedAt(),
        trade.realizedPnl(),
        riskAmount);
  }

  /** {@code uid/id}, as a tenant may have several users. */
  static String closedTradeId(Uid uid, String id) {
    return uid + "/" + id;
  }

  /** What a window and daily results need of it. */
  public WindowTrade windowTrade() {
    return WindowTrade.of(id, trade);
  }

  static Optional<Symbol> symbol(RawTrade row) {
    return text(row, TradeField.SYMBOL).flatMap(Symbol::of);
  }

  /** The strategy of that name; blank, which is nobody's, if there is none or it can name none. */
  static String strategy(Optional<String> named) {
    return named.flatMap(StrategyId::of).map(StrategyId::value).orElse("");
  }

  static Optional<BigDecimal> riskAmount(RawTrade row) {
    return row.field(TradeField.RISK_AMOUNT).flatMap(Decimals::read).filter(r -> r.signum() > 0);
  }

  static Optional<String> text(RawTrade row, TradeField field) {
    return row.field(field)
        .filter(String.class::isInstance)
        .map(value -> ((String) value).strip())
        .filter(value -> !value.isEmpty());
  }
}

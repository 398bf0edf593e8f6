package dev.maestro.engine.journal.slice;

import dev.maestro.engine.journal.RawTrade;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.journal.TradeReader;
import dev.maestro.engine.meta.health.ClosedTrade;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.util.Optional;

/**
 * A loss in a document of a user's journal that is no usable trade.
 *
 * @param tenantId whose trade it says it is; empty: whoever asks
 * @param closedTrade what health and scores need of it; its strategy is blank if nobody is named
 */
public record JournalLoss(Optional<String> tenantId, ClosedTrade closedTrade) {
  static JournalLoss of(Uid uid, String id, RawTrade row, TradeReader.Loss loss) {
    String strategy =
        StoredTrade.strategy(
            StoredTrade.text(row, TradeField.STRATEGY_ID)
                .or(() -> StoredTrade.text(row, TradeField.AGENT_ID)));
    return new JournalLoss(
        StoredTrade.text(row, TradeField.TENANT_ID),
        new ClosedTrade(
            StoredTrade.closedTradeId(uid, id),
            strategy,
            StoredTrade.symbol(row),
            loss.closedAt(),
            loss.realizedPnl(),
            StoredTrade.riskAmount(row)));
  }

  /** True if it is this tenant's: it says so, or says nothing. */
  public boolean isOf(TenantId tenant) {
    return tenantId.isEmpty() || names(tenant);
  }

  /** True if it says that it is this tenant's. */
  public boolean names(TenantId tenant) {
    return tenantId.filter(tenant.value()::equals).isPresent();
  }
}

package dev.maestro.engine.claim;

import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.form.View;
import dev.maestro.engine.journal.TradeField;
import dev.maestro.engine.name.AccountId;
import dev.maestro.engine.name.TenantId;
import dev.maestro.engine.name.Uid;
import java.util.Optional;

/**
 * A trade of the ledger as a row of a user's journal. Rows are only written: what counts of it is
 * kept with the intent.
 *
 * @param owner whose journal
 */
public record TradeRow(Uid owner, TenantId tenant, AccountId account, LedgerTrade trade) {
  /** The fields of the journal, in its own words; amounts are exact. */
  public static final View<TradeRow> VIEW =
      View.<TradeRow>empty()
          .with(TradeField.TRADE_ID.key(), row -> row.trade().id())
          .ifPresent(TradeField.AGENT_ID.key(), row -> row.trade().agent())
          .with(TradeField.STRATEGY_ID.key(), row -> row.trade().key().holder().value())
          .with(TradeField.SYMBOL.key(), row -> row.trade().key().symbol())
          .with(TradeField.SIDE.key(), row -> row.trade().isLong() ? "LONG" : "SHORT")
          .with(TradeField.QUANTITY.key(), row -> row.trade().quantity().value())
          .with(TradeField.ENTRY_PRICE.key(), row -> row.trade().entryPrice())
          .with(TradeField.EXIT_PRICE.key(), row -> row.trade().exitPrice())
          .with(TradeField.REALIZED_PNL.key(), row -> row.trade().realizedPnl().value())
          .with(TradeField.OPENED_AT.key(), row -> row.trade().openedAt())
          .with(TradeField.CLOSED_AT.key(), row -> row.trade().closedAt())
          .ifPresent(TradeField.RISK_AMOUNT.key(), TradeRow::risk)
          .ifPresent(TradeField.NONCE.key(), TradeRow::nonce)
          .with(TradeField.TENANT_ID.key(), TradeRow::tenant)
          .with(TradeField.ACCOUNT_ID.key(), row -> row.account().value())
          .with(TradeField.USER_ID.key(), TradeRow::owner);

  private Optional<Object> risk() {
    return trade.riskAmount().map(amount -> amount.value());
  }

  private Optional<String> nonce() {
    return Optional.of(trade.id()).filter(id -> !trade.isClose());
  }
}

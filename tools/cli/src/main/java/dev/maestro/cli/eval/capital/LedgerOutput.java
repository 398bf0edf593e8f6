package dev.maestro.cli.eval.capital;

import dev.maestro.engine.capital.book.LedgerTrade;
import dev.maestro.engine.capital.intent.Intent;
import dev.maestro.engine.capital.ledger.Ledger;
import dev.maestro.engine.claim.body.LedgerView;
import dev.maestro.engine.form.View;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** What is shown of the ledger as it stands at the end of a case; amounts are decimal text. */
final class LedgerOutput {
  private static final View<Intent> INTENT =
      View.<Intent>empty()
          .with("nonce", intent -> intent.nonce().value())
          .with("state", Intent::state)
          .with("filled_quantity", intent -> intent.filled().quantity().toString())
          .with("filled_notional", intent -> intent.filled().notional().toString());

  private static final View<LedgerTrade> TRADE =
      View.<LedgerTrade>empty()
          .with("trade_id", LedgerTrade::id)
          .all(LedgerView.POSITION, LedgerTrade::key)
          .with("side", trade -> trade.isLong() ? "LONG" : "SHORT")
          .with("quantity", trade -> trade.quantity().toString())
          .with("entry_price", trade -> text(trade.entryPrice()))
          .with("exit_price", trade -> text(trade.exitPrice()))
          .with("realized_pnl", trade -> trade.realizedPnl().toString())
          .with("closed_at", trade -> trade.closedAt().toString());

  private static final View<MemoryArchive> ARCHIVE =
      View.<MemoryArchive>empty()
          .with("intents", archive -> rows(INTENT, archive.intents().values()))
          .with("trades", archive -> rows(TRADE, archive.trades().values()))
          .with("alerts", archive -> archive.alerts().stream().map(Enum::name).sorted().toList());

  static final View<CaseEnd> END =
      View.<CaseEnd>empty().all(LedgerView.SUMS, CaseEnd::ledger).all(ARCHIVE, CaseEnd::archive);

  private LedgerOutput() {}

  private static <T> List<?> rows(View<T> view, Collection<T> values) {
    return values.stream().map(view::write).toList();
  }

  private static String text(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  /** A case after its last step. */
  record CaseEnd(Ledger ledger, MemoryArchive archive) {}
}

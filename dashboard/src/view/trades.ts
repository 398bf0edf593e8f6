import type { Trade } from '../data/trades';
import { name } from './element';
import { signedMoney, short, UNKNOWN, word } from './format';
import { type Now, table, when } from './parts';
import { link } from './strategies';

/** Closed trades, newest first. */
export function tradeTable(trades: readonly Trade[], now: Now, caption: string): HTMLElement {
  const hasPrices = trades.some((trade) => trade.entryPrice !== undefined);
  return table(
    caption,
    [
      { head: 'Closed', cell: (trade) => when(trade.closedAt, now) },
      { head: 'Strategy', cell: (trade) => (trade.strategy ? link(trade.strategy) : UNKNOWN) },
      { head: 'Symbol', cell: (trade) => name(trade.symbol ?? UNKNOWN) },
      ...(hasPrices
        ? [
            { head: 'Side', cell: (trade: Trade) => (trade.side ? word(trade.side) : UNKNOWN) },
            { head: 'Quantity', cell: (trade: Trade) => short(trade.quantity, 8), isNumber: true },
            { head: 'Entry', cell: (trade: Trade) => short(trade.entryPrice, 4), isNumber: true },
            { head: 'Exit', cell: (trade: Trade) => short(trade.exitPrice, 4), isNumber: true },
          ]
        : []),
      { head: 'Profit', cell: (trade) => signedMoney(trade.realized), isNumber: true },
      { head: 'Profit / risk', cell: (trade) => multiple(trade), isNumber: true },
    ],
    trades,
    (trade) => trade.id,
  );
}

/** R: what was earned in units of what was risked; unknown without a risk. */
function multiple(trade: Trade): string {
  return trade.realized === undefined || !trade.risk ? UNKNOWN : short(trade.realized / trade.risk, 2) + ' R';
}

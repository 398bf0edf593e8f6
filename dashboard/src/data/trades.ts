import type { Row } from './firebase';
import { type Fields, fields, list, number, text, time } from './read';

/** A closed trade; money in the account's currency. */
export interface Trade {
  readonly id: string;
  readonly strategy: string | undefined;
  readonly agent: string | undefined;
  readonly symbol: string | undefined;
  readonly side: string | undefined;
  readonly quantity: number | undefined;
  readonly entryPrice: number | undefined;
  readonly exitPrice: number | undefined;
  readonly realized: number | undefined;
  readonly risk: number | undefined;
  readonly openedAt: Date | undefined;
  readonly closedAt: Date | undefined;
}

/** A row of somebody's journal. */
export function readTrade({ id, fields: raw }: Row): Trade {
  const agent = text(raw['agent_id']);
  return {
    id,
    agent,
    strategy: text(raw['strategy_id']) ?? agent,
    symbol: text(raw['symbol']),
    side: text(raw['side']),
    quantity: number(raw['quantity']),
    entryPrice: number(raw['entry_price']),
    exitPrice: number(raw['exit_price']),
    realized: number(raw['realized_pnl']),
    risk: number(raw['risk_amount']),
    openedAt: time(raw['opened_at']),
    closedAt: time(raw['closed_at']),
  };
}

/** The closed trades of the tenant as cycles remember them, newest first. */
export function readRemembered(raw: Fields | undefined): readonly Trade[] | undefined {
  const trades = fields(raw?.['trades']);
  if (!trades) {
    return undefined;
  }
  const names = list(trades['names']);
  const named = (column: string, at: number): string | undefined => {
    const place = number(list(trades[column])[at]);
    return place === undefined || place < 0 ? undefined : text(names[place]);
  };
  return list(trades['trade_ids']).flatMap((id, at) =>
    typeof id === 'string'
      ? [
          {
            id,
            strategy: named('strategies', at),
            agent: undefined,
            symbol: named('symbols', at),
            side: undefined,
            quantity: undefined,
            entryPrice: undefined,
            exitPrice: undefined,
            realized: number(list(trades['realized_pnl'])[at]),
            risk: number(list(trades['risk_amount'])[at]),
            openedAt: undefined,
            closedAt: time(list(trades['closed_at'])[at]),
          },
        ]
      : [],
  );
}

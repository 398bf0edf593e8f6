import { fields, rows, text } from '../data/read';
import { chosen, mapped } from '../data/source';
import { readRemembered, readTrade, type Trade } from '../data/trades';
import { h, name } from '../view/element';
import { empty, table } from '../view/parts';
import { UNKNOWN, word } from '../view/format';
import { tradeTable } from '../view/trades';
import type { Context } from './context';
import { endless, listing } from './listing';
import { pageOf, type Page } from './page';
import { panel } from './panel';

/** Closed trades: those of the tenant as cycles remember them, and the viewer's own journal. */
export function journalPage(context: Context): Page {
  const own = context.lists.ownTrades(50);
  return pageOf('Journal', 'Closed trades, net of costs. Weights, modes and the risk mode follow from them.', [
    listing<Trade>({
      title: 'Trades of the tenant',
      source: mapped(context.tenantDocument('maestro/stats', readRemembered), (trades) => trades ?? []),
      view: (trades) => tradeTable(trades, context.now, 'Closed trades of the tenant, newest first'),
      empty: () => empty('Cycles remember no trade yet.', 'The next cycle after a trade has closed adds it.'),
      text: (trade) => `${trade.strategy ?? ''} ${trade.symbol ?? ''} ${trade.id}`,
    }),
    endless<Trade>(context, {
      title: 'Your own rows',
      list: own,
      live: context.newest(own),
      read: readTrade,
      view: (trades) => tradeTable(trades, context.now, 'Rows of your own journal, newest first'),
      empty: () => empty('You have no journal of your own.', 'Rows belong to the user whose strategies traded, and nobody else reads them.'),
    }),
    panel(
      'Rows that cannot be used',
      chosen(context.ownersUid(), (uid) => (uid ? context.document(`users/${uid}/maestro/weights`, (raw) => rows(fields(raw)?.['rejected'])) : undefined)),
      (rejected) =>
        rejected && rejected.length > 0
          ? table(
              'Rows of the journal that cannot be used, newest 20',
              [
                { head: 'Trade', cell: (row) => name(text(row['trade_id']) ?? UNKNOWN) },
                { head: 'Why', cell: (row) => h('span', {}, word((text(row['reason']) ?? UNKNOWN).replace(':', ' of '))) },
              ],
              rejected,
              (row) => text(row['trade_id']) ?? '',
            )
          : empty('Every row can be used.', 'What cannot be read is named here with the first reason that applies.'),
    ),
  ]);
}

import type { Row } from '../data/firebase';
import { readThrottle } from '../data/throttle';
import { readRevision } from '../data/weights';
import { modesOverTime } from '../view/modes';
import { empty } from '../view/parts';
import { weightBars } from '../view/weights';
import { weightsOverTime, weightsTable } from '../view/weightsTable';
import type { Context } from './context';
import { pageOf, type Page } from './page';
import { panel } from './panel';

/** Weights and modes, now and over time. */
export function weightsPage(context: Context): Page {
  const none = () => empty('There are no weights yet.', 'They come with the first closed trade, or with the configuration of the tenant.');
  return pageOf('Weights', 'What share of the capital each agent may use, from its closed trades.', [
    panel('Now', context.ownersWeights(), (weights) => (weights ? weightBars(weights, 40) : none()), 'third'),
    panel(
      'Over time',
      context.newest(context.lists.weightsLog(200)),
      (rows: readonly Row[]) => weightsOverTime(rows.flatMap((row) => readRevision(row.fields) ?? [])),
      'two-thirds',
    ),
    panel('What they were judged by', context.ownersWeights(), (weights) => (weights ? weightsTable(weights, context.now) : none())),
    panel('Modes over time', context.tenantDocument('maestro/throttle', readThrottle), (throttle) =>
      throttle ? modesOverTime(throttle) : empty('No day is closed yet.', 'The first comes after midnight UTC, with the snapshot.'),
    ),
  ]);
}

import { type Intent, isOpen, readIntent } from '../data/intents';
import { intentList } from '../view/intents';
import { empty } from '../view/parts';
import { word } from '../view/format';
import type { Context } from './context';
import { endless } from './listing';
import { pageOf, type Page } from './page';

const STATES = ['RESERVED', 'CLAIMED', 'UNKNOWN', 'FILLED', 'EXPIRED', 'CANCELLED'] as const;

/** Orders through their life. */
export function intentsPage(context: Context): Page {
  const list = context.lists.orders(50);
  return pageOf('Orders', 'What cycles approved, from reservation to the last fill.', [
    endless<Intent>(context, {
      title: 'Newest first',
      list,
      live: context.newest(list),
      read: readIntent,
      view: (intents) => intentList(intents, context.now),
      empty: () => empty('No order was ever reserved.', 'What a cycle approves is reserved here before anything is sent.'),
      choice: {
        label: 'State',
        options: [['OPEN', 'Open'] as const, ...STATES.map((state) => [state, word(state)] as const)],
        keeps: (intent, state) => (state === 'OPEN' ? isOpen(intent) : intent.state === state),
      },
    }),
  ]);
}

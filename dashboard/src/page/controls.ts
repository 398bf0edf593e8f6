import type { Role } from '../data/settings';
import type { Summary } from '../data/summary';
import { h } from '../view/element';
import { announce } from './announce';
import type { Context } from './context';
import { ask, type Question } from './dialog';

/** The kill switch, for operators and admins; nobody else has a button. */
export function controls(context: Context): { node: HTMLElement; stop(): void } {
  const node = h('div', { class: 'controls', attrs: { role: 'group', 'aria-label': 'Kill switch' } });
  let role: Role | undefined;
  let state: Summary['controlState'];
  const show = (): void => {
    const may = role === 'operator' || role === 'admin';
    node.hidden = !may;
    node.replaceChildren(...(may ? buttons(context) : []));
    node.dataset['state'] = state ?? 'UNKNOWN';
  };
  const stops = [
    context.role.subscribe((live) => {
      role = live.state === 'ready' ? live.value : undefined;
      show();
    }),
    context.summary.subscribe((live) => {
      state = live.state === 'ready' ? live.value?.controlState : undefined;
      node.dataset['state'] = state ?? 'UNKNOWN';
    }),
  ];
  return { node, stop: () => stops.forEach((stop) => stop()) };
}

function buttons(context: Context): HTMLElement[] {
  return questions(context).map((question) =>
    h(
      'button',
      {
        class: question.isDangerous ? 'danger' : 'plain',
        attrs: { type: 'button' },
        onclick: () => ask(question, announce),
      },
      question.action,
    ),
  );
}

function questions(context: Context): Question[] {
  return [
    {
      title: 'Halt all trading?',
      consequence: 'Nothing is released any more, exits neither: open positions stay as they are until trading goes on.',
      action: 'Halt',
      isDangerous: true,
      act: (reason) => context.api.control('HALTED', reason, false),
    },
    {
      title: 'Only reduce from now on?',
      consequence: 'No order that opens or adds is released; exits go on.',
      action: 'Reduce',
      isDangerous: false,
      act: (reason) => context.api.control('REDUCING', reason, false),
    },
    {
      title: 'Sell everything?',
      consequence: 'The next cycle asks for an exit of every position; nothing new is opened.',
      action: 'Flatten',
      isDangerous: true,
      typed: 'FLATTEN',
      act: (reason) => context.api.control('REDUCING', reason, true),
    },
    {
      title: 'Go on trading?',
      consequence: 'Orders are released again as the policy allows, from the next cycle on.',
      action: 'Resume',
      isDangerous: false,
      act: (reason) => context.api.control('ACTIVE', reason, false),
    },
  ];
}

import type { TradingState } from '../data/control';
import type { Role } from '../data/settings';
import { h } from '../view/element';
import { announce } from './announce';
import type { Context } from './context';
import { ask, type Question } from './dialog';

/** The kill switch, for operators and admins; nobody else has a button. */
export function controls(context: Context): { node: HTMLElement; stop(): void } {
  const node = h('div', { class: 'controls', attrs: { role: 'group', 'aria-label': 'Kill switch' } });
  let role: Role | undefined;
  let state: TradingState | undefined;
  const show = (): void => {
    const may = role === 'operator' || role === 'admin';
    node.hidden = !may;
    const wanted = may ? questions(context).filter((question) => question.isFor(state)) : [];
    const shown = wanted.map((question) => question.action).join();
    if (node.dataset['shown'] !== shown) {
      node.dataset['shown'] = shown;
      node.replaceChildren(...wanted.map(button));
    }
  };
  const stops = [
    context.role.subscribe((live) => {
      role = live.state === 'ready' ? live.value : undefined;
      show();
    }),
    context.switches.subscribe((live) => {
      state = live.state === 'ready' ? live.value[0].state : undefined;
      show();
    }),
  ];
  return { node, stop: () => stops.forEach((stop) => stop()) };
}

/** A question, and in which state of the switch it makes sense; in an unknown one all do. */
interface SwitchQuestion extends Question {
  isFor(state: TradingState | undefined): boolean;
}

function button(question: Question): HTMLElement {
  return h(
    'button',
    { class: question.isDangerous ? 'danger' : 'plain', attrs: { type: 'button' }, onclick: () => ask(question, announce) },
    question.action,
  );
}

function questions(context: Context): SwitchQuestion[] {
  return [
    {
      title: 'Halt all trading?',
      consequence: 'Nothing is released any more, exits neither: open positions stay as they are until trading goes on.',
      action: 'Halt',
      isFor: (state) => state !== 'HALTED',
      isDangerous: true,
      act: (reason) => context.api.control('HALTED', reason, false),
    },
    {
      title: 'Only reduce from now on?',
      consequence: 'No order that opens or adds is released; exits go on.',
      action: 'Reduce',
      isFor: (state) => state !== 'REDUCING',
      isDangerous: false,
      act: (reason) => context.api.control('REDUCING', reason, false),
    },
    {
      title: 'Sell everything?',
      consequence: 'The next cycle asks for an exit of every position; nothing new is opened.',
      action: 'Flatten',
      isFor: () => true,
      isDangerous: true,
      typed: 'FLATTEN',
      act: (reason) => context.api.control('REDUCING', reason, true),
    },
    {
      title: 'Go on trading?',
      consequence: 'Orders are released again as the policy allows, from the next cycle on.',
      action: 'Resume',
      isFor: (state) => state !== 'ACTIVE',
      isDangerous: false,
      act: (reason) => context.api.control('ACTIVE', reason, false),
    },
  ];
}

import { h } from '../view/element';
import type { Context } from './context';
import type { Panel } from './panel';

/** A screen: its title, what stands on it, and how it ends. */
export interface Page {
  readonly title: string;
  readonly node: HTMLElement;
  stop(): void;
}

/** Makes a screen for the part of the address after its name, decoded. */
export type MakePage = (context: Context, rest: string) => Page;

/** A screen of panels side by side under one title. */
export function pageOf(title: string, lead: string, panels: readonly Panel[]): Page {
  return {
    title,
    node: h(
      'div',
      {},
      h('div', { class: 'page-head' }, h('h1', { attrs: { tabindex: -1 } }, title)),
      lead ? h('p', { class: 'page-lead' }, lead) : null,
      h('div', { class: 'grid' }, panels.map((panel) => panel.node)),
    ),
    stop: () => panels.forEach((panel) => panel.stop()),
  };
}

/** Panels below each other in columns, so that a tall one leaves no hole beside it. */
export function columns(...groups: readonly (readonly Panel[])[]): Panel {
  return {
    node: h('div', { class: 'columns' }, groups.map((group) => h('div', { class: 'column' }, group.map((panel) => panel.node)))),
    stop: () => groups.flat().forEach((panel) => panel.stop()),
  };
}

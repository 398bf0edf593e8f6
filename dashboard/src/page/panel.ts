import type { Live, Watched } from '../data/source';
import { h, type Child } from '../view/element';
import { morphChildren } from '../view/morph';
import { broken } from '../view/parts';

/** A part of a page that watches one source while it can be seen. */
export interface Panel {
  readonly node: HTMLElement;
  stop(): void;
}

/** Shows what `view` makes of each value; waits, errors and faults of the view are shown alike everywhere. */
export function panel<T>(title: string, source: Watched<T>, view: (value: T) => Child, size = ''): Panel {
  const body = h('div', { class: 'panel-body' }, waiting());
  const id = 'panel-' + title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const node = h(
    'section',
    { class: `panel ${size}`, attrs: { 'aria-labelledby': id } },
    h('h2', { attrs: { id } }, title),
    body,
  );
  let unsubscribe: (() => void) | undefined;
  const told = (live: Live<T>): void => show(node, body, live, view, () => source.retry());
  const observer = new IntersectionObserver((entries) => {
    const isSeen = entries.some((entry) => entry.isIntersecting);
    if (isSeen && !unsubscribe) {
      unsubscribe = source.subscribe(told);
    } else if (!isSeen && unsubscribe) {
      unsubscribe();
      unsubscribe = undefined;
    }
  }, { rootMargin: '200px' });
  observer.observe(node);
  return {
    node,
    stop: () => {
      observer.disconnect();
      unsubscribe?.();
    },
  };
}

function waiting(): HTMLElement {
  return h('p', { class: 'muted waiting' }, 'Loading');
}

function show<T>(node: HTMLElement, body: HTMLElement, live: Live<T>, view: (value: T) => Child, again: () => void): void {
  if (live.state === 'waiting') {
    return; // what was shown stays until something else is known
  }
  node.classList.toggle('old', live.state === 'ready' && live.isOld);
  morphChildren(body, h('div', {}, live.state === 'failed' ? broken(live.failure, again) : shown(view, live.value)));
}

function shown<T>(view: (value: T) => Child, value: T): Child {
  try {
    return view(value);
  } catch (error) {
    return broken({
      title: 'This panel cannot show what is stored.',
      mend: `${error instanceof Error ? error.message : String(error)}. The other panels go on; please report it.`,
    });
  }
}

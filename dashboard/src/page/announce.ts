import { h } from '../view/element';

const region = h('div', { class: 'toast', attrs: { role: 'status', 'aria-live': 'polite' } });
let timer: ReturnType<typeof setTimeout> | undefined;

/** Where announcements stand; once in the page. */
export function announcements(): HTMLElement {
  return region;
}

/** Says something to everybody, screen readers too; it goes by itself. */
export function announce(sentence: string): void {
  region.textContent = sentence;
  clearTimeout(timer);
  timer = setTimeout(() => {
    region.textContent = '';
  }, 8_000);
}

/** What may stand inside an element. Text is always text: nothing here reads markup. */
export type Child = Node | string | number | null | undefined | false | readonly Child[];

type Handler = (event: Event) => void;

/** Attributes by name; `class`, `style` (custom properties and lengths) and handlers have a place of their own. */
export interface Props {
  readonly class?: string;
  readonly style?: Readonly<Record<string, string>>;
  readonly onclick?: Handler;
  readonly oninput?: Handler;
  readonly onchange?: Handler;
  readonly onsubmit?: Handler;
  readonly onkeydown?: Handler;
  readonly attrs?: Readonly<Record<string, string | number | boolean | undefined>>;
}

const SVG = 'http://www.w3.org/2000/svg';
const HANDLERS = ['onclick', 'oninput', 'onchange', 'onsubmit', 'onkeydown'] as const;

/** An element of HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), props, children);
}

/** An element of SVG. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag), props, children);
}

function filled<E extends HTMLElement | SVGElement>(element: E, props: Props, children: Child[]): E {
  if (props.class) {
    element.setAttribute('class', props.class);
  }
  for (const [name, value] of Object.entries(props.attrs ?? {})) {
    if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, String(value));
    }
  }
  for (const [name, value] of Object.entries(props.style ?? {})) {
    element.style.setProperty(name, value);
  }
  for (const name of HANDLERS) {
    if (props[name]) {
      element[name] = props[name];
    }
  }
  append(element, children);
  return element;
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) {
      continue;
    }
    if (typeof child === 'string' || typeof child === 'number') {
      parent.appendChild(document.createTextNode(String(child)));
    } else if (child instanceof Node) {
      parent.appendChild(child);
    } else {
      append(parent, child);
    }
  }
}

/** A name that somebody chose: kept apart from the direction of the text around it. */
export function name(text: string): HTMLElement {
  return h('bdi', { class: 'name' }, text);
}

/** Words for screen readers alone. */
export function unseen(text: string): HTMLElement {
  return h('span', { class: 'unseen' }, text);
}

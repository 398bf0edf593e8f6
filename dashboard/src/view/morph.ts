const HANDLERS = ['onclick', 'oninput', 'onchange', 'onsubmit', 'onkeydown'] as const;

/**
 * Makes the children of `parent` those of `next`, keeping every element that can stay: what has focus
 * keeps it, and what only changed its width moves there. Elements pair by `data-key`, else by place.
 */
export function morphChildren(parent: Element, next: Element): void {
  const keyed = new Map<string, Element>();
  for (const child of parent.children) {
    const key = keyOf(child);
    if (key) {
      keyed.set(key, child);
    }
  }
  let at: ChildNode | null = parent.firstChild;
  for (const wanted of [...next.childNodes]) {
    const key = keyOf(wanted);
    const known: ChildNode | null = key ? (keyed.get(key) ?? null) : at && !keyOf(at) ? at : null;
    if (key) {
      keyed.delete(key); // a key that stands twice keeps one of the two, and the other is new
    }
    if (known && isSame(known, wanted)) {
      if (known !== at) {
        parent.insertBefore(known, at);
      }
      morph(known, wanted);
      at = known.nextSibling;
    } else {
      parent.insertBefore(wanted, at);
    }
  }
  while (at) {
    const after: ChildNode | null = at.nextSibling;
    at.remove();
    at = after;
  }
}

function keyOf(node: Node): string | null {
  return node instanceof Element ? node.getAttribute('data-key') : null;
}

function isSame(one: Node, other: Node): boolean {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName;
}

function morph(node: Node, wanted: Node): void {
  if (!(node instanceof Element) || !(wanted instanceof Element)) {
    if (node.nodeValue !== wanted.nodeValue) {
      node.nodeValue = wanted.nodeValue;
    }
    return;
  }
  morphAttributes(node, wanted);
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement) {
    return; // what somebody is typing stays
  }
  if (!node.hasAttribute('data-kept')) {
    morphChildren(node, wanted);
  }
}

function morphAttributes(node: Element, wanted: Element): void {
  for (const attribute of [...node.attributes]) {
    const isOpenedByHand = attribute.name === 'open' && node instanceof HTMLDetailsElement;
    if (!wanted.hasAttribute(attribute.name) && attribute.name !== 'style' && !isOpenedByHand) {
      node.removeAttribute(attribute.name);
    }
  }
  for (const attribute of [...wanted.attributes]) {
    if (attribute.name !== 'style' && node.getAttribute(attribute.name) !== attribute.value) {
      node.setAttribute(attribute.name, attribute.value);
    }
  }
  if (isStyled(node) && isStyled(wanted)) {
    if (node.style.cssText !== wanted.style.cssText) {
      node.style.cssText = wanted.style.cssText;
    }
    Object.assign(node, Object.fromEntries(HANDLERS.map((handler) => [handler, wanted[handler]])));
  }
}

function isStyled(node: Element): node is HTMLElement | SVGElement {
  return node instanceof HTMLElement || node instanceof SVGElement;
}

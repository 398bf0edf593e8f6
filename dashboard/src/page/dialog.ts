import { Refused } from '../data/api';
import { h, type Child } from '../view/element';

/** What is asked before something is done. */
export interface Question {
  readonly title: string;
  readonly consequence: Child;
  readonly action: string;
  readonly isDangerous: boolean;
  /** A word to type where a click is too little. */
  readonly typed?: string;
  act(reason: string): Promise<unknown>;
}

/** Asks for a reason and a second look; says what the API answered, as it said it. */
export function ask(question: Question, done: (sentence: string) => void): void {
  const reason = h('textarea', { attrs: { id: 'reason', rows: 3, maxlength: 500, required: true, 'aria-describedby': 'reason-help' } });
  const typed = h('input', { attrs: { id: 'typed', type: 'text', autocomplete: 'off' } });
  const answer = h('div', { class: 'answer', attrs: { role: 'alert' } });
  const confirm = h('button', { class: question.isDangerous ? 'danger' : 'primary', attrs: { type: 'submit' } }, question.action);
  const close = (): void => {
    dialog.close();
    dialog.remove();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const problem = problemOf(reason.value, typed.value, question.typed);
    if (problem) {
      answer.replaceChildren(h('p', {}, problem));
      return;
    }
    confirm.disabled = true;
    question.act(reason.value.trim()).then(
      () => {
        close();
        done(`${question.action}: accepted.`);
      },
      (error: unknown) => {
        confirm.disabled = false;
        answer.replaceChildren(...said(error));
      },
    );
  };
  const dialog = h(
    'dialog',
    { attrs: { 'aria-labelledby': 'dialog-title' } },
    h(
      'form',
      { onsubmit: submit, attrs: { novalidate: true } },
      h('h2', { attrs: { id: 'dialog-title' } }, question.title),
      h('p', {}, question.consequence),
      h('label', { attrs: { for: 'reason' } }, 'Reason'),
      reason,
      h('p', { class: 'muted', attrs: { id: 'reason-help' } }, 'At most 500 characters; everybody who looks sees it.'),
      question.typed ? [h('label', { attrs: { for: 'typed' } }, `Type ${question.typed} to go on`), typed] : null,
      answer,
      h('div', { class: 'buttons' }, h('button', { class: 'plain', onclick: close, attrs: { type: 'button' } }, 'Cancel'), confirm),
    ),
  );
  dialog.addEventListener('cancel', () => dialog.remove());
  document.body.appendChild(dialog);
  dialog.showModal();
  reason.focus();
}

function problemOf(reason: string, typed: string, wanted: string | undefined): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(reason)) {
    return 'Say why: a reason has something to read in it.';
  }
  return wanted && typed.trim().toUpperCase() !== wanted ? `Type ${wanted} to go on.` : undefined;
}

/** The words of the API, unchanged. */
export function said(error: unknown): HTMLElement[] {
  if (error instanceof Refused) {
    return [h('p', {}, h('strong', {}, error.title), error.status ? ` (HTTP ${error.status})` : ''), h('p', {}, error.detail)];
  }
  return [h('p', {}, error instanceof Error ? error.message : String(error))];
}

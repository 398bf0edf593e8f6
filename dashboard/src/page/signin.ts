import type { SignIn } from '../data/auth';
import { sentence } from '../data/authwords';
import type { DemoPerson, Settings } from '../data/settings';
import { h } from '../view/element';
import { word } from '../view/format';

const WORDS: Readonly<Record<string, string>> = {
  viewer: 'sees everything, changes nothing',
  operator: 'may also halt, reduce, flatten and resume',
  admin: 'may also change the configuration',
};

function card(title: string, ...children: (HTMLElement | null)[]): HTMLElement {
  return h('main', { class: 'card', attrs: { id: 'main' } }, h('p', { class: 'brand' }, 'Maestro'), h('h1', { attrs: { tabindex: -1 } }, title), children);
}

/** The demo: one click. */
export function demoSignIn(people: readonly DemoPerson[], chose: (person: DemoPerson) => void): HTMLElement {
  return card(
    'Choose who you are',
    h('p', {}, 'This is a demo on emulators: nobody needs a password, and nothing here is real money.'),
    h(
      'ul',
      { class: 'people' },
      people.map((person) =>
        h(
          'li',
          {},
          h('button', { class: 'primary', attrs: { type: 'button', 'data-role': person.role }, onclick: () => chose(person) }, `Sign in as ${word(person.role).toLowerCase()}`),
          h('span', { class: 'muted' }, WORDS[person.role] ?? ''),
        ),
      ),
    ),
  );
}

/** Signing in with Firebase Auth, in the ways that the settings name. */
export function realSignIn(settings: Settings, auth: SignIn): HTMLElement {
  const answer = h('div', { class: 'answer', attrs: { role: 'alert' } });
  const tell = (text: string): void => answer.replaceChildren(h('p', {}, text));
  const run = (work: Promise<void>, done = ''): void => {
    work.then(
      () => (done ? tell(done) : undefined),
      (error: unknown) => tell(sentence(error)),
    );
  };
  const email = h('input', { attrs: { id: 'email', type: 'email', autocomplete: 'username', required: true } });
  email.value = auth.linkEmail ?? '';
  const password = h('input', { attrs: { id: 'password', type: 'password', autocomplete: 'current-password' } });
  if (auth.isLink) {
    return card(
      'Finish signing in',
      h('label', { attrs: { for: 'email' } }, 'The e-mail address to which the link was sent'),
      email,
      answer,
      h('button', { class: 'primary', attrs: { type: 'button' }, onclick: () => run(auth.withLink(email.value.trim())) }, 'Sign in'),
    );
  }
  const has = (way: string): boolean => settings.ways.some((known) => known === way);
  const submit = (event: Event): void => {
    event.preventDefault();
    run(auth.withPassword(email.value.trim(), password.value));
  };
  return card(
    'Sign in',
    has('password') || has('link')
      ? h(
          'form',
          { onsubmit: submit },
          h('label', { attrs: { for: 'email' } }, 'E-mail address'),
          email,
          has('password') ? h('label', { attrs: { for: 'password' } }, 'Password') : null,
          has('password') ? password : null,
          answer,
          h(
            'div',
            { class: 'buttons' },
            has('link')
              ? h(
                  'button',
                  {
                    class: 'plain',
                    attrs: { type: 'button' },
                    onclick: () => run(auth.sendLink(email.value.trim()), 'A link is on its way: open it on this device.'),
                  },
                  'Send me a link',
                )
              : null,
            has('password') ? h('button', { class: 'primary', attrs: { type: 'submit' } }, 'Sign in') : null,
          ),
        )
      : answer,
    has('google')
      ? h('button', { class: 'plain wide', attrs: { type: 'button' }, onclick: () => run(auth.withGoogle()) }, 'Sign in with Google')
      : null,
  );
}

/** Where nothing can be shown at all: what is missing and what mends it. */
export function cannotStart(problem: string): HTMLElement {
  return card('This page does not know where to look', h('p', {}, problem));
}

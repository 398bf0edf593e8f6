import { rememberedPerson, type Session, signInDemo } from './data/session';
import { type DemoPerson, loadSettings, type Settings } from './data/settings';
import { Context } from './page/context';
import { Shell } from './page/shell';
import { cannotStart, demoSignIn, realSignIn } from './page/signin';
import { h } from './view/element';

const app = document.getElementById('app') ?? document.body.appendChild(h('div', { attrs: { id: 'app' } }));
let shell: Shell | undefined;

function show(node: HTMLElement): void {
  app.replaceChildren(node);
}

function open(settings: Settings, session: Session): void {
  shell?.stop();
  shell = new Shell(new Context(settings, session));
  show(shell.node);
}

async function start(): Promise<void> {
  const read = await loadSettings();
  if ('problem' in read) {
    show(cannotStart(read.problem));
    return;
  }
  const { settings } = read;
  if (settings.demo && !settings.authEmulator) {
    const enter = (person: DemoPerson): void => open(settings, signInDemo(settings, person));
    const known = rememberedPerson(settings);
    if (known) {
      enter(known);
    } else {
      show(demoSignIn(settings.demo.people, enter));
    }
    return;
  }
  const { SignIn } = await import('./data/auth');
  const auth = new SignIn(settings);
  auth.watch(
    (session) => {
      if (session) {
        open(settings, session);
      } else {
        shell?.stop();
        shell = undefined;
        show(realSignIn(settings, auth));
      }
    },
    (problem) => show(cannotStart(problem)),
  );
}

void start();

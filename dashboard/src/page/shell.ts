import { DENIED, UNREACHED } from '../data/failure';
import type { Role } from '../data/settings';
import type { Live } from '../data/source';
import { h, name, unseen } from '../view/element';
import { plural, span, word } from '../view/format';
import { announcements } from './announce';
import type { Context } from './context';
import type { MakePage, Page } from './page';
import { routeOf, SCREENS } from './routes';

const STALE_MS = 10 * 60_000;

/** The frame around every screen: who looks, where one can go, and whether what is shown is still true. */
export class Shell {
  private readonly main = h('main', { attrs: { id: 'main' } });
  private readonly banners = h('div', { class: 'banners', attrs: { role: 'status' } });
  private readonly links = new Map<string, HTMLAnchorElement>();
  private readonly stops: (() => void)[] = [];
  private page: Page | undefined;
  private newest: Date | undefined;
  private isOffline = false;
  private isMember = true;
  readonly node: HTMLElement;

  constructor(private readonly context: Context) {
    this.node = h(
      'div',
      { class: 'shell' },
      h('a', { class: 'skip', attrs: { href: '#main' }, onclick: (event) => this.skip(event) }, 'Skip to content'),
      this.header(),
      this.banners,
      this.main,
      announcements(),
    );
    this.watch();
  }

  stop(): void {
    this.stops.forEach((stop) => stop());
    this.page?.stop();
    this.context.close();
  }

  private header(): HTMLElement {
    const role = h('span', { class: 'muted' });
    this.stops.push(
      this.context.role.subscribe((live) => {
        role.textContent = live.state === 'ready' && live.value ? word(live.value) : '';
        this.membership(live);
      }),
    );
    const links = SCREENS.map((screen) => {
      const link = h('a', { attrs: { href: screen.path } }, screen.title);
      this.links.set(screen.path, link);
      return h('li', {}, link);
    });
    return h(
      'header',
      { class: 'top' },
      h('a', { class: 'brand', attrs: { href: '#/' } }, 'Maestro'),
      h('nav', { attrs: { 'aria-label': 'Screens' } }, h('ul', {}, links)),
      h(
        'div',
        { class: 'who' },
        h('span', {}, unseen('Tenant '), name(this.context.session.tenant)),
        h('span', { class: 'who-name' }, name(this.context.session.shown), ' ', role),
        h('button', { class: 'plain', attrs: { type: 'button' }, onclick: () => void this.context.session.signOut() }, 'Sign out'),
      ),
    );
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.main.querySelector('h1')?.focus();
  }

  private watch(): void {
    this.stops.push(
      this.context.summary.subscribe((live) => {
        this.isOffline = live.state === 'ready' ? live.isOld : live.state === 'failed' && live.failure === UNREACHED;
        this.newest = live.state === 'ready' ? live.value?.decidedAt : this.newest;
        this.tick();
      }),
    );
    const onRoute = (): void => this.route(true);
    const onNet = (): void => this.tick();
    const onWake = (): void => {
      if (document.visibilityState === 'visible') {
        void this.readClock();
      }
    };
    window.addEventListener('hashchange', onRoute);
    window.addEventListener('online', onNet);
    window.addEventListener('offline', onNet);
    document.addEventListener('visibilitychange', onWake);
    const ticking = setInterval(() => this.tick(), 1_000);
    const looking = setInterval(() => void this.readClock(), 60_000);
    const second = setTimeout(() => void this.readClock(), 6_000);
    this.stops.push(
      () => window.removeEventListener('hashchange', onRoute),
      () => window.removeEventListener('online', onNet),
      () => window.removeEventListener('offline', onNet),
      () => document.removeEventListener('visibilitychange', onWake),
      () => clearInterval(ticking),
      () => clearInterval(looking),
      () => clearTimeout(second),
    );
    void this.readClock();
    this.route(false);
  }

  private async readClock(): Promise<void> {
    await this.context.api.readClock(this.context.clock);
    this.tick();
  }

  private route(isMove: boolean): void {
    const { make, rest, path } = routeOf(location.hash);
    this.show(make, rest, isMove);
    for (const [target, link] of this.links) {
      if (target === path) {
        link.setAttribute('aria-current', 'page');
        link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      } else {
        link.removeAttribute('aria-current');
      }
    }
  }

  private show(make: MakePage, rest: string, isMove: boolean): void {
    this.page?.stop();
    this.page = make(this.context, rest);
    document.title = `${this.page.title} \u00b7 Maestro`;
    this.main.replaceChildren(this.page.node);
    if (isMove) {
      window.scrollTo(0, 0);
      this.main.querySelector('h1')?.focus({ preventScroll: true });
    }
  }

  /** Only the rules, or a membership that is not there, say that it has ended; silence does not. */
  private membership(live: Live<Role | undefined>): void {
    const isRefused = live.state === 'failed' && live.failure === DENIED;
    this.isMember = !isRefused && !(live.state === 'ready' && live.value === undefined);
    this.main.hidden = !this.isMember;
    this.tick();
  }

  /** Once a second: ages move on, and banners say what is not as it should be. */
  private tick(): void {
    const now = this.context.clock.now();
    for (const node of this.main.querySelectorAll('[data-age]')) {
      const shown = span(now - Number(node.getAttribute('data-age')));
      if (node.textContent !== shown) {
        node.textContent = shown;
      }
    }
    const wanted = this.sentences(now);
    if (wanted.join('\n') !== [...this.banners.children].map((child) => child.textContent).join('\n')) {
      this.banners.replaceChildren(...wanted.map((sentence) => h('p', { class: 'banner' }, sentence)));
    }
  }

  private sentences(now: number): string[] {
    const all: string[] = [];
    if (!this.isMember) {
      return [
        `You are no member of ${this.context.session.tenant} (any more), so nothing is shown. Ask an admin of the tenant to add you, then load this page anew; or sign in as somebody else.`,
      ];
    }
    if (!navigator.onLine || this.isOffline) {
      all.push('Offline: what is shown is what was known last. It goes on by itself once the database answers.');
    }
    const old = this.newest ? now - this.newest.getTime() : 0;
    if (old > STALE_MS) {
      all.push('The newest cycle is older than 10 minutes: what is shown may not be true any more. Look at the schedule and the logs of conduct.');
    }
    const ahead = this.context.clock.viewerAhead;
    if (ahead !== undefined && Math.abs(ahead) > 60_000) {
      all.push(`The clock of this device is ${plural(Math.round(Math.abs(ahead) / 60_000), 'minute')} ${ahead > 0 ? 'ahead' : 'behind'}; ages here go by the server's.`);
    }
    return all;
  }
}

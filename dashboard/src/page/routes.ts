import { configPage, membersPage } from './config';
import { decisionsPage, eventsPage } from './decisions';
import { firstPage } from './first';
import { intentsPage } from './intents';
import { journalPage } from './journal';
import type { MakePage } from './page';
import { pageOf } from './page';
import { strategiesPage } from './strategies';
import { weightsPage } from './weights';

/** A screen that the navigation names. */
interface Screen {
  readonly path: string;
  readonly title: string;
  readonly make: MakePage;
}

export const SCREENS: readonly Screen[] = [
  { path: '#/', title: 'Overview', make: firstPage },
  { path: '#/weights', title: 'Weights', make: weightsPage },
  { path: '#/strategies', title: 'Strategies', make: strategiesPage },
  { path: '#/decisions', title: 'Decisions', make: decisionsPage },
  { path: '#/events', title: 'Events', make: eventsPage },
  { path: '#/intents', title: 'Orders', make: intentsPage },
  { path: '#/journal', title: 'Journal', make: journalPage },
  { path: '#/config', title: 'Configuration', make: configPage },
  { path: '#/members', title: 'Members', make: membersPage },
];

/** The screen of an address, and what stands behind its name. */
export function routeOf(hash: string): { make: MakePage; rest: string; path: string } {
  const [, first = '', ...others] = (hash || '#/').split('/');
  const path = '#/' + first;
  const screen = SCREENS.find((known) => known.path === path);
  const rest = decoded(others.join('/'));
  return screen
    ? { make: screen.make, rest, path }
    : { make: () => pageOf('No such screen', 'The address names nothing here; the links above lead on.', []), rest, path };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

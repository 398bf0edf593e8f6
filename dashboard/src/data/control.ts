import { CONTROL_STATES } from './summary';
import { type Fields, flag, oneOf, text, time, whole } from './read';

export type TradingState = (typeof CONTROL_STATES)[number];

/** A kill switch as it stands. */
export interface Switch {
  readonly state: TradingState;
  readonly reason: string | undefined;
  readonly by: string | undefined;
  readonly at: Date | undefined;
  readonly flatten: boolean;
  readonly fence: number | undefined;
}

const UNREADABLE: Switch = {
  state: 'REDUCING',
  reason: 'the kill switch is missing or cannot be read',
  by: undefined,
  at: undefined,
  flatten: false,
  fence: undefined,
};

/** The tenant's switch, as the functions read it: missing or unreadable counts as REDUCING. */
export function readSwitch(raw: Fields | undefined): Switch {
  const written = oneOf(raw?.['state'], CONTROL_STATES);
  if (!raw || !written) {
    return UNREADABLE;
  }
  const fence = whole(raw['fence'] ?? 0);
  const state = fence === undefined && written === 'ACTIVE' ? 'REDUCING' : written;
  return {
    state,
    reason: text(raw['reason']),
    by: text(raw['by']),
    at: time(raw['at']),
    flatten: state === 'REDUCING' && flag(raw['flatten']) === true,
    fence,
  };
}

/** The switch of all tenants; one that nobody ever threw is ACTIVE. */
export function readGlobalSwitch(raw: Fields | undefined): Switch {
  return raw ? readSwitch(raw) : { ...UNREADABLE, state: 'ACTIVE', reason: undefined };
}

/** The tighter of two. */
export function tighter(one: Switch, other: Switch): Switch {
  return CONTROL_STATES.indexOf(other.state) > CONTROL_STATES.indexOf(one.state) ? other : one;
}

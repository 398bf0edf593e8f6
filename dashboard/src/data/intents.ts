import type { Row } from './firebase';
import { number, rows, text, time } from './read';

/** What happened to an order, in order. */
export interface Step {
  readonly at: Date | undefined;
  readonly state: string | undefined;
  readonly by: string | undefined;
  readonly why: string | undefined;
}

/** An order from birth to end. */
export interface Intent {
  readonly nonce: string;
  readonly kind: string | undefined;
  readonly state: string | undefined;
  readonly strategy: string | undefined;
  readonly symbol: string | undefined;
  readonly side: string | undefined;
  readonly notional: number | undefined;
  readonly quantity: number | undefined;
  readonly price: number | undefined;
  readonly filledQuantity: number | undefined;
  readonly filledNotional: number | undefined;
  readonly fees: number | undefined;
  readonly reservedAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly history: readonly Step[];
}

export function readIntent({ id, fields: raw }: Row): Intent {
  return {
    nonce: text(raw['nonce']) ?? id,
    kind: text(raw['kind']),
    state: text(raw['state']),
    strategy: text(raw['strategy']),
    symbol: text(raw['symbol']),
    side: text(raw['side']),
    notional: number(raw['notional']),
    quantity: number(raw['quantity']),
    price: number(raw['price']),
    filledQuantity: number(raw['filled_quantity']),
    filledNotional: number(raw['filled_notional']),
    fees: number(raw['fees']),
    reservedAt: time(raw['reserved_at']),
    expiresAt: time(raw['expires_at']),
    history: rows(raw['history']).map((step) => ({
      at: time(step['at']),
      state: text(step['state']),
      by: text(step['by']),
      why: text(step['why']),
    })),
  };
}

/** A state that an order leaves again. */
export function isOpen(intent: Intent): boolean {
  return intent.state === 'RESERVED' || intent.state === 'CLAIMED' || intent.state === 'UNKNOWN';
}

import type { Row } from './firebase';
import { type Evidence, readEvidence } from './throttle';
import { type Fields, fields, flag, number, rows, text, texts, time, whole } from './read';

/** What became of one signal. */
export interface SignalVerdict {
  readonly strategy: string;
  readonly action: string | undefined;
  readonly originalAction: string | undefined;
  readonly symbol: string | undefined;
  readonly verdict: string | undefined;
  readonly verdictText: string | undefined;
  readonly reasons: readonly string[];
  readonly cuts: readonly Cut[];
  readonly reasoning: string | undefined;
  readonly error: string | undefined;
  readonly allocation: number | undefined;
  readonly originalAllocation: number | undefined;
  readonly confidence: number | undefined;
  readonly notional: number | undefined;
  readonly quantity: number | undefined;
  readonly price: number | undefined;
  readonly stopPrice: number | undefined;
  readonly mode: string | undefined;
  readonly multiplier: number | undefined;
  readonly nonce: string | undefined;
}

/** An order that was made smaller. */
export interface Cut {
  readonly code: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** What the throttle said of one strategy in a cycle. */
export interface AllocationDecision {
  readonly strategy: string;
  readonly mode: string | undefined;
  readonly admission: string | undefined;
  readonly reasoning: string | undefined;
  readonly sharpe: number | undefined;
  readonly standardError: number | undefined;
  readonly days: number | undefined;
  readonly originalAllocation: number | undefined;
  readonly finalAllocation: number | undefined;
  readonly evidence: Evidence | undefined;
  /** What the throttle's other method would have called for. */
  readonly otherMethod: string | undefined;
}

/** A decision record: all that one cycle decided. */
export interface DecisionRecord {
  readonly id: string;
  readonly at: Date | undefined;
  readonly slot: Date | undefined;
  readonly seq: number | undefined;
  readonly sessionId: string | undefined;
  readonly summary: string | undefined;
  readonly narrated: boolean;
  readonly systemic: boolean | undefined;
  readonly systemicDetails: string | undefined;
  readonly riskMode: string | undefined;
  readonly riskReasons: readonly string[];
  readonly policy: Fields | undefined;
  readonly signals: readonly SignalVerdict[];
  readonly allocations: readonly AllocationDecision[];
  readonly rankings: readonly { readonly strategy: string; readonly score: number | undefined; readonly eligible: boolean | undefined }[];
  readonly weights: ReadonlyMap<string, number>;
  readonly durationMs: number | undefined;
  readonly hash: string | undefined;
  readonly previousHash: string | undefined;
  readonly configHash: string | undefined;
  readonly inputHash: string | undefined;
  readonly engineVersion: string | undefined;
}

export function readRecord({ id, fields: raw }: Row): DecisionRecord {
  return {
    id,
    at: time(raw['timestamp']),
    slot: time(raw['cycle_slot']),
    seq: whole(raw['seq']),
    sessionId: text(raw['session_id']),
    summary: text(raw['ai_summary']),
    narrated: text(fields(raw['narration'])?.['source']) === 'vertex',
    systemic: flag(raw['systemic_risk_detected']),
    systemicDetails: text(raw['systemic_risk_details']),
    riskMode: text(raw['risk_mode']),
    riskReasons: texts(raw['risk_reasons']),
    policy: fields(raw['policy']),
    signals: rows(raw['signals']).map(readVerdict),
    allocations: rows(raw['allocation_decisions']).map(readAllocation),
    rankings: rows(raw['rankings']).map((row) => ({
      strategy: text(row['strategy_id']) ?? '',
      score: number(row['score']),
      eligible: flag(row['eligible']),
    })),
    weights: new Map(
      Object.entries(fields(raw['weights']) ?? {}).flatMap(([agent, weight]): [string, number][] => {
        const known = number(weight);
        return known === undefined ? [] : [[agent, known]];
      }),
    ),
    durationMs: whole(raw['duration_ms']),
    hash: text(raw['hash']),
    previousHash: text(raw['previous_hash']),
    configHash: text(raw['config_hash']),
    inputHash: text(raw['input_hash']),
    engineVersion: text(raw['engine_version']),
  };
}

function readVerdict(row: Fields): SignalVerdict {
  return {
    strategy: text(row['strategy']) ?? '',
    action: text(row['action']),
    originalAction: text(row['original_action']),
    symbol: text(row['symbol']),
    verdict: text(row['verdict']),
    verdictText: text(row['verdict_text']),
    reasons: texts(row['reasons']),
    cuts: rows(row['cuts']).flatMap((cut) => {
      const code = text(cut['code']);
      return code ? [{ code, from: number(cut['from']), to: number(cut['to']) }] : [];
    }),
    reasoning: text(row['reasoning']),
    error: text(row['error']),
    allocation: number(row['allocation']),
    originalAllocation: number(row['original_allocation']),
    confidence: number(row['confidence']),
    notional: number(row['notional']),
    quantity: number(row['quantity']),
    price: number(row['price']),
    stopPrice: number(row['stop_price']),
    mode: text(row['mode']),
    multiplier: number(row['weight_multiplier']),
    nonce: text(row['nonce']),
  };
}

function readAllocation(row: Fields): AllocationDecision {
  return {
    strategy: text(row['strategy_name']) ?? '',
    mode: text(row['mode']),
    admission: text(row['admission']),
    reasoning: text(row['reasoning']),
    sharpe: number(row['sharpe_ratio']),
    standardError: number(row['standard_error']),
    days: whole(row['days']),
    originalAllocation: number(row['original_allocation']),
    finalAllocation: number(row['final_allocation']),
    evidence: readEvidence(row['evidence']),
    otherMethod: text(row['other_method']),
  };
}

import { type Fields, fields, number, rows, text, texts, time, whole } from './read';

/** An agent's weight and what it was judged by. */
export interface AgentWeight {
  readonly agent: string;
  readonly weight: number | undefined;
  readonly standing: string | undefined;
  readonly sharpe: number | undefined;
  readonly standardError: number | undefined;
  readonly trades: number | undefined;
  readonly meanReturn: number | undefined;
  readonly lastClosedAt: Date | undefined;
}

/** The weights of a user, heaviest first. */
export interface Weights {
  readonly agents: readonly AgentWeight[];
  readonly cash: number | undefined;
  readonly revision: number | undefined;
  readonly computedAt: Date | undefined;
  readonly cause: string | undefined;
  readonly warnings: readonly string[];
  readonly rejectedCount: number | undefined;
}

export function readWeights(raw: Fields | undefined): Weights | undefined {
  if (!raw) {
    return undefined;
  }
  const facts = new Map(rows(raw['agents']).map((row) => [text(row['agent_id']), row]));
  const agents = Object.entries(fields(raw['weights']) ?? {}).map(([agent, weight]) => {
    const known = facts.get(agent);
    return {
      agent,
      weight: number(weight),
      standing: text(known?.['standing']),
      sharpe: number(known?.['sharpe']),
      standardError: number(known?.['standard_error']),
      trades: whole(known?.['trades']),
      meanReturn: number(known?.['mean_return']),
      lastClosedAt: time(known?.['last_closed_at']),
    };
  });
  agents.sort((a, b) => (b.weight ?? -1) - (a.weight ?? -1) || a.agent.localeCompare(b.agent));
  return {
    agents,
    cash: number(raw['cash']),
    revision: whole(raw['revision']),
    computedAt: time(raw['computed_at']),
    cause: text(fields(raw['cause'])?.['trade_id']),
    warnings: texts(raw['warnings']),
    rejectedCount: whole(raw['rejected_count']),
  };
}

/** A revision of the weights, as the log keeps it. */
export interface WeightsRevision {
  readonly at: Date;
  readonly weights: ReadonlyMap<string, number>;
}

export function readRevision(raw: Fields): WeightsRevision | undefined {
  const at = time(raw['timestamp']);
  const entries = Object.entries(fields(raw['weights']) ?? {}).flatMap(([agent, weight]): [string, number][] => {
    const known = number(weight);
    return known === undefined ? [] : [[agent, known]];
  });
  return at ? { at, weights: new Map(entries) } : undefined;
}

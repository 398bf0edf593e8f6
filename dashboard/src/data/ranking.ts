import { type Fields, fields, flag, number, rows, text, texts, whole } from './read';

/** A strategy as an evaluation would rank it now. */
export interface Ranked {
  readonly rank: number;
  readonly strategy: string;
  readonly name: string | undefined;
  readonly score: number | undefined;
  readonly parts: readonly (readonly [string, number | undefined])[];
  readonly eligible: boolean | undefined;
  readonly active: boolean | undefined;
  readonly onProbation: boolean | undefined;
  readonly onPaper: number | undefined;
  readonly regimeTags: readonly string[];
  readonly trades: number | undefined;
  readonly totalPnl: number | undefined;
  readonly winratePct: number | undefined;
  readonly profitFactor: number | undefined;
  readonly maxDrawdownPct: number | undefined;
  readonly avgR: number | undefined;
}

/** The API's answer to `GET /api/msc/strategies`, best first. */
export function readRanking(answer: unknown): readonly Ranked[] {
  return rows(fields(answer)?.['rankings']).map((row, at) => ranked(row, at + 1));
}

function ranked(row: Fields, rank: number): Ranked {
  const metrics = fields(row['metrics']);
  return {
    rank,
    strategy: text(row['strategy_id']) ?? '',
    name: text(row['strategy_name']),
    score: number(row['score']),
    parts: Object.entries(fields(row['score_breakdown']) ?? {}).map(([part, value]) => [part, number(value)] as const),
    eligible: flag(row['eligible']),
    active: flag(row['currently_active']),
    onProbation: flag(row['on_probation']),
    onPaper: whole(row['on_paper']),
    regimeTags: texts(fields(row['regime_compatibility'])?.['regime_tags']),
    trades: whole(metrics?.['total_trades']),
    totalPnl: number(metrics?.['total_pnl']),
    winratePct: number(metrics?.['winrate_pct']),
    profitFactor: number(metrics?.['profit_factor']),
    maxDrawdownPct: number(metrics?.['max_drawdown_pct']),
    avgR: number(metrics?.['avg_R_multiple']),
  };
}

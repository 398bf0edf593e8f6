import type { Evidence } from '../data/throttle';
import type { AllocationDecision } from '../data/record';
import { h } from './element';
import { count, fixed, fraction, UNKNOWN, word } from './format';
import { badge, figure, figures } from './parts';

const WORDS: Readonly<Record<string, string>> = {
  UNDECIDED: 'Nothing is shown either way.',
  PROVEN: 'Its Sharpe ratio was shown to be above 0; it may die all the same.',
  DIED: 'It was as good as claimed and is no more.',
  DISPROVED: 'It never was as good as claimed.',
};

/** What the record of a strategy proves, and what it could not have seen yet. */
export function evidencePanel(evidence: Evidence | undefined, decision: AllocationDecision | undefined): HTMLElement {
  const sharpe = decision?.sharpe;
  const error = decision?.standardError;
  return h(
    'div',
    { class: 'policy' },
    decision
      ? figures(
          figure('Sharpe ratio a year', fixed(sharpe, 2), interval(sharpe, error)),
          figure('Closed days', count(decision.days)),
          figure('Mode', badge(decision.mode)),
        )
      : null,
    decision?.reasoning ? h('p', { attrs: { dir: 'auto' } }, decision.reasoning) : null,
    evidence ? proof(evidence) : caution(decision?.days, error),
  );
}

function proof(evidence: Evidence): HTMLElement {
  return h(
    'div',
    { class: 'policy' },
    h('p', { class: 'badges' }, badge(evidence.word), h('span', {}, WORDS[evidence.word ?? ''] ?? '')),
    figures(
      figure('Expected Sharpe ratio', fixed(evidence.expectedSharpe, 2), between(evidence)),
      figure('Chance that it is negative', fraction(evidence.probabilityNegative, 0)),
      figure('Days with exposure', count(evidence.days)),
      figure('Mode by evidence', evidence.mode ? word(evidence.mode) : UNKNOWN),
    ),
    evidence.detection !== undefined
      ? h('p', { class: 'muted' }, `${count(evidence.days)} days: this could have caught a dead strategy in ${fraction(evidence.detection, 0)} of cases.`)
      : null,
  );
}

function between(evidence: Evidence): string | null {
  return evidence.low === undefined || evidence.high === undefined ? null : `${fixed(evidence.low, 2)} to ${fixed(evidence.high, 2)}`;
}

/** Two standard errors to each side. */
export function interval(value: number | undefined, error: number | undefined): string {
  return value === undefined || error === undefined ? 'interval unknown' : `95 % between ${fixed(value - 1.96 * error, 1)} and ${fixed(value + 1.96 * error, 1)}`;
}

function caution(days: number | undefined, error: number | undefined): HTMLElement {
  return h(
    'p',
    { class: 'muted' },
    days === undefined || error === undefined
      ? 'How sure that is, is unknown.'
      : `${count(days)} days say little: a strategy with a true Sharpe ratio of 0 shows more than ${fixed(1.96 * error, 1)}, or less than ${fixed(-1.96 * error, 1)}, in one of 20 cases by luck alone.`,
  );
}

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
  const known = evidence ?? decision?.evidence;
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
    decision?.otherMethod ? h('p', { class: 'muted', attrs: { dir: 'auto' } }, `The other method: ${decision.otherMethod}`) : null,
    known ? proof(known) : caution(decision?.days, error),
  );
}

function proof(evidence: Evidence): HTMLElement {
  return h(
    'div',
    { class: 'policy' },
    h('p', { class: 'badges' }, badge(evidence.word), h('span', {}, WORDS[evidence.word ?? ''] ?? '')),
    figures(
      figure('Expected Sharpe ratio', fixed(evidence.expectedSharpe, 2)),
      figure('Chance that it is negative', fraction(evidence.probabilityNegative, 0)),
      figure('Days with exposure', count(evidence.days)),
      figure('Mode by evidence', evidence.mode ? word(evidence.mode) : UNKNOWN),
    ),
    strip(evidence),
    evidence.reasoning ? h('p', { class: 'muted', attrs: { dir: 'auto' } }, evidence.reasoning) : null,
    evidence.detection !== undefined
      ? h('p', { class: 'muted' }, `${count(evidence.days)} days: this could have caught a dead strategy in ${fraction(evidence.detection, 0)} of cases.`)
      : null,
  );
}

/** How likely each true Sharpe ratio is, as a strip of bars; below 0 they are hatched. */
function strip(evidence: Evidence): HTMLElement | null {
  const heights = evidence.strip;
  if (heights.length === 0) {
    return null;
  }
  const said = `Where its true Sharpe ratio may be: ${fixed(evidence.expectedSharpe, 2)} is expected, below 0 with a chance of ${fraction(evidence.probabilityNegative, 0)}.`;
  return h(
    'div',
    { class: 'belief' },
    h(
      'div',
      { class: 'belief-bars', attrs: { role: 'img', 'aria-label': said } },
      heights.map((height, at) => h('span', { class: at < (heights.length - 1) / 2 ? 'below' : 'above', style: { height: `${(height / 35) * 100}%` } })),
    ),
    h('div', { class: 'belief-axis', attrs: { 'aria-hidden': 'true' } }, h('span', {}, '\u22124'), h('span', {}, '0'), h('span', {}, '4')),
    h('p', { class: 'muted' }, 'How likely each true Sharpe ratio is.'),
  );
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

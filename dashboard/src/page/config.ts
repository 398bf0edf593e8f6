import { fields, text, texts, time, whole } from '../data/read';
import { mapped } from '../data/source';
import { h, name } from '../view/element';
import { count, UNKNOWN, word } from '../view/format';
import { badge, broken, empty, figure, figures, table, when } from '../view/parts';
import type { Context } from './context';
import { listing } from './listing';
import { pageOf, type Page } from './page';
import { panel } from './panel';

interface Setting {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly source: string | undefined;
}

interface InForce {
  readonly version: number | undefined;
  readonly hash: string | undefined;
  readonly errors: readonly string[];
  readonly settings: readonly Setting[];
}

/** The configuration in force, and where each value comes from. */
export function configPage(context: Context): Page {
  const config = context.fetched('/api/maestro/config', readConfig);
  return pageOf('Configuration', "What is in force, and where each value comes from. './maestro tenant config' changes it.", [
    panel('Version', config, (known) => [
      figures(figure('Version', count(known.version)), figure('Hash', h('span', { class: 'hash' }, known.hash ?? UNKNOWN))),
      known.errors.length > 0
        ? broken({ title: 'A newer version cannot be used, so the last valid one stands.', mend: known.errors.join(' ') })
        : null,
    ]),
    listing<Setting>({
      title: 'Values',
      source: mapped(config, (known) => known.settings),
      view: (settings) =>
        table(
          'Settings in force',
          [
            { head: 'Setting', cell: (setting) => h('span', {}, h('span', { class: 'muted' }, setting.section + '.'), setting.key) },
            { head: 'Value', cell: (setting) => name(setting.value) },
            { head: 'From', cell: (setting) => badge(setting.source, setting.source === 'default' ? 'quiet' : 'good') },
          ],
          settings,
          (setting) => `${setting.section}.${setting.key}`,
        ),
      empty: () => empty('The API named no setting.', 'Load the page anew.'),
      text: (setting) => `${setting.section}.${setting.key} ${setting.value}`,
      choice: {
        label: 'From',
        options: ['tenant', 'environment', 'profile', 'default'].map((source) => [source, word(source)] as const),
        keeps: (setting, source) => setting.source === source,
      },
    }),
  ]);
}

function readConfig(answer: unknown): InForce {
  const raw = fields(answer);
  const sections = Object.entries(fields(raw?.['sections']) ?? {});
  return {
    version: whole(raw?.['version']),
    hash: text(raw?.['hash']),
    errors: texts(raw?.['errors']),
    settings: sections.flatMap(([section, values]) =>
      Object.entries(fields(values) ?? {}).map(([key, given]) => ({
        section,
        key,
        value: shown(fields(given)?.['value']),
        source: text(fields(given)?.['source']),
      })),
    ),
  };
}

function shown(value: unknown): string {
  return value === null || value === undefined ? 'none' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Who may do what. */
export function membersPage(context: Context): Page {
  return pageOf('Members', 'Who may do what in this tenant. An admin changes it with the API.', [
    panel('Everybody', context.all('users', 500), (found) =>
      found.length === 0
        ? empty('The tenant has no member.', "Add one: './maestro tenant member'.")
        : table(
            'Members and their roles',
            [
              { head: 'User', cell: (row) => name(row.id) },
              { head: 'Role', cell: (row) => badge(text(row.fields['role'])?.toUpperCase(), 'quiet') },
              { head: 'Strategies', cell: (row) => names(texts(row.fields['strategies'])) },
              { head: 'Accounts', cell: (row) => names(texts(row.fields['accounts'])) },
              { head: 'Since', cell: (row) => when(time(row.fields['added_at']), context.now) },
            ],
            found,
            (row) => row.id,
          ),
    ),
  ]);
}

function names(all: readonly string[]): HTMLElement {
  const some = all.slice(0, 6);
  return h('span', {}, some.map((one, at) => [at > 0 ? ', ' : '', name(one)]), all.length > some.length ? ` and ${all.length - some.length} more` : '');
}

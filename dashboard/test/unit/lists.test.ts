import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { listsOf, nameOf } from '../../src/data/lists';

interface Indexed {
  readonly fieldPath: string;
  readonly order: string;
}

const file = JSON.parse(readFileSync(new URL('../../../firestore.indexes.json', import.meta.url), 'utf8')) as {
  indexes: { collectionGroup: string; fields: Indexed[] }[];
  fieldOverrides: { collectionGroup: string; fieldPath: string; indexes: unknown[] }[];
};

test('every list that the page asks for has its index', () => {
  for (const [name, make] of Object.entries(listsOf('acme', 'ann'))) {
    const list = make(10);
    const group = list.path.split('/').at(-1);
    if (list.where.length === 0) {
      const isExempt = file.fieldOverrides.some((one) => one.collectionGroup === group && one.fieldPath === list.field);
      assert.equal(isExempt, false, `${name}: ${list.field} of ${group} is left out of the indexes`);
      continue;
    }
    const wanted = [...list.where.map((condition) => `${condition.field} ASCENDING`), `${list.field} DESCENDING`].join();
    const known = file.indexes.filter((index) => index.collectionGroup === group).map((index) => index.fields.map((field) => `${field.fieldPath} ${field.order}`).join());
    assert.ok(known.includes(wanted), `${name} needs the index ${wanted} on ${group}`);
  }
});

test('lists that ask for other things have other names', () => {
  const lists = Object.values(listsOf('acme', 'ann')).flatMap((make) => [make(5), make(20)]);
  assert.equal(new Set(lists.map(nameOf)).size, lists.length);
});

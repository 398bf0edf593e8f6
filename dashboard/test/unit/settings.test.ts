import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../src/data/settings';

const DEMO = { tenant: 'demo', people: [{ uid: 'operator', role: 'operator' }] };

test('settings that say too little are refused with the field that is missing', () => {
  const cases: [unknown, RegExp][] = [
    [[], /one JSON object/],
    [{ format: 2, project: 'p', apiKey: 'k' }, /format must be 1/],
    [{}, /project is missing/],
    [{ project: 'p' }, /apiKey is missing/],
    [{ project: 'real', firestoreEmulator: 'h:1', demo: DEMO }, /begins with demo-/],
    [{ project: 'demo-x', demo: DEMO }, /firestoreEmulator/],
    [{ project: 'demo-x', firestoreEmulator: 'nowhere', demo: DEMO }, /HOST:PORT/],
  ];
  for (const [raw, problem] of cases) {
    const read = readSettings(raw);
    assert.match('problem' in read ? read.problem : 'no problem', problem);
  }
});

test('a demo names its people and needs no key', () => {
  const read = readSettings({ project: 'demo-x', firestoreEmulator: '127.0.0.1:8080', demo: DEMO });
  assert.deepEqual('settings' in read && read.settings.demo, DEMO);
  assert.deepEqual('settings' in read && read.settings.firestoreEmulator, { host: '127.0.0.1', port: 8080 });
});

test('a deployment signs in for real', () => {
  const read = readSettings({ project: 'p', apiKey: 'k', api: 'https://x.example/', signIn: ['password', 'telepathy'] });
  assert.deepEqual('settings' in read && [read.settings.api, read.settings.ways, read.settings.demo], ['https://x.example', ['password'], undefined]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Malformed, UNREACHED } from '../../src/data/failure';
import { always, both, chosen, type Live, mapped, Source, tolerant, type Watch } from '../../src/data/source';

/** A listener that the test speaks for. */
class Told<R> {
  starts = 0;
  stops = 0;
  value: (raw: R, isOld: boolean) => void = () => undefined;
  error: (error: unknown) => void = () => undefined;

  readonly watch: Watch<R> = (value, error) => {
    this.starts += 1;
    this.value = value;
    this.error = error;
    return () => {
      this.stops += 1;
    };
  };
}

function seen<T>(): { all: Live<T>[]; told: (live: Live<T>) => void } {
  const all: Live<T>[] = [];
  return { all, told: (live) => all.push(live) };
}

test('many panels are one listener, and a late one is told at once', () => {
  const told = new Told<number>();
  const source = new Source(told.watch, (raw) => raw * 2);
  const first = seen<number>();
  const second = seen<number>();
  source.subscribe(first.told);
  told.value(21, false);
  source.subscribe(second.told);
  assert.equal(told.starts, 1);
  assert.deepEqual(second.all, [{ state: 'ready', value: 42, isOld: false }]);
  source.close();
  assert.equal(told.stops, 1);
});

test('what cannot be read is a failure with its mend, and the next value mends it', () => {
  const told = new Told<number>();
  const source = new Source(told.watch, (raw) => {
    if (raw < 0) {
      throw new Malformed('below nothing', 'store something else');
    }
    return raw;
  });
  const looks = seen<number>();
  source.subscribe(looks.told);
  told.value(-1, false);
  told.value(1, true);
  assert.deepEqual(looks.all.slice(1), [
    { state: 'failed', failure: { title: 'below nothing', mend: 'store something else' } },
    { state: 'ready', value: 1, isOld: true },
  ]);
  source.close();
});

test('a refusal ends the listener, and a person may try again', () => {
  const told = new Told<number>();
  const source = new Source(told.watch, (raw) => raw);
  const looks = seen<number>();
  source.subscribe(looks.told);
  told.error(Object.assign(new Error('no'), { code: 'permission-denied' }));
  assert.equal(looks.all[looks.all.length - 1]?.state, 'failed');
  source.retry();
  assert.equal(told.starts, 2);
  told.value(3, false);
  assert.deepEqual(looks.all[looks.all.length - 1], { state: 'ready', value: 3, isOld: false });
  source.close();
});

test('silence is said after a while, and the first answer ends it', async () => {
  const told = new Told<number>();
  const source = new Source(told.watch, (raw) => raw, 0);
  const looks = seen<number>();
  await new Promise<void>((resolve) => {
    source.subscribe((live) => {
      looks.told(live);
      if (live.state === 'failed') {
        resolve();
      }
    });
  });
  assert.deepEqual(looks.all[looks.all.length - 1], { state: 'failed', failure: UNREACHED });
  told.value(1, false);
  assert.deepEqual(looks.all[looks.all.length - 1], { state: 'ready', value: 1, isOld: false });
  assert.equal(told.starts, 1);
  source.close();
});

test('two together are ready when both are, and failed as soon as one is', () => {
  const a = new Told<number>();
  const b = new Told<number>();
  const looks = seen<readonly [number, number]>();
  const first = new Source(a.watch, (raw) => raw);
  const second = new Source(b.watch, (raw) => raw);
  both(first, second).subscribe(looks.told);
  a.value(1, false);
  assert.equal(looks.all[looks.all.length - 1]?.state, 'waiting');
  b.value(2, true);
  assert.deepEqual(looks.all[looks.all.length - 1], { state: 'ready', value: [1, 2], isOld: true });
  a.error(new Error('gone'));
  assert.equal(looks.all[looks.all.length - 1]?.state, 'failed');
  first.close();
  second.close();
});

test('what another source names is watched, and what it named before is not', () => {
  const names = new Told<string>();
  const source = new Source(names.watch, (raw) => raw);
  const one = always(1);
  const two = always(2);
  const looks = seen<number | undefined>();
  chosen(source, (name) => (name === 'one' ? one : name === 'two' ? two : undefined)).subscribe(looks.told);
  names.value('one', false);
  names.value('two', false);
  names.value('none', false);
  assert.deepEqual(looks.all.flatMap((live) => (live.state === 'ready' ? [live.value] : [])), [1, 2, undefined]);
  source.close();
});

test('a failure that may be tolerated is unknown', () => {
  const told = new Told<number>();
  const source = new Source(told.watch, (raw) => raw);
  const looks = seen<number | undefined>();
  tolerant(mapped(source, (value) => value + 1)).subscribe(looks.told);
  told.value(1, false);
  told.error(new Error('gone'));
  assert.deepEqual(looks.all.slice(1), [
    { state: 'ready', value: 2, isOld: false },
    { state: 'ready', value: undefined, isOld: false },
  ]);
  source.close();
});

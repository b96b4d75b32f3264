import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { codeOf } from '@testing/code-of.js';
import { expect, it } from 'vitest';
import { readFeedback } from './read.js';

const parsed = (name: string, bytes = readFileSync(new URL(name, import.meta.url))) =>
  JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
const first = () => parsed('testing/feedback-1.json.gz');
const newest = () => parsed('../../../../examples/vision_feedback_example.json');

it('reads what the program writes now as it is', () => {
  expect(readFeedback(newest())).toEqual(newest());
});

it('reads version 1, with all that is in it, and says what it does not know', () => {
  const { version, judge, ...rest } = first();
  const read = readFeedback(first());
  expect([version, read.version]).toEqual([1, 2]);
  expect(read).toMatchObject({ ...rest, skipped: [] });
  expect(read.judge).toEqual({ ...judge, dtype: null, thresholds: null, errorRates: null });
  expect(readFeedback({ ...first(), judge: null }).judge).toBeNull();
  // A later program of that version named what was left out.
  const skipped = [{ name: 'notes.png', reason: 'no shot uses it' }];
  expect(readFeedback({ ...first(), skipped }).skipped).toEqual(skipped);
});

it.each([
  ['no feedback', () => ({ shots: [] }), 'format'],
  ['no object', () => [newest()], 'format'],
  ['no version', () => ({ ...newest(), version: undefined }), 'version'],
  ['version 0', () => ({ ...newest(), version: 0 }), 'version'],
  ['half a version', () => ({ ...newest(), version: 1.5 }), 'version'],
  ['a later version', () => ({ ...newest(), version: 3 }), 'reads up to 2'],
  [
    'a field of another kind',
    () => ({ ...newest(), totals: { ...newest().totals, shots: '24' } }),
    'totals.shots',
  ],
  ['version 2 without what is new in it', () => ({ ...newest(), judge: first().judge }), 'judge.dtype'],
])('refuses %s, naming the field', (_what, value, named) => {
  expect(codeOf(() => readFeedback(value()))).toBe('BAD_FILE');
  expect(() => readFeedback(value())).toThrow(named);
});

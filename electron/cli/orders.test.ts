/** Words of others that would order a terminal about: they are shown for what they are, and JSON stays what it was. */
import { ContinuistError } from '@shared/errors.js';
import type { Job } from '@shared/job.js';
import { expect, it, vi } from 'vitest';
import { jsonLine, jsonText } from './json-text.js';
import { run } from './program.js';

const ORDERS = 'a\u001b[2J\u009b31m\u202eb\u0007';

const asked = vi.hoisted(() => ({ fails: true }));
vi.mock('./commands.js', () => ({
  analyse: async (
    _board: string,
    _flags: object,
    shell: { print(text: string): void; note(text: string): void },
  ) => {
    shell.print(ORDERS);
    shell.note(`${ORDERS}\nsecond line`);
    if (asked.fails) throw new ContinuistError('JUDGE_UNAVAILABLE', ORDERS);
    return 0;
  },
}));

it('on stdout and stderr, and in what went wrong', async () => {
  const out: string[] = [];
  const error: string[] = [];
  await run(['analyse', 'board'], {
    out: (text) => void out.push(text),
    error: (text) => void error.push(text),
    signal: new AbortController().signal,
    progress: () => ({ show: () => undefined, end: () => undefined }),
  });
  const shown = 'a\\u{1b}[2J\\u{9b}31m\\u{202e}b\\u{7}';
  expect(out).toEqual([shown]);
  expect(error[0]).toBe(`${shown}\nsecond line`);
  expect(error[1]).toContain(shown);
});

it('in JSON, which holds the same as before', () => {
  for (const text of [
    jsonText({ text: ORDERS, ok: 'ünïcode 👩‍🎨' }),
    jsonLine({ text: ORDERS } as unknown as Job),
  ]) {
    expect([...text].filter((one) => /[^\P{Cc}\n]|\p{Bidi_Control}/u.test(one))).toEqual([]);
    expect(JSON.parse(text).text).toBe(ORDERS);
  }
  expect(jsonText({ ok: 'ünïcode 👩‍🎨' })).toContain('ünïcode 👩‍🎨');
});

import { fileURLToPath } from 'node:url';
import { ContinuistError } from '@shared/errors.js';
import { expect, it, onTestFinished } from 'vitest';
import { callsTo, settled } from './calls.js';
import { notJudged, notLoaded } from './fault.js';
import { forkChild } from './node-child.js';

it('keeps an error that the artist is meant to read, and gives any other its reason in one line', () => {
  const known = new ContinuistError('IMAGE_UNREADABLE', 'no picture');
  const native = new Error('/src/session.cc:9 IsOk was false. Unexpected input data type\n at 0x7f');
  for (const [fault, code] of [
    [notLoaded, 'JUDGE_UNAVAILABLE'],
    [notJudged, 'INTERNAL'],
  ] as const) {
    expect(fault(known)).toBe(known);
    expect(fault(native)).toMatchObject({
      code,
      message: expect.stringMatching(/: Unexpected input data type$/),
    });
    expect(fault(new Error('std::bad_alloc'))).toMatchObject({ code: 'OUT_OF_MEMORY' });
  }
});

it('crosses from the process with its reason', async () => {
  const child = forkChild(fileURLToPath(new URL('./entry.ts', import.meta.url)));
  onTestFinished(child.kill);
  const asked = { file: 'frame.png', region: null, questions: [], whole: null };
  const { error } = await settled(callsTo(child).judge(asked));
  expect(error).toMatchObject({
    code: 'INTERNAL',
    message: expect.stringMatching(/: judge was called before load$/),
  });
});

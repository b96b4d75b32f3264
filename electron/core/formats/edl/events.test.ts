import { EMPTY_DERIVED, type Finding } from '@shared/analysis.js';
import { FRAME_RATES } from '@shared/frame-rate.js';
import { aBoard, aNote } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutOf } from '../editorial/cut.js';
import { feedbackOf } from '../feedback/feedback.js';
import { contextOf } from '../testing/context.js';
import { edlOf } from './events.js';

const FINDING = {
  key: 'a',
  shotId: 'shot-0',
  severity: 'high',
  message: 'No\numbrella.',
  evidence: [],
  dismissed: false,
} as unknown as Finding;

function edl(
  frameRate: keyof typeof FRAME_RATES,
  durations: readonly (number | null)[],
  description?: string,
): string {
  const board = aBoard(durations.length);
  const shot = Object.fromEntries(
    Object.values(board.shot).map((one, at) => [
      one.id,
      {
        ...one,
        duration: durations[at] ?? null,
        ...(at === 1 && { pickId: null, note: 'to do' }),
        ...(description !== undefined && { description }),
      },
    ]),
  );
  const derived = { ...EMPTY_DERIVED, findings: [FINDING] };
  const comment = { c: aNote('c') };
  const context = contextOf({ ...board, shot, comment }, { derived }, { target: '/board', frameRate });
  return edlOf(cutOf(context, feedbackOf(context)));
}

it('has an event for each shot, with its picture, words, findings and note', () => {
  expect(edl('24', [2.5, null]).split('\r\n')).toEqual([
    'TITLE: Harbour',
    'FCM: NON-DROP FRAME',
    '',
    '001  AX       V     C        00:00:00:00 00:00:02:12 01:00:00:00 01:00:02:12',
    '* FROM CLIP NAME: SHOT 1 0.png',
    '* SOURCE FILE: frames/0.png',
    '* COMMENT: Mira waits under a red umbrella',
    '* LOC: 01:00:00:00 RED     No umbrella.',
    '* LOC: 01:00:00:00 GREEN   Ann, 2026-11-28: Darker, please',
    '',
    '002  BL       V     C        00:00:00:00 00:00:02:00 01:00:02:12 01:00:04:12',
    '* FROM CLIP NAME: SHOT 2',
    '* COMMENT: Mira waits under a red umbrella',
    '* LOC: 01:00:02:12 GREEN   to do',
    '',
  ]);
});

it('says nothing where nothing is described, and no more than has room in a line, without spaces at its end', () => {
  const said = (description: string) =>
    edl('24', [1], description)
      .split('\r\n')
      .slice(5)
      .filter((line) => line !== '' && !line.includes('LOC'));
  expect(said('')).toEqual(['* SOURCE FILE: frames/0.png']);
  expect(said('a mule\n')[1]).toBe('* COMMENT: a mule');
  expect(said('a'.repeat(5000))[1]?.length).toBeLessThan(5000);
});

it('says that it drops numbers, and begins at the hour all the same', () => {
  const text = edl('29.97', [60]);
  expect(text).toContain('FCM: DROP FRAME');
  expect(text).toContain('00:00:00;00 00:00:59;28 01:00:00;00 01:00:59;28');
});

it('has no gap between its events, at any rate and of any durations', () => {
  const rates = fc.constantFrom(...(Object.keys(FRAME_RATES) as (keyof typeof FRAME_RATES)[]));
  const durations = fc.array(fc.option(fc.double({ min: 0.001, max: 600, noNaN: true })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(rates, durations, (rate, seconds) => {
      const events = edl(rate, seconds)
        .split('\r\n')
        .filter((line) => /^\d{3} /.test(line));
      expect(events).toHaveLength(seconds.length);
      const times = events.map((line) => line.trim().split(/\s+/).slice(-4));
      expect(times[0]?.[2]).toMatch(/^01:00:00[:;]00$/);
      for (const [at, [, , begin, end]] of times.entries()) {
        expect(begin).not.toBe(end);
        if (at > 0) expect(begin).toBe(times[at - 1]?.[3]);
      }
    }),
    { numRuns: 200 },
  );
});

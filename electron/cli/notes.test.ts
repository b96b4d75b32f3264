import { feedbackOf } from '@core/formats/index.js';
import { EMPTY_DERIVED } from '@shared/analysis.js';
import type { FeedbackShot } from '@shared/feedback.js';
import { EMPTY_RECORDS } from '@shared/records/index.js';
import { aBoard, aRequest } from '@testing/records.js';
import { expect, it } from 'vitest';
import { EXIT, exitCodeOf } from './exit-code.js';
import { noteOnGone, noteOnNothing, noteOnOutdated, notesOnSource } from './notes.js';

it('says what was left out, up to a number of lines', () => {
  const left = Array.from({ length: 22 }, (_, at) => ({
    name: `${at}.png`,
    reason: 'its name holds no shot number',
  }));
  expect(notesOnSource(EMPTY_RECORDS, [])).toEqual([]);
  expect(notesOnSource(EMPTY_RECORDS, left.slice(0, 1))).toEqual([
    'Left out: 1\n  0.png: its name holds no shot number',
  ]);
  const lines = notesOnSource(EMPTY_RECORDS, left)[0]?.split('\n') ?? [];
  expect(lines).toHaveLength(22);
  expect([lines[0], lines[20], lines[21]]).toEqual([
    'Left out: 22',
    '  19.png: its name holds no shot number',
    '  and 2 more, which the feedback lists',
  ]);
});

it('a board of which nothing was judged, or at a picture of which the judge failed, has not passed', () => {
  const nothing = feedbackOf({
    board: {
      review: { records: EMPTY_RECORDS, folder: '/board', skipped: [] },
      derived: EMPTY_DERIVED,
      judge: null,
      fileOf: async () => '',
    },
    version: '1',
    frameRate: '24',
    generator: 'none',
    now: 0,
    target: null,
  });
  const some = { ...nothing, totals: { ...nothing.totals, judged: 1 } };
  expect(noteOnNothing(nothing)).toMatch(/^Nothing was judged/);
  expect(noteOnNothing(some)).toBeNull();
  expect(exitCodeOf(nothing, 'high')).toBe(EXIT.findings);
  expect(exitCodeOf(nothing, null)).toBe(EXIT.passed);
  expect(exitCodeOf(some, 'low')).toBe(EXIT.passed);
  const failed = { findings: [], judgeFailed: true } as unknown as FeedbackShot;
  expect(exitCodeOf({ ...some, shots: [failed] }, 'high')).toBe(EXIT.findings);
  expect(exitCodeOf({ ...some, shots: [failed] }, null)).toBe(EXIT.passed);
});

it('picks whose pictures are gone are told with their shots', () => {
  const board = aBoard(3);
  const [first = '', second = ''] = Object.values(board.shot).map(
    ({ pickId }) => board.take[pickId ?? '']?.sha256,
  );
  expect(noteOnGone(board, () => true)).toBeNull();
  expect(noteOnGone(board, (sha256) => sha256 !== second)?.split('\n')).toEqual([
    expect.stringMatching(/^Not where they were: 1\. .*put these pictures back/),
    expect.stringMatching(/^ {2}Shot \S+: \S+$/),
  ]);
  // What could never be read is told elsewhere, and what is left out of play nowhere.
  const unread = Object.fromEntries(
    Object.entries(board.take).map(([id, take]) => [id, { ...take, unreadable: 'no picture' }]),
  );
  expect(noteOnGone({ ...board, take: unread }, () => false)).toBeNull();
  expect(first).not.toBe(second);
});

it('what was approved for something that changed since is told with its shots and why', () => {
  const board = aBoard(2);
  const basis = { description: 'x', prompt: 'x', canon: [], picture: null, answers: [] };
  const request = {
    r: aRequest('r', { basis }),
    s: aRequest('s', { shotId: 'shot-1', fromTakeId: 'take-1' }),
  };
  expect(noteOnOutdated({ ...board, request })).toBe(
    [
      'Out of date: 1. Nothing is made of it before it is looked at in the window.',
      '  Shot 1: The description changed after you approved this. Look again.',
    ].join('\n'),
  );
  expect(noteOnOutdated(board)).toBeNull();
});

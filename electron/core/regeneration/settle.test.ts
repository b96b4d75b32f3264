import type { Board } from '@core/board/index.js';
import type { Request, Shot, Take } from '@shared/records/index.js';
import { aBoard, aRequest, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { settle, settleSet } from './settle.js';
import { heldReview } from './testing/held-review.js';

interface Around {
  readonly shot?: Partial<Shot>;
  readonly requests: readonly Request[];
  /** How well each take of shot 0 keeps to its words, 0–1; take 0 is the pick. */
  readonly kept: Readonly<Record<string, number>>;
  readonly running?: readonly string[];
  /** Takes of another shot. */
  readonly others?: readonly string[];
}

/** Shot 0 with these takes, as a board answers of it. */
function around({ shot = {}, requests, kept, running = [], others = [] }: Around) {
  const plain = aBoard(1);
  const takes = [
    ...Object.keys(kept).map((id): Take => ({ ...aTake(0), id })),
    ...others.map((id): Take => ({ ...aTake(1), id })),
  ];
  const review = heldReview({
    ...plain,
    shot: { 'shot-0': { ...(plain.shot['shot-0'] as Shot), status: 'approved', ...shot } },
    take: Object.fromEntries(takes.map((take) => [take.id, take])),
    request: Object.fromEntries(requests.map((one) => [one.id, one])),
  });
  const board = {
    review,
    take: (id: string) => review.records.take[id] as Take,
    isRunning: (id: string) => running.includes(id),
    asPick: async ({ id }: Take) => ({
      findings: [],
      analysis: {
        verdicts: [],
        scores: { description: kept[id], style: null, brand: null, quality: null },
      },
    }),
  } as unknown as Board;
  const after = () => {
    const { pickId, status } = review.records.shot['shot-0'] as Shot;
    return [pickId, status];
  };
  const request = requests[0] as Request;
  return {
    board,
    told: review.told,
    after,
    settled: () => settle(board, request, review.records.take.new as Take),
    setSettled: () => settleSet(board, request),
    lose: () => review.system('Lose the shot', (records) => ({ ...records, shot: {} })),
    records: () => review.records,
  };
}
const done = (id: string, fields: Partial<Request> = {}) =>
  aRequest(id, { state: 'done', resultTakeId: id, ...fields });

it('a take that was ordered alone becomes the pick where it is better, and waits for the artist either way', async () => {
  const better = around({ requests: [done('new')], kept: { 'take-0': 0.5, new: 0.8 } });
  expect(await better.settled()).toBe('better');
  expect(better.after()).toEqual(['new', 'pending']);
  const worse = around({ requests: [done('new')], kept: { 'take-0': 0.8, new: 0.5 } });
  expect(await worse.settled()).toBe('worse');
  expect(worse.after()).toEqual(['take-0', 'pending']);
  expect([better.told, worse.told]).toEqual([['Pick the better take'], ['Keep the better take']]);
});

it('a better candidate of several leaves the pick to the artist', async () => {
  const one = around({ requests: [done('new', { setId: 'set' })], kept: { 'take-0': 0.5, new: 0.8 } });
  expect(await one.settled()).toBe('better');
  expect([one.after(), one.told]).toEqual([['take-0', 'pending'], ['Keep the better take']]);
});

it('what the artist picked or decided meanwhile stays as they left it', async () => {
  const kept = { 'take-0': 0.5, new: 0.8, other: 0.1 };
  const picked = around({ requests: [done('new')], kept, shot: { pickId: 'other' } });
  await picked.settled();
  expect(picked.after()).toEqual(['other', 'pending']);
  const held = around({ requests: [done('new')], kept, shot: { status: 'on-hold' } });
  await held.settled();
  expect(held.after()).toEqual(['take-0', 'on-hold']);
  const own = around({
    requests: [done('new', { approvedBy: 'automatic' })],
    kept,
    shot: { status: 'needs-changes' },
  });
  await own.settled();
  expect(own.after()).toEqual(['new', 'pending']);
  const gone = around({ requests: [done('new')], kept });
  gone.lose();
  await gone.settled();
  expect(gone.records().shot).toEqual({});
});

it('the first picture of a shot, which is like one of another shot, becomes its pick', async () => {
  const first = around({
    requests: [done('new', { fromTakeId: 'take-1' })],
    kept: { new: 0.2 },
    others: ['take-1'],
    shot: { pickId: null },
  });
  expect(await first.settled()).toBe('better');
  expect([first.after(), first.told]).toEqual([['new', 'pending'], ['Pick the first take']]);
});

const SET = { setId: 'a', approvedBy: 'automatic' } as const;
const candidates = (second: Partial<Request> = {}) => [done('a', SET), done('b', { ...SET, ...second })];

it('of candidates of automatic mode the best becomes the pick once all are made and judged', async () => {
  const kept = { 'take-0': 0.5, a: 0.6, b: 0.9 };
  const all = around({ requests: candidates(), kept });
  await all.setSettled();
  expect([all.after(), all.told]).toEqual([['b', 'pending'], ['Pick the best candidate']]);
  for (const later of [
    around({ requests: candidates({ state: 'queued', resultTakeId: null }), kept }),
    around({ requests: candidates(), kept, running: ['a'] }),
  ]) {
    await later.setSettled();
    expect([later.after(), later.told]).toEqual([['take-0', 'approved'], []]);
  }
  // One that failed is waited for no longer, and another round's take is none of them.
  const failed = around({ requests: candidates({ state: 'failed', resultTakeId: null }), kept });
  await failed.setSettled();
  expect(failed.after()).toEqual(['a', 'pending']);
  const others = around({ requests: candidates({ setId: 'other' }), kept });
  await others.setSettled();
  expect(others.after()).toEqual(['a', 'pending']);
});

it('none becomes the pick where the take before is as good, or it was not automatic mode that ordered several', async () => {
  for (const board of [
    around({ requests: candidates(), kept: { 'take-0': 0.95, a: 0.6, b: 0.9 } }),
    around({ requests: [done('a', { ...SET, approvedBy: 'artist' })], kept: { 'take-0': 0.1, a: 0.9 } }),
    around({ requests: [done('a', { ...SET, setId: null })], kept: { 'take-0': 0.1, a: 0.9 } }),
  ]) {
    await board.setSettled();
    expect([board.after(), board.told]).toEqual([['take-0', 'approved'], []]);
  }
});

import type { Board } from '@core/board/index.js';
import type { Request, Shot, Take } from '@shared/records/index.js';
import { aBoard, aRequest, aTake } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { type AutomaticLimits, orderAutomatically, stopOf } from './automatic-orders.js';
import { heldReview } from './testing/held-review.js';

const LIMITS: AutomaticLimits = { rounds: 3, max: 10, generator: 'command' };
const SUGGESTION = {
  prompt: 'a girl under a red umbrella, snow',
  negativePrompt: 'rain',
  newSeed: false,
  edits: [{ findingKeys: ['weather:shot-0', 'style:shot-0'] }, { findingKeys: ['weather:shot-0'] }],
};

interface Around {
  readonly shot?: Partial<Shot>;
  readonly suggestion?: Partial<typeof SUGGESTION> | null;
  readonly requests?: readonly Request[];
}

/** Shot 0 on a board, and what is suggested for it. */
function around({ shot: fields = {}, suggestion = {}, requests = [] }: Around = {}) {
  const plain = aBoard(1);
  const shot = { ...(plain.shot['shot-0'] as Shot), ...fields };
  const review = heldReview({
    ...plain,
    shot: { 'shot-0': shot },
    request: Object.fromEntries(requests.map((one) => [one.id, one])),
  });
  const board = {
    review,
    suggestionFor: () => (suggestion ? { ...SUGGESTION, ...suggestion } : null),
    take: (id: string) => review.records.take[id] as Take,
  } as unknown as Board;
  const limited = (limits: Partial<AutomaticLimits>) => ({ ...LIMITS, ...limits });
  return {
    told: review.told,
    records: () => review.records,
    stop: (limits: Partial<AutomaticLimits> = {}, fruitless = 0) =>
      stopOf(board, shot, limited(limits), fruitless),
    order: (limits: Partial<AutomaticLimits> = {}) => orderAutomatically(board, shot, limited(limits)),
  };
}
const done = (id: string, fields: Partial<Request> = {}): Request =>
  aRequest(id, { state: 'done', approvedBy: 'automatic', seed: '7', ...fields });

describe('automatic mode orders no further round', () => {
  it.each<[string, Around, string | null]>([
    ['where all is open to it', {}, null],
    ['of a shot that is left out', { shot: { omitted: true } }, 'nothing open'],
    ['of a rejected shot', { shot: { status: 'rejected' } }, 'nothing open'],
    ['of a held shot', { shot: { status: 'on-hold' } }, 'nothing open'],
    ['but of an approved one', { shot: { status: 'approved' } }, null],
    ['where nothing is suggested', { suggestion: null }, 'nothing open'],
    ['where a picture may have been made', { requests: [aRequest('a', { state: 'unknown' })] }, 'unknown'],
    [
      'where what the artist approved waits for them',
      {
        requests: [
          aRequest('a', {
            basis: { description: 'another', prompt: '', canon: [], picture: null, answers: [] },
          }),
        ],
      },
      'waits',
    ],
    [
      'where the shot had its rounds',
      { requests: [done('a'), done('b', { round: 2 }), done('c', { round: 3 })] },
      'round limit',
    ],
    ['but before it had them', { requests: [done('a'), done('b', { round: 2 })] }, null],
  ])('%s', (_, board, stop) => {
    expect(around(board).stop()).toBe(stop);
  });

  it('after two rounds of this run or of earlier ones that brought nothing, unless it only rolls again', () => {
    const fruitless = 'two rounds brought nothing';
    expect(around().stop({}, 1)).toBeNull();
    expect(around().stop({}, 2)).toBe(fruitless);
    expect(around().stop({ reroll: true }, 2)).toBeNull();
    const requests = [done('a'), done('b', { round: 2 })].map((one) => ({ ...one, fromTakeId: 'take-0' }));
    expect(around({ requests }).stop()).toBeNull();
    expect(around({ requests }).stop({ countsEarlier: true })).toBe(fruitless);
    expect(around({ requests, shot: { pickId: 'take-9' } }).stop({ countsEarlier: true })).toBeNull();
  });
});

describe('what automatic mode orders', () => {
  it('is the suggestion, made from the pick, with what it answers', () => {
    const { order, records, told } = around({ requests: [done('a', { seed: '7' })] });
    const [request, ...others] = order();
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      shotId: 'shot-0',
      fromTakeId: 'take-0',
      prompt: SUGGESTION.prompt,
      negativePrompt: 'rain',
      seed: aTake(0).seed,
      generator: 'command',
      round: 2,
      setId: null,
      approvedBy: 'automatic',
      state: 'queued',
      declined: false,
      basis: { picture: aTake(0).sha256, answers: ['weather:shot-0', 'style:shot-0'] },
    });
    expect(request?.position).toBe(request?.createdAt);
    expect(Object.keys(records().request)).toEqual(['a', request?.id]);
    expect(told).toEqual(['Order round 2 of shot 1 automatically']);
  });

  it('keeps the seed only for words that were not tried with it', () => {
    const seed = (board: Around, limits: Partial<AutomaticLimits> = {}) =>
      around(board).order(limits)[0]?.seed;
    const own = aTake(0).seed as string;
    const ofOwn = { fromTakeId: 'take-0', seed: own };
    const { prompt, negativePrompt } = aTake(0);
    expect(negativePrompt).not.toBe(SUGGESTION.negativePrompt);
    expect(seed({})).toBe(own);
    expect(seed({ suggestion: { prompt } })).toBe(own);
    expect(seed({ suggestion: { negativePrompt } })).toBe(own);
    expect(seed({ requests: [done('a', { ...ofOwn, seed: '7' })] })).toBe(own);
    expect(seed({ requests: [done('a', { ...ofOwn, fromTakeId: 'take-9' })] })).toBe(own);
    for (const other of [
      seed({ suggestion: { newSeed: true } }),
      seed({ suggestion: { prompt, negativePrompt } }),
      seed({ requests: [done('a', ofOwn)] }),
      seed({}, { reroll: true }),
    ]) {
      expect(other).toMatch(/^\d{1,10}$/);
      expect(other).not.toBe(own);
    }
  });

  it('as candidates of one round differs in the seed alone, and only the first may keep it', () => {
    const [first, ...others] = around().order({ candidates: 3 });
    expect(others).toHaveLength(2);
    expect(first?.setId).toBe(first?.id);
    expect(first?.seed).toBe(aTake(0).seed);
    const { id: _, seed: __, ...same } = first as Request;
    for (const { id, seed, ...other } of others) {
      expect(other).toEqual(same);
      expect(seed).not.toBe(first?.seed);
    }
    expect(new Set([first, ...others].map((one) => one?.id)).size).toBe(3);
  });

  it('is the old words with another seed where it only rolls again, and answers nothing', () => {
    const { prompt, negativePrompt } = aTake(0);
    const [rolled] = around().order({ reroll: true });
    expect(rolled).toMatchObject({ prompt, negativePrompt, basis: { answers: [] } });
    expect(around({ suggestion: null }).order()[0]).toMatchObject({ prompt, negativePrompt });
  });
});

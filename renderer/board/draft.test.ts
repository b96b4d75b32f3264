import type { Edit } from '@shared/analysis.js';
import type { Mask, Request } from '@shared/records/index.js';
import { boardOf, shot, suggestion, take } from '@testing/derived-board.js';
import { aRequest } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import { editsOf, emptyDraft, isUnsent, proposalOf, withoutMade } from './draft.js';
import type { ShotView } from './shot-view.js';

/** The first shot, flagged: its suggestion makes the blue coat red. */
function viewOf(change: Partial<ShotView> = {}): ShotView {
  const { records, overview } = boardOf(1, [0]);
  const [view] = joinBoardView(records, overview, 3).views;
  if (!view) throw new Error('There is no such shot.');
  return { ...view, ...change };
}

const BLUE = 'a girl in a blue coat';
const RED = 'a girl in a red coat';
const draft = emptyDraft('t0');

const newSeed: Edit = {
  key: 'seed',
  kind: 'new-seed',
  reason: 'Another seed may obey',
  findingKeys: ['f0'],
  target: 'seed',
  remove: '',
  insert: '',
  at: 'in-place',
};

const request = (change: Partial<Request> = {}): Request =>
  aRequest('r0', {
    shotId: 's0',
    fromTakeId: 't0',
    prompt: 'a fox',
    seed: '7',
    generator: 'storybook',
    state: 'done',
    resultTakeId: 't9',
    createdAt: 0,
    ...change,
  });

describe('a proposal', () => {
  it('is the suggestion with the edits that are on', () => {
    const view = viewOf();
    expect(editsOf(view).map(({ key }) => key)).toEqual(['red']);
    expect(proposalOf(view, undefined)).toMatchObject({
      before: { prompt: BLUE, negativePrompt: '' },
      suggested: { prompt: RED, negativePrompt: '' },
      prompt: RED,
      acceptedEdits: ['red'],
      changes: true,
      edited: false,
      seed: 'keep',
      strength: null,
    });
    const off = proposalOf(view, { ...draft, off: ['red'] });
    expect(off).toMatchObject({ prompt: BLUE, acceptedEdits: [], changes: false, edited: false });
  });

  it('is of the pick: a suggestion or a draft for another take counts for nothing', () => {
    const other = viewOf({ suggestion: { ...suggestion(0), takeId: 'old' } });
    expect(editsOf(other)).toEqual([]);
    expect(proposalOf(other, undefined)).toMatchObject({ prompt: BLUE, changes: false });
    const typed = { ...emptyDraft('old'), prompt: 'a fox', negativePrompt: 'dog', seed: 'new' as const };
    expect(proposalOf(viewOf(), typed)).toMatchObject({ prompt: RED, negativePrompt: '', seed: 'keep' });
    expect(editsOf(viewOf({ suggestion: null }))).toEqual([]);
  });

  it('is none where there is no picture to start from', () => {
    expect(proposalOf(viewOf({ pick: null }), undefined)).toBeNull();
    expect(editsOf(viewOf({ pick: null }))).toEqual([]);
  });

  it('is the same object while the shot and what is typed are, and another when either is', () => {
    const view = viewOf();
    const typed = { ...draft, prompt: 'a fox' };
    const first = proposalOf(view, undefined);
    expect(proposalOf(view, undefined)).toBe(first);
    expect(proposalOf(view, typed)).toMatchObject({ prompt: 'a fox' });
    expect(proposalOf(view, typed)).toBe(proposalOf(view, typed));
    expect(proposalOf(view, { ...typed, prompt: 'a cat' })).toMatchObject({ prompt: 'a cat' });
    expect(proposalOf({ ...view, suggestion: null }, typed)).toMatchObject({ acceptedEdits: [] });
    expect(proposalOf(view, undefined)).toEqual(first);
  });

  it('takes what is typed by hand, the negative prompt too', () => {
    const prompt = proposalOf(viewOf(), { ...draft, prompt: 'a fox' });
    expect(prompt).toMatchObject({ prompt: 'a fox', negativePrompt: '', edited: true, changes: true });
    const negative = proposalOf(viewOf({ suggestion: null }), { ...draft, negativePrompt: 'dog' });
    expect(negative).toMatchObject({ prompt: BLUE, negativePrompt: 'dog', edited: true, changes: true });
    expect(proposalOf(viewOf(), { ...draft, strength: 0.4 })).toMatchObject({ strength: 0.4 });
  });

  it('keeps or renews the seed as the artist says, else as the edits say', () => {
    const plain = viewOf({ suggestion: null });
    expect(proposalOf(plain, { ...draft, seed: 'new' })).toMatchObject({ seed: 'new', changes: true });
    const renewing = viewOf({ suggestion: { ...suggestion(0), edits: [newSeed] } });
    expect(proposalOf(renewing, undefined)).toMatchObject({ seed: 'new', changes: true });
    expect(proposalOf(renewing, { ...draft, seed: 'keep' })).toMatchObject({ seed: 'keep', changes: false });
  });

  it('cannot keep a seed that is not known, and orders nothing for that alone', () => {
    const unknown = viewOf({ suggestion: null, pick: take(0, { seed: null }) });
    expect(proposalOf(unknown, { ...draft, seed: 'keep' })).toMatchObject({ seed: 'new', changes: false });
  });

  it('orders nothing without words', () => {
    const blank = proposalOf(viewOf(), { ...draft, prompt: ' \n', seed: 'new' });
    expect(blank).toMatchObject({ edited: true, changes: false });
  });

  it('starts from the description where no prompt is known', () => {
    const pick = take(0, { prompt: '' });
    const view = viewOf({ pick, suggestion: null, shot: shot(0, { prompt: '', description: BLUE }) });
    expect(proposalOf(view, undefined)).toMatchObject({
      before: { prompt: BLUE },
      prompt: BLUE,
      changes: false,
    });
    const suggested = proposalOf({ ...view, suggestion: suggestion(0) }, undefined);
    expect(suggested).toMatchObject({ before: { prompt: BLUE }, prompt: RED, changes: true });
  });

  it('starts from the words that are kept with the shot of an imported take', () => {
    const view = viewOf({ suggestion: null, shot: shot(0, { prompt: 'a fox' }) });
    expect(proposalOf(view, undefined)).toMatchObject({
      before: { prompt: BLUE },
      prompt: 'a fox',
      edited: false,
      changes: true,
    });
  });

  it('does not order the same words of the same take again', () => {
    const kept = { suggestion: null, shot: shot(0, { prompt: 'a fox', negativePrompt: 'dog' }) };
    const changes = (made: readonly Request[], seed: 'new' | null = null) =>
      proposalOf(viewOf({ ...kept, made }), { ...draft, seed })?.changes;
    const tried = request({ negativePrompt: 'dog' });
    expect(changes([tried])).toBe(false);
    expect(changes([tried], 'new')).toBe(true);
    expect(changes([{ ...tried, fromTakeId: 'old' }])).toBe(true);
    expect(changes([{ ...tried, prompt: 'a cat' }])).toBe(true);
    expect(changes([{ ...tried, negativePrompt: '' }])).toBe(true);
  });

  it('names the take that the same order has made', () => {
    const kept = { suggestion: null, shot: shot(0, { prompt: 'a fox', negativePrompt: 'dog' }) };
    const ours = request({ negativePrompt: 'dog' });
    const both = [take(0), take(9)];
    const tried = (change: Partial<ShotView>, typed: Partial<typeof draft> = {}) =>
      proposalOf(viewOf({ ...kept, made: [ours], takes: both, ...change }), { ...draft, ...typed })?.tried
        ?.id;
    expect(tried({})).toBe('t9');
    expect([
      tried({ takes: [take(0)] }),
      tried({ made: [] }),
      tried({}, { seed: 'new' }),
      tried({}, { prompt: 'a cat' }),
      // Its own words with another seed were asked for: nothing is suggested that was tried.
      tried({ made: [request({ prompt: BLUE })] }, { prompt: BLUE, negativePrompt: '' }),
    ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('typed words', () => {
  it('are unsent until the shot says them', () => {
    const words = { prompt: BLUE, negativePrompt: 'dog' };
    expect(isUnsent(undefined, words)).toBe(false);
    expect(isUnsent({ ...draft, off: ['red'], seed: 'new' }, words)).toBe(false);
    expect(isUnsent({ ...draft, prompt: 'a fox' }, words)).toBe(true);
    expect(isUnsent({ ...draft, negativePrompt: 'cat' }, words)).toBe(true);
    expect(isUnsent({ ...draft, prompt: BLUE }, words)).toBe(false);
    expect(isUnsent({ ...draft, prompt: BLUE, negativePrompt: 'dog' }, words)).toBe(false);
    expect(isUnsent({ ...draft, prompt: '' }, words)).toBe(true);
  });

  it('are forgotten when they have become a take, and only then', () => {
    const typed = { ...draft, prompt: 'a fox' };
    const negative = { ...emptyDraft('t1'), negativePrompt: 'dog' };
    const switches = { ...emptyDraft('t2'), off: ['red'] };
    const drafts = { t0: typed, t1: negative, t2: switches };
    const left = (...requests: Request[]) =>
      Object.keys(withoutMade(drafts, { request: Object.fromEntries(requests.map((one) => [one.id, one])) }));
    expect(left(request())).toEqual(['t1', 't2']);
    expect(left(request({ id: 'r1', fromTakeId: 't1', negativePrompt: 'dog' }))).toEqual(['t0', 't2']);
    expect(left(request({ fromTakeId: 't2' }))).toEqual(['t0', 't1', 't2']);
    for (const state of ['queued', 'running', 'failed', 'cancelled'] as const)
      expect(left(request({ state }))).toEqual(['t0', 't1', 't2']);
    expect(left(request({ prompt: 'a cat' }))).toEqual(['t0', 't1', 't2']);
    expect(withoutMade(drafts, { request: {} })).toBe(drafts);
  });
});

describe('a part of the picture', () => {
  const DOT: Mask = { shapes: [{ kind: 'brush', size: 0.2, points: [[0.5, 0.5]] }], feather: 0 };
  const erased: Mask = { ...DOT, shapes: [...DOT.shapes, { kind: 'eraser', size: 1, points: [[0.5, 0.5]] }] };
  const off = { ...draft, off: ['red'] };

  it('is made anew from the same words, once', () => {
    const view = viewOf();
    expect(proposalOf(view, off)).toMatchObject({ mask: null, changes: false });
    expect(proposalOf(view, { ...off, mask: DOT })).toMatchObject({ prompt: BLUE, mask: DOT, changes: true });
    const tried = viewOf({ made: [request({ prompt: BLUE, mask: DOT })] });
    expect(proposalOf(tried, { ...off, mask: DOT })).toMatchObject({ changes: false });
    expect(proposalOf(tried, { ...off, mask: { ...DOT, feather: 0.1 } })).toMatchObject({ changes: true });
    expect(proposalOf(tried, { ...off, mask: DOT, seed: 'new' })).toMatchObject({ changes: true });
  });

  it('of which everything is erased again is none', () => {
    expect(proposalOf(viewOf(), { ...off, mask: erased })).toMatchObject({ mask: null, changes: false });
  });

  it('does not stand for the whole picture: the suggestion can still be made', () => {
    const tried = viewOf({ made: [request({ prompt: RED, mask: DOT })] });
    expect(proposalOf(tried, draft)).toMatchObject({ prompt: RED, mask: null, changes: true });
  });
});

describe('a sentence, and pictures to look like', () => {
  const off = { ...draft, off: ['red'] };
  const references = [{ takeId: 't9', region: null }];

  it('make another picture of the same words, once', () => {
    for (const more of [{ instruction: 'Make it night.' }, { references }]) {
      expect(proposalOf(viewOf(), { ...off, ...more })).toMatchObject({
        prompt: BLUE,
        ...more,
        changes: true,
      });
      const tried = viewOf({ made: [request({ prompt: BLUE, ...more })] });
      expect(proposalOf(tried, { ...off, ...more })).toMatchObject({ changes: false });
      expect(proposalOf(tried, off)).toMatchObject({ changes: false });
      expect(proposalOf(tried, { ...off, ...more, seed: 'new' })).toMatchObject({ changes: true });
    }
    const tried = viewOf({ made: [request({ prompt: BLUE, instruction: 'Make it day.' })] });
    expect(proposalOf(tried, { ...off, instruction: 'Make it night.' })).toMatchObject({ changes: true });
  });

  it('of spaces alone is none, and what is said is changed in the picture, at no strength', () => {
    const spaces = proposalOf(viewOf(), { ...off, instruction: ' ', strength: 0.5 });
    expect(spaces).toMatchObject({ instruction: null, strength: 0.5, changes: false });
    const said = proposalOf(viewOf(), { ...off, instruction: ' Make it night. ', strength: 0.5 });
    expect(said).toMatchObject({ instruction: 'Make it night.', strength: null });
  });
});

import type { Mask } from '@shared/records/index.js';
import { boardOf, shot, take } from '@testing/derived-board.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from './board-view.js';
import {
  asOne,
  commandFor,
  commandsFor,
  type Deciding,
  hasPicture,
  outcomeOf,
  picturesOf,
} from './deciding.js';
import { emptyDraft } from './draft.js';
import { offered } from './offered.js';
import type { ShotView } from './shot-view.js';

const LIMIT = 3;

/** Shot 1 has a suggestion, shot 0 has not, shot 2 is approved, shot 3 cannot be read, shot 4 has no picture. */
function views(): readonly [ShotView, ShotView, ShotView, ShotView, ShotView] {
  const { records, overview } = boardOf(5, [1]);
  const board = joinBoardView(
    {
      ...records,
      shot: { ...records.shot, s2: shot(2, { status: 'approved' }), s4: shot(4, { pickId: null }) },
      take: { ...records.take, t3: take(3, { unreadable: 'The file is empty.' }) },
    },
    overview,
    LIMIT,
  );
  return board.views as unknown as ReturnType<typeof views>;
}

const APPROVE: Deciding = { type: 'approve' };
const typeOf = (view: ShotView, deciding: Deciding) => commandFor(view, deciding, {})?.type ?? null;

describe('approving a shot', () => {
  it('orders the suggested prompt, or takes the frame as it is', () => {
    const [clean, flagged] = views();
    expect(commandFor(clean, APPROVE, {})).toEqual({ type: 'approve-take', shotId: 's0', takeId: 't0' });
    expect(commandFor(flagged, APPROVE, {})).toEqual({
      type: 'approve-suggestion',
      shotId: 's1',
      takeId: 't1',
      prompt: 'a girl in a red coat',
      negativePrompt: '',
      seed: 'keep',
      strength: null,
      acceptedEdits: ['red'],
      answers: ['f1'],
      edited: false,
    });
  });

  it('orders the first picture of a shot that has none, where it has a prompt and no order, within the rounds', () => {
    const [, , , , last] = views();
    const bare = { ...last, takes: [] };
    const order = { type: 'order-first-picture', shotId: 's4' } as const;
    expect(commandFor(bare, APPROVE, {})).toEqual(order);
    expect(outcomeOf([bare], {})).toEqual({ orders: 1, asTheyAre: 0, awaited: 0, none: 0 });
    expect(picturesOf([order])).toBe(1);
    expect(offered([bare], {}).orders).toEqual([bare]);
    expect(typeOf({ ...bare, rounds: LIMIT }, APPROVE)).toBeNull();
    expect(typeOf({ ...bare, shot: { ...bare.shot, prompt: ' ' } }, APPROVE)).toBeNull();
    expect(typeOf({ ...bare, shot: { ...bare.shot, omitted: true } }, APPROVE)).toBeNull();
    expect(typeOf({ ...bare, request: {} as NonNullable<ShotView['request']> }, APPROVE)).toBeNull();
    expect(typeOf(bare, { type: 'approve-take' })).toBeNull();
  });

  it('orders what was approved elsewhere before anything else, within the rounds', () => {
    const [, flagged] = views();
    const again = { id: 'r', state: 'elsewhere' } as NonNullable<ShotView['again']>;
    const received = { ...flagged, again };
    expect(commandFor(received, APPROVE, {})).toEqual({ type: 'approve-again', requestId: 'r' });
    expect(outcomeOf([received], {})).toEqual({ orders: 1, asTheyAre: 0, awaited: 0, none: 0 });
    expect(typeOf({ ...received, rounds: LIMIT }, APPROVE)).toBe('approve-take');
    const request = {} as NonNullable<ShotView['request']>;
    expect(typeOf({ ...received, request }, APPROVE)).toBeNull();
  });

  it('orders what was typed, and nothing where every edit is off', () => {
    const [clean, flagged] = views();
    const typed = { t0: { ...emptyDraft('t0'), prompt: 'a fox' } };
    expect(commandFor(clean, APPROVE, typed)).toMatchObject({ prompt: 'a fox', edited: true });
    const mask: Mask = { shapes: [{ kind: 'brush', size: 0.3, points: [[0.5, 0.5]] }], feather: 0 };
    const part = commandFor(flagged, APPROVE, { t1: { ...emptyDraft('t1'), mask } });
    expect(part).toMatchObject({ type: 'approve-suggestion', mask });
    const more = { instruction: 'Make it night.', references: [{ takeId: 't0', region: null }] };
    expect(commandFor(flagged, APPROVE, { t1: { ...emptyDraft('t1'), ...more } })).toMatchObject(more);
    expect(Object.keys(part ?? {})).not.toContain('references');
    const off = { t1: { ...emptyDraft('t1'), off: ['red'] } };
    expect(commandFor(flagged, APPROVE, off)?.type).toBe('approve-take');
  });

  it('orders no more rounds than there are, and none while one is ordered', () => {
    const [, flagged] = views();
    expect(typeOf({ ...flagged, rounds: LIMIT }, APPROVE)).toBe('approve-take');
    expect(typeOf({ ...flagged, rounds: LIMIT - 1 }, APPROVE)).toBe('approve-suggestion');
    const request = {} as NonNullable<ShotView['request']>;
    expect(typeOf({ ...flagged, request }, APPROVE)).toBeNull();
    expect(typeOf({ ...flagged, request }, { type: 'approve-take' })).toBe('approve-take');
  });

  it('has nothing to approve without a picture, or where it is approved', () => {
    const [, , approved, broken, missing] = views();
    expect([approved, broken, missing].map((view) => typeOf(view, APPROVE))).toEqual([null, null, null]);
    expect([approved, broken, missing].map(hasPicture)).toEqual([true, false, false]);
  });

  it('keeps the frame where it is asked to, whatever was suggested', () => {
    const [, flagged, approved, broken, missing] = views();
    const keep: Deciding = { type: 'approve-take' };
    expect(commandFor(flagged, keep, {})).toEqual({ type: 'approve-take', shotId: 's1', takeId: 't1' });
    expect([approved, broken, missing].map((view) => typeOf(view, keep))).toEqual([null, null, null]);
  });
});

describe('other decisions', () => {
  it('are sent where they change something', () => {
    const [clean, , approved] = views();
    for (const type of ['reject', 'hold', 'needs-changes'] as const)
      expect(commandFor(clean, { type, reason: 'why' }, {})).toEqual({ type, shotId: 's0', reason: 'why' });
    const statuses = { reject: 'rejected', hold: 'on-hold', 'needs-changes': 'needs-changes' } as const;
    for (const [type, status] of Object.entries(statuses) as [keyof typeof statuses, never][])
      expect(typeOf({ ...clean, shot: { ...clean.shot, status } }, { type, reason: '' })).toBeNull();
    expect(typeOf(clean, { type: 'reset-status' })).toBeNull();
    expect(commandFor(approved, { type: 'reset-status' }, {})).toEqual({
      type: 'reset-status',
      shotId: 's2',
    });
    expect(commandFor(clean, { type: 'set-stars', stars: 4 }, {})).toEqual({
      type: 'set-stars',
      shotId: 's0',
      stars: 4,
    });
    expect(typeOf(clean, { type: 'set-stars', stars: 0 })).toBeNull();
  });
});

describe('what is malformed', () => {
  const hands: Deciding = { type: 'reject', reason: 'Malformed hands' };

  it('is said of a picture that is rejected already, once', () => {
    const [clean] = views();
    const rejected = { ...clean, shot: { ...clean.shot, status: 'rejected' as const } };
    expect(commandFor(clean, hands, {})).toEqual({ ...hands, shotId: 's0' });
    expect(commandFor(rejected, hands, {})).toEqual({ ...hands, shotId: 's0' });
    expect(typeOf({ ...rejected, tags: ['Malformed hands'] }, hands)).toBeNull();
    expect(typeOf(rejected, { type: 'reject', reason: 'Not needed' })).toBeNull();
    expect(
      typeOf({ ...clean, shot: { ...clean.shot, status: 'on-hold' } }, { ...hands, type: 'hold' }),
    ).toBeNull();
  });
});

describe('several shots', () => {
  it('are decided by one command that leaves out those with nothing to decide', () => {
    const all = views();
    expect(commandsFor(all, APPROVE, {}).map(({ type }) => type)).toEqual([
      'approve-take',
      'approve-suggestion',
    ]);
    expect(commandsFor(all, { type: 'hold', reason: '' }, {})).toHaveLength(5);
  });

  it('are one command: a bulk of several, the command itself alone, none for none', () => {
    const commands = commandsFor(views(), APPROVE, {});
    expect(asOne(commands)).toEqual({ type: 'bulk', commands });
    expect(asOne(commands.slice(0, 1))).toBe(commands[0]);
    expect(asOne([])).toBeNull();
  });

  it('order as many pictures each as there are candidates, and one of what was approved elsewhere', () => {
    const [clean, flagged] = views();
    const again = { id: 'r', state: 'elsewhere' } as NonNullable<ShotView['again']>;
    const all = [clean, flagged, { ...flagged, again }];
    expect(picturesOf(commandsFor(all, { type: 'approve', candidates: 4 }, {}))).toBe(5);
    expect(picturesOf(commandsFor(all, APPROVE, {}))).toBe(2);
  });

  it('come to an outcome that counts each of them once', () => {
    const all = views();
    expect(outcomeOf(all, {})).toEqual({ orders: 1, asTheyAre: 1, awaited: 0, none: 3 });
    const looking = all.map((view) => ({ ...view, suggestion: null, suggesting: true }));
    expect(outcomeOf(looking, {})).toEqual({ orders: 0, asTheyAre: 0, awaited: 2, none: 3 });
    fc.assert(
      fc.property(fc.subarray([...all, ...looking]), (some) => {
        const { orders, asTheyAre, awaited, none } = outcomeOf(some, {});
        expect(orders + asTheyAre + awaited + none).toBe(some.length);
        expect(orders + asTheyAre + awaited).toBe(commandsFor(some, APPROVE, {}).length);
      }),
      { numRuns: 200 },
    );
  });
});

import type { Beside } from '@core/composition/index.js';
import type { BoardAnswers, Frame } from '@core/findings/index.js';
import type { Crops } from '@core/identity/index.js';
import type { Shot, Take } from '@shared/records/index.js';
import { aClaim, aFact, aShot, aTake } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { type Sight, seenMeasures } from './sight.js';
import { someMeasures } from './testing/drawn-changes.js';
import { plainAnswers } from './testing/plain-answers.js';
import type { Standing } from './yardsticks.js';

const GIRL = {
  ...aClaim(0),
  id: 'girl',
  kind: 'entity' as const,
  text: 'a girl',
  subject: 'girl',
  attribute: null,
};
const REGION = { x: 0.1, y: 0.1, width: 0.3, height: 0.5 };
const composedAt = (x: number) => ({ detections: [], composition: { x } }) as unknown as Beside;

/** Shots in story order, each with its pick, and what is said of them. */
function boardOf(count: number) {
  const state = {
    shots: Array.from({ length: count }, (_, n): Shot => aShot(n)),
    facts: {} as Record<string, ReturnType<typeof aFact>>,
    brand: {} as Record<string, { name: string }>,
    crops: new Map<string, Crops>(),
    standings: new Map<string, Standing>(),
  };
  const at = (id: string) => state.shots.findIndex((shot) => shot.id === id);
  const answers = plainAnswers({
    records: () =>
      ({
        shot: Object.fromEntries(state.shots.map((shot) => [shot.id, shot])),
        fact: state.facts,
        brand: state.brand,
      }) as never,
    positionOf: at,
    shotBefore: (id) => state.shots[at(id) - 1] ?? null,
    standingOf: (id) => state.standings.get(id) ?? null,
    layoutOf: () => someMeasures(1).style.layout as number[],
    cropsIn: ({ id }: Take) => state.crops.get(id) ?? null,
    rules: () => ['horizon' as never],
  });
  const frameOf = (n: number): Frame =>
    ({
      shot: state.shots[at(`shot-${n}`)],
      take: aTake(n),
      measures: someMeasures(1),
      claims: [GIRL],
    }) as unknown as Frame;
  const sightOf = (n: number, more: Partial<Sight> = {}): Sight =>
    ({
      take: aTake(n),
      shotId: `shot-${n}`,
      scene: 'Harbour',
      claims: [GIRL],
      verdicts: [],
      measures: seenMeasures(someMeasures(1)),
      composed: null,
      writing: null,
      ...more,
    }) as Sight;
  return {
    answers,
    state,
    frameOf,
    sightOf,
    put: (n: number, more: Partial<Sight> | null = {}) =>
      [...answers.put(`shot-${n}`, more && frameOf(n), more && sightOf(n, more))].sort(),
    read: <T>(n: number, what: (board: BoardAnswers, frame: Frame) => T): T =>
      answers.reading(`shot-${n}`, (board) => what(board, frameOf(n))),
  };
}

const quality = (blur: number) => ({ measures: { ...seenMeasures(someMeasures(0)), quality: { blur } } });

describe('who has read something of the others', () => {
  it('is told where what is usual moves, and only who read that', () => {
    const { put, read } = boardOf(3);
    put(0, quality(1));
    expect(read(0, ({ usual }) => usual('blur'))).toBe(1);
    read(1, ({ usual }) => usual('noise'));
    expect(put(2, quality(3))).toEqual(['shot-0']);
    expect(read(0, ({ usual }) => usual('blur'))).toBe(2);
    expect(put(2, null)).toEqual(['shot-0']);
  });

  it('is told where another shot says something else of what it asks, but not of itself', () => {
    const { put, read } = boardOf(3);
    const says = (p: number) => ({
      verdicts: [{ claimId: 'girl', p, outcome: p > 0.5 ? 'pass' : 'fail', reason: '' }] as never,
    });
    put(0, says(0.9));
    put(1, says(0.8));
    const best = () => read(1, ({ elsewhere }, frame) => elsewhere(frame, GIRL).best.map(({ p }) => p));
    expect(best()).toEqual([0.9]);
    expect(put(0, says(0.7))).toEqual(['shot-1']);
    expect(best()).toEqual([0.7]);
    expect(put(1, says(0.6))).toEqual([]);
    expect(put(2, says(0.1))).toEqual(['shot-1']);
  });

  it('is told where the shot before is composed otherwise, and sees it only within the scene', () => {
    const { put, read, state } = boardOf(3);
    const previous = () => read(1, (board, frame) => board.before(frame));
    expect(previous(), 'it is not composed yet').toBeNull();
    const composed = composedAt(1);
    expect(put(0, { composed })).toEqual(['shot-1']);
    expect(previous()).toEqual({ ...composed, shotId: 'shot-0', takeId: 'take-0', number: '1' });
    expect(put(0, { composed })).toEqual([]);
    expect(put(0, { composed, scene: 'Pier' })).toEqual(['shot-1']);
    expect(previous()).toBeNull();
    expect(put(0, { composed: composedAt(2) })).toEqual(['shot-1']);
    expect(previous()).toMatchObject({ composition: { x: 2 } });
    expect(put(2, { composed }), 'one behind it').toEqual([]);
    state.shots[0] = { ...aShot(0), pickId: null };
    expect(previous()).toBeNull();
    expect(put(0, null)).toEqual(['shot-1']);
    expect(read(0, (board, frame) => board.before(frame))).toBeNull();
  });

  it('is told where the order changes: who asked for what lies before, and no other', () => {
    const { read, answers } = boardOf(3);
    read(0, ({ usual }) => usual('blur'));
    read(1, (board, frame) => board.before(frame));
    read(2, ({ lastSeen }, frame) => lastSeen(frame, GIRL));
    expect([...answers.reordered()].sort()).toEqual(['shot-1', 'shot-2']);
  });

  it('is told where others of equals show best what it asked for, once they change places', () => {
    const { put, read, answers, state } = boardOf(4);
    const verdicts = [{ claimId: 'girl', p: 0.9, outcome: 'pass', reason: '' }] as never;
    for (const n of [0, 1, 2, 3]) put(n, { verdicts, measures: null });
    const best = () =>
      read(0, ({ elsewhere }, frame) => elsewhere(frame, GIRL).best.map(({ shotId }) => shotId));
    expect(best()).toEqual(['shot-1', 'shot-2']);
    state.shots = [aShot(3), aShot(0), aShot(1), aShot(2)];
    expect([...answers.reordered()]).toEqual(['shot-0']);
    expect(best()).toEqual(['shot-3', 'shot-1']);
  });

  it('is known by the brand’s name and by the facts that it read, also where reading went wrong', () => {
    const { read, answers, state } = boardOf(3);
    expect(read(0, ({ brandName }) => brandName())).toBe('');
    state.brand = { brand: { name: 'Ink' } };
    expect(read(0, ({ brandName }) => brandName())).toBe('Ink');
    state.facts = { coat: aFact('coat') };
    expect(read(1, ({ fact }) => [fact('coat'), fact('gone')])).toEqual([aFact('coat'), null]);
    expect([...answers.readersOfBrand]).toEqual(['shot-0']);
    expect([...answers.readersOfFacts(['coat'])]).toEqual(['shot-1']);
    expect([...answers.readersOfFacts(['gone', 'other'])]).toEqual(['shot-1']);
    expect([...answers.readersOfFacts(['other'])]).toEqual([]);
    const fails = () =>
      read(2, ({ fact }) => {
        fact('other');
        throw new Error('stopped');
      });
    expect(fails).toThrow('stopped');
    expect([...answers.readersOfFacts(['other'])]).toEqual(['shot-2']);
  });
});

it('answers of a frame how it stands, and of the board what is set', () => {
  const { read, state } = boardOf(1);
  const ask = () =>
    read(0, ({ quality: of, style, brand, rules, numberOf }, frame) => [
      of(frame),
      style(frame),
      brand(frame),
      rules(),
      numberOf('shot-0'),
      numberOf('gone'),
    ]);
  expect(ask()).toEqual([[], null, null, ['horizon'], '1', null]);
  const standing = {
    quality: [{ name: 'blur' }],
    style: { score: 1 },
    brand: { p: 0.5 },
  } as unknown as Standing;
  state.standings.set('take-0', standing);
  expect(ask().slice(0, 3)).toEqual([standing.quality, standing.style, standing.brand]);
});

describe('a near copy', () => {
  it('is known by the shot that it repeats, and by nothing where that has no pick or is not there', () => {
    const { put, read, state } = boardOf(2);
    put(0);
    put(1);
    const original = (n: number) => read(n, ({ originalOf }, frame) => originalOf(frame));
    expect(original(1)).toMatchObject({ shotId: 'shot-0', takeId: 'take-0', number: '1' });
    expect(original(0)).toBeNull();
    state.shots[0] = { ...aShot(0), pickId: null };
    expect(original(1)).toBeNull();
    expect(put(0, null)).toEqual(['shot-1']);
    expect(original(1)).toBeNull();
  });

  it('is nothing that is flat, was not measured, or nothing is found in', () => {
    const { answers, read, frameOf, sightOf, put } = boardOf(2);
    put(0);
    const put1 = (frame: Frame | null, sight: Sight | null) => {
      answers.put('shot-1', frame, sight);
      return read(1, ({ originalOf }, of) => originalOf(of));
    };
    expect(put1(frameOf(1), sightOf(1))).not.toBeNull();
    expect(put1({ ...frameOf(1), measures: { quality: { colourRange: 0 } } }, sightOf(1))).toBeNull();
    expect(put1(frameOf(1), sightOf(1, { measures: null }))).toBeNull();
    expect(put1(null, sightOf(1))).toBeNull();
  });

  it('is told of a take that is no pick as if it were', () => {
    const { answers, put, sightOf, frameOf } = boardOf(3);
    put(0);
    const ask = (sight: Sight, frame = frameOf(1)) =>
      answers.pretending(sight, ({ originalOf }) => originalOf(frame));
    const take = { ...aTake(9), shotId: 'shot-1' };
    expect(ask(sightOf(1, { take }))).toMatchObject({ shotId: 'shot-0' });
    expect(ask(sightOf(1, { take, measures: null }))).toBeNull();
    expect(
      ask(sightOf(1, { take }), { ...frameOf(1), measures: { quality: { colourRange: 0 } } }),
    ).toBeNull();
    expect(ask(sightOf(0, { take })), 'of itself it is none').toBeNull();
  });
});

describe('who is seen', () => {
  const seen = (...vector: number[]): Crops => ({
    eye: 'eye',
    isDrawn: true,
    crops: [{ label: 'girl', region: REGION, vector }],
  });

  it('is held against the others, and of who is off it is read how far back they were seen', () => {
    const { put, read, state, answers } = boardOf(4);
    for (const n of [0, 1, 2]) state.crops.set(`take-${n}`, seen(1, 0));
    state.crops.set('take-3', seen(0, 1));
    for (const n of [0, 1, 2, 3]) put(n);
    const off = (n: number) =>
      read(n, ({ resemblances }, frame) => resemblances(frame).map(({ isOff }) => isOff));
    expect([off(0), off(3)]).toEqual([[false], [true]]);
    expect([...answers.shotsOfSomebody].sort()).toEqual(['shot-0', 'shot-1', 'shot-2', 'shot-3']);
    expect(answers.resemblancesOn('shot-3')).toMatchObject([{ lastSeen: { shotId: 'shot-2', number: '3' } }]);
    expect([...answers.reordered()]).toEqual(['shot-3']);
    state.crops.set('take-3', seen(1, 0));
    expect(put(3)).toEqual(['shot-0', 'shot-1', 'shot-2']);
    expect(off(3)).toEqual([false]);
    expect([...answers.reordered()]).toEqual([]);
    put(3, null);
    expect([...answers.shotsOfSomebody].sort()).toEqual(['shot-0', 'shot-1', 'shot-2']);
  });

  it('is told of a take that is no pick as if it were', () => {
    const { put, state, answers, sightOf, frameOf } = boardOf(4);
    for (const n of [0, 1, 2, 3]) state.crops.set(`take-${n}`, seen(1, 0));
    for (const n of [0, 1, 2, 3]) put(n);
    const take = { ...aTake(9), shotId: 'shot-3' };
    state.crops.set(take.id, seen(0, 1));
    const of = answers.pretending(sightOf(3, { take }), ({ resemblances }) => resemblances(frameOf(3)));
    expect(of.map(({ isOff }) => isOff)).toEqual([true]);
    expect(answers.resemblancesOn('shot-3').map(({ isOff }) => isOff)).toEqual([false]);
  });
});

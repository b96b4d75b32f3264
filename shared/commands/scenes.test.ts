import { aBoard, aFact } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContinuistError } from '../errors.js';
import { applyDiff, freeSceneName, type Records, reverseDiff, shotsInOrder } from '../records/index.js';
import { type Command, changeOf, type Inputs, labelOf } from './index.js';

const INPUTS: Inputs = { id: 'c', at: 0, who: 'Ada', generator: 'none', rounds: 3 };
const idOf = (n: number): string => `shot-${n}`;

/** "aab": three shots, two of scene a and one of scene b; "-" has none. */
function boardOf(scenes: string): Records {
  const board = aBoard(scenes.length);
  const shot = Object.fromEntries(
    shotsInOrder(board).map((one, at) => [
      one.id,
      { ...one, scene: scenes[at] === '-' ? null : String(scenes[at]) },
    ]),
  );
  return { ...board, shot };
}
const changed = (records: Records, command: Command): Records =>
  applyDiff(records, changeOf(records, command, INPUTS));
const scenes = (records: Records): string =>
  shotsInOrder(records)
    .map(({ scene }) => scene ?? '-')
    .join('');
const order = (records: Records): string =>
  shotsInOrder(records)
    .map(({ id }) => id.replace('shot-', ''))
    .join('');

describe('a scene', () => {
  it.each([
    [
      'is renamed where it stands, and no other of its name',
      'aabaa',
      { type: 'name-scene', shotId: idOf(1), scene: 'x' },
      'xxbaa',
    ],
    ['gets a name where it has none', 'a--b', { type: 'name-scene', shotId: idOf(1), scene: 'x' }, 'axxb'],
    ['loses its name', 'aab', { type: 'name-scene', shotId: idOf(0), scene: null }, '--b'],
    ['is split before a shot', 'aaaab', { type: 'split-scene', shotId: idOf(2), scene: 'x' }, 'aaxxb'],
    ['is split where it has no name', '----', { type: 'split-scene', shotId: idOf(1), scene: 'x' }, '-xxx'],
    ['is joined with the next', 'aabbc', { type: 'join-scenes', shotId: idOf(0) }, 'aaaac'],
    ['is joined with shots of none', 'a--b', { type: 'join-scenes', shotId: idOf(0) }, 'aaab'],
    ['is joined with the next alone', 'abab', { type: 'join-scenes', shotId: idOf(0) }, 'aaab'],
  ] as const)('%s', (_what, from, command, to) => {
    const made = changed(boardOf(from), command);
    expect(scenes(made)).toBe(to);
    expect(order(made)).toBe(order(boardOf(from)));
  });

  it('is made of shots, which gather where the first of them stands', () => {
    const made = changed(boardOf('aabb'), { type: 'make-scene', shotIds: [idOf(3), idOf(1)], scene: 'x' });
    expect([order(made), scenes(made)]).toEqual(['0132', 'axxb']);
  });

  it('has nothing to be joined with behind the last', () => {
    const join = () => changed(boardOf('abb'), { type: 'join-scenes', shotId: idOf(1) });
    expect(join).toThrow(ContinuistError);
  });

  it('is called by its name, and by what is done to it', () => {
    const label = (command: Command) => labelOf(command, boardOf('aab-'));
    expect(label({ type: 'name-scene', shotId: idOf(0), scene: 'Mill' })).toBe('Rename scene a to Mill');
    expect(label({ type: 'name-scene', shotId: idOf(3), scene: 'Mill' })).toBe(
      'Rename scene without a name to Mill',
    );
    expect(label({ type: 'name-scene', shotId: idOf(0), scene: null })).toBe('Take the name from scene a');
    expect(label({ type: 'split-scene', shotId: idOf(1), scene: 'x' })).toBe('Split scene a before shot 2');
    expect(label({ type: 'join-scenes', shotId: idOf(0) })).toBe('Join scenes a and b');
    expect(label({ type: 'make-scene', shotIds: [idOf(0), idOf(1)], scene: '7' })).toBe(
      'Make scene 7 of 2 shots',
    );
  });
});

it.each([
  ['Mill', ['Mill'], 'Mill 2'],
  ['Mill', ['Mill', 'Mill 2'], 'Mill 3'],
  ['3', ['3', '3A'], '3B'],
  ['sc03', ['sc03'], 'sc03A'],
  [null, ['1', null, '2'], '3'],
  [null, [null], '1'],
] as const)('a new scene beside %j among %j is %s', (scene, taken, name) => {
  expect(freeSceneName(scene, taken)).toBe(name);
});

const SIZE = 7;
const shotId = fc.nat(SIZE - 1).map(idOf);
const shotIds = fc.uniqueArray(shotId, { minLength: 1, maxLength: 4 });
const scene = fc.constantFrom('a', 'b', 'c');
const anyStep: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant('move-shots' as const),
    shotIds,
    beside: shotId,
    side: fc.constantFrom('before' as const, 'after' as const),
  }),
  fc.record({ type: fc.constant('name-scene' as const), shotId, scene: fc.option(scene) }),
  fc.record({ type: fc.constant('split-scene' as const), shotId, scene }),
  fc.record({ type: fc.constant('join-scenes' as const), shotId }),
  fc.record({ type: fc.constant('make-scene' as const), shotIds, scene }),
);

it('whatever is moved, split, joined and named, every shot is there once, nothing else changes, and undone it is the same board', () => {
  const begun: Records = {
    ...boardOf('aabb-cc'),
    fact: { f: { ...aFact('f'), firstShotId: idOf(1), lastShotId: idOf(3) } },
  };
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 10 }), (steps) => {
      let records = begun;
      const diffs = steps.flatMap((step) => {
        try {
          const diff = changeOf(records, step, INPUTS);
          records = applyDiff(records, diff);
          return [diff];
        } catch (thrown) {
          // Behind the last scene there is none.
          expect(step.type).toBe('join-scenes');
          expect(thrown).toBeInstanceOf(ContinuistError);
          return [];
        }
      });
      expect(shotsInOrder(records).map(({ position }) => position)).toEqual([...Array(SIZE).keys()]);
      for (const shot of Object.values(records.shot))
        expect(shot).toEqual({ ...begun.shot[shot.id], position: shot.position, scene: shot.scene });
      expect({ ...records, shot: begun.shot, fact: begun.fact }).toEqual(begun);
      for (const diff of diffs.reverse()) records = applyDiff(records, reverseDiff(diff));
      expect(records).toEqual(begun);
    }),
    { numRuns: 500 },
  );
});

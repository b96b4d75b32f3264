import type { CastMember } from '@core/claims/index.js';
import { aShot } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import type { HintContext } from './hint-context.js';
import { sidesFlip } from './sides-flip.js';

const WENNA: CastMember = { name: 'Wenna', aliases: [], noun: 'girl', statements: ['a girl'] };

interface Asked {
  readonly description?: string;
  readonly cast?: readonly CastMember[];
  /** Of the shot; its neighbour is 1. */
  readonly position?: number;
}

/** What is said of a shot whose neighbour is made with `other`. */
const flips = (prompt: string, other: string | readonly string[], asked: Asked = {}) =>
  sidesFlip(
    {
      shot: { ...aShot(2), position: asked.position ?? 2 },
      prompt,
      description: asked.description ?? '',
      cast: asked.cast ?? [],
      neighbours: [other]
        .flat()
        .map((words, at) => ({ shot: { ...aShot(1 + at), position: 1 }, prompt: words })),
    } as unknown as HintContext,
    (about) => ({ key: `hint:${about}` }),
  );
const said = (...call: Parameters<typeof flips>) => flips(...call).map(({ message }) => message);

const FOX_LEFT = 'a fox on the left, a girl on the right';
const FOX_RIGHT = 'a girl on the left, a fox on the right';
const WAS = 'The girl and the fox change sides after shot 2.';

describe('two that change sides', () => {
  it('are told of with the words that turn them round again, whichever stands first', () => {
    const [hint] = flips(FOX_RIGHT, FOX_LEFT);
    expect(hint).toMatchObject({
      about: 'shot-1',
      message: WAS,
      edit: {
        findingKeys: ['hint:shot-1'],
        kind: 'replace-word',
        reason: 'Turn left and right round',
        insert: expect.stringMatching(/right.*left/),
      },
    });
    const { remove = '', insert = '' } = hint?.edit ?? {};
    expect(FOX_RIGHT.replace(remove, insert)).toBe('a girl on the right, a fox on the left');
    expect(said('A fox to the Right, a girl to the LEFT', FOX_LEFT)).toHaveLength(1);
  });

  it('also over several lines', () => {
    expect(said(FOX_RIGHT.replace(', ', ',\n'), FOX_LEFT.replace(', ', ',\n'))).toEqual([WAS]);
    expect(said('a fox on the right,\na girl on the left', FOX_LEFT)).toHaveLength(1);
  });

  it('are told of from either side of the cut', () => {
    expect(said(FOX_RIGHT, FOX_LEFT, { position: 0 })).toEqual([WAS.replace('after', 'before')]);
    expect(said(FOX_RIGHT, [FOX_LEFT, FOX_RIGHT, FOX_LEFT])).toEqual([WAS, WAS.replace('shot 2', 'shot 4')]);
  });

  it('are called by their names', () => {
    const cast = [WENNA];
    expect(said(FOX_RIGHT, FOX_LEFT, { cast })).toEqual(['Wenna and the fox change sides after shot 2.']);
    const named = 'Wenna on the left, a fox on the right';
    expect(said(named, FOX_LEFT, { cast })).toEqual(['Wenna and the fox change sides after shot 2.']);
  });

  it.each<[string, string, string | readonly string[], Asked?]>([
    ['stay', FOX_LEFT, FOX_LEFT],
    ['have no neighbours', FOX_RIGHT, []],
    ['have a neighbour with one side alone', FOX_RIGHT, 'a girl on the right'],
    ['are one alone', 'a girl on the left, a boat on the right', FOX_LEFT],
    ['have one side alone', 'a fox on the right, a girl', FOX_LEFT],
    ['both go to one side', 'a fox on the right, a girl on the right, a boat on the left', FOX_LEFT],
    [
      'go to the other side together',
      'a fox on the right, a girl on the right, a boat on the left',
      'a fox on the left, a girl on the left, a dog on the right',
    ],
    [
      'are three',
      'a girl on the left, a fox on the right, a dog on the right',
      `${FOX_LEFT}, a dog on the left`,
    ],
    ['are asked to', FOX_RIGHT, FOX_LEFT, { description: 'A girl on the left, a fox on the right.' }],
    ['are of each kind two', FOX_RIGHT, 'a fox on the left, a girl on the right, a girl on the left'],
    ['stand beside one another', 'a girl to the left of a boat, a fox to the right of it', FOX_LEFT],
    ['stand beside something each', 'a girl to the left of a boat, a fox to the right of a tree', FOX_LEFT],
  ])('are not told of where they %s', (_, prompt, other, asked) => {
    expect(said(prompt, other, asked)).toEqual([]);
  });

  it('are told of where the description asks for sides that they have not, or of somebody else', () => {
    expect(said(FOX_RIGHT, FOX_LEFT, { description: 'A girl on the right, a fox on the left.' })).toEqual([
      WAS,
    ]);
    expect(said(FOX_RIGHT, FOX_LEFT, { description: 'A boat on the left, a dog on the right.' })).toEqual([
      WAS,
    ]);
    expect(said(FOX_RIGHT, FOX_LEFT, { description: 'A fox and a girl.' })).toEqual([WAS]);
  });
});

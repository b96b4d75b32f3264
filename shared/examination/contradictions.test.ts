import { aClaim } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, NO_PARTS } from '../records/index.js';
import { contradictionsOf } from './contradictions.js';

type Said = Pick<Claim, 'kind' | 'text'> & Partial<Claim>;

const shot = (shotId: string, claims: readonly Said[], description = '') => ({
  shotId,
  description,
  claims: claims.map((claim, at) => ({
    ...aClaim(at),
    ...NO_PARTS,
    id: `${shotId}-${at}`,
    shotId,
    negated: false,
    muted: false,
    ...claim,
  })),
});
/** "text: shots" of what contradicts. */
const told = (shots: Parameters<typeof contradictionsOf>[0]) =>
  contradictionsOf(shots).map(
    ({ claim, shots: others }) => `${claim.shotId} ${claim.text}: ${others.join()}`,
  );

const girl = { kind: 'entity', text: 'a girl', subject: 'girl' } as const;
const fox = { kind: 'entity', text: 'a fox', subject: 'fox' } as const;
const coat = (attribute: string) =>
  ({
    kind: 'attribute',
    text: `a girl in a ${attribute} coat`,
    subject: 'girl',
    attribute,
    object: 'coat',
  }) as const;
const side = (where: string) =>
  ({
    kind: 'relation',
    text: `a girl on the ${where}`,
    subject: 'girl',
    relation: `on the ${where}`,
  }) as const;

describe('claims contradict on a board', () => {
  it.each([
    ['another time', { kind: 'time', text: 'at night' }, { kind: 'time', text: 'by day' }],
    ['another place', { kind: 'place', text: 'in a forest' }, { kind: 'place', text: 'in a kitchen' }],
    ['another colour of the same coat', coat('red'), coat('green')],
    ['the other side', side('left'), side('right')],
    [
      'another number',
      { kind: 'count', text: 'one person', subject: 'person', value: '1' },
      { kind: 'count', text: 'two people', subject: 'person', value: '2' },
    ],
    ['who is not there', girl, fox],
  ] as const)('where the other shot has %s', (_what, one, other) => {
    expect(told([shot('a', [one]), shot('b', [other])])).toEqual([`a ${one.text}: b`, `b ${other.text}: a`]);
  });

  it.each([
    ['it says the same', girl, girl, ''],
    ['it says nothing of it', { kind: 'time', text: 'at night' }, girl, 'a girl'],
    [
      'it does not say how many',
      { kind: 'count', text: 'one person', subject: 'person', value: '1' },
      girl,
      'a girl',
    ],
    [
      'it counts others',
      { kind: 'count', text: 'two foxes', subject: 'fox', value: '2' },
      { kind: 'count', text: 'one person', subject: 'person', value: '1' },
      'a girl and foxes',
    ],
    ['its description names it', girl, fox, 'the fox meets the girl'],
    ['the side is no opposite', side('left'), { ...side('left'), text: 'a girl in the middle' }, ''],
    ['the coat is another’s', coat('red'), { ...coat('green'), subject: 'boy' }, ''],
    [
      'it is not to be there',
      { kind: 'time', text: 'at night' },
      { kind: 'time', text: 'by day', negated: true },
      '',
    ],
    ['it is muted', { kind: 'time', text: 'at night' }, { kind: 'time', text: 'by day', muted: true }, ''],
  ] as const)('not where %s', (_what, one, other, description) => {
    const found = told([shot('a', [one]), shot('b', [other], description)]);
    expect(found.filter((line) => line.startsWith('a '))).toEqual([]);
  });

  it('asks at most twelve claims of a skill, of all over the board, on three shots each', () => {
    const shots = Array.from({ length: 60 }, (_, at) =>
      shot(`s${at}`, [{ kind: 'time', text: at % 2 === 0 ? 'at night' : 'by day' }]),
    );
    const found = contradictionsOf(shots);
    expect(found).toHaveLength(12);
    expect(new Set(found.map(({ shots: others }) => others.length))).toEqual(new Set([3]));
    const places = found.map(({ claim }) => Number(claim.shotId.slice(1)));
    expect(Math.max(...places)).toBeGreaterThan(45);
    expect(Math.min(...places)).toBeLessThan(15);
  });

  it('gives up on a large board on which nothing contradicts, without going through all of it for each claim', () => {
    let looked = 0;
    const shots = Array.from({ length: 2000 }, (_, at) => {
      const { claims, ...rest } = shot(`s${at}`, [{ kind: 'style', text: 'an ink drawing' }]);
      return {
        ...rest,
        get claims() {
          looked++;
          return claims;
        },
      };
    });
    expect(contradictionsOf(shots)).toEqual([]);
    expect(looked).toBeLessThan(20_000);
  });

  it('never asks a claim of its own shot, nor of one that says the same', () => {
    const some = fc.array(fc.subarray([girl, fox, coat('red'), coat('green'), side('left'), side('right')]), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(some, (rows) => {
        const shots = rows.map((claims, at) => shot(`s${at}`, claims));
        for (const { claim, shots: others } of contradictionsOf(shots))
          for (const other of others) {
            const found = shots.find(({ shotId }) => shotId === other);
            expect(found?.claims.map(({ text }) => text)).not.toContain(claim.text);
          }
      }),
      { numRuns: 200 },
    );
  });
});

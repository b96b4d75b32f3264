import { overlapOf } from '@shared/overlap.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, type Kind } from '../world/scene.js';
import { decode, MAP } from './decode.js';

interface Thing {
  readonly kind: Kind;
  readonly row: number;
  readonly column: number;
  readonly heat: number;
  /** Frame units from its place to every side. */
  readonly reach: number;
}

function mapsOf(things: readonly Thing[]) {
  const heat = new Float32Array(KINDS.length * MAP * MAP).fill(0.01);
  const sides = new Float32Array(KINDS.length * 4 * MAP * MAP).fill(0.02);
  for (const thing of things) {
    const k = KINDS.indexOf(thing.kind);
    heat[(k * MAP + thing.row) * MAP + thing.column] = thing.heat;
    for (let side = 0; side < 4; side++)
      sides[((k * 4 + side) * MAP + thing.row) * MAP + thing.column] = thing.reach;
  }
  return [heat, sides] as const;
}

const at = (kind: Kind, row: number, column: number, heat = 0.9, reach = 0.05): Thing => ({
  kind,
  row,
  column,
  heat,
  reach,
});

describe('the maps of the eye', () => {
  it('show a box round each peak above the threshold, the surest first', () => {
    const found = decode(...mapsOf([at('dog', 8, 8, 0.6), at('girl', 16, 24), at('owl', 4, 4, 0.3)]), 0.4);
    expect(found.map(({ kind }) => kind)).toEqual(['girl', 'dog']);
    const { x, y, width, height } = found[1]?.region ?? { x: 0, y: 0, width: 0, height: 0 };
    expect([x + width / 2, y + height / 2]).toEqual([8.5 / MAP, 8.5 / MAP].map((one) => expect.closeTo(one)));
    expect([width, height]).toEqual([expect.closeTo(0.1), expect.closeTo(0.1)]);
  });

  it('count two of a kind, but not one twice', () => {
    expect(decode(...mapsOf([at('dog', 8, 8), at('dog', 8, 20)]), 0.4)).toHaveLength(2);
    expect(decode(...mapsOf([at('dog', 8, 8, 0.9, 0.2), at('dog', 8, 10, 0.7, 0.2)]), 0.4)).toHaveLength(1);
    expect(decode(...mapsOf([at('girl', 8, 8, 0.9, 0.2), at('woman', 8, 8, 0.7, 0.2)]), 0.4)).toHaveLength(1);
    expect(decode(...mapsOf([at('girl', 8, 8, 0.9, 0.2), at('book', 8, 10, 0.7, 0.05)]), 0.4)).toHaveLength(
      2,
    );
  });

  it('give boxes inside the frame of which no two are the same', () => {
    const place = fc.nat(MAP - 1);
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const thing = fc.record({
      kind: fc.constantFrom(...KINDS),
      row: place,
      column: place,
      heat: unit,
      reach: unit,
    });
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 12 }), (things) => {
        const found = decode(...mapsOf(things), 0.4);
        for (const { region } of found) {
          expect(Math.min(region.x, region.y, region.width, region.height)).toBeGreaterThanOrEqual(0);
          expect(Math.max(region.x + region.width, region.y + region.height)).toBeLessThanOrEqual(1 + 1e-9);
        }
        for (const [i, one] of found.entries())
          for (const other of found.slice(i + 1))
            expect(overlapOf(one.region, other.region)).toBeLessThan(one.kind === other.kind ? 0.5 : 0.8);
      }),
      { numRuns: 200 },
    );
  });
});

import type { Figure } from '@shared/records/index.js';
import { expect, it } from 'vitest';
import { drawFigures } from './figures.js';
import { operatorsOf } from './testing/operators.js';

const look = { colour: 'red', size: 0.02 } as const;

/** Of figures over a picture at this place. */
const drawn = (figures: readonly Figure[]): Promise<string> =>
  operatorsOf((paper, setter) =>
    drawFigures(paper, setter, figures, { x: 40, y: 30, width: 200, height: 100 }),
  );

it('lies over its picture as lines, cut at its edges, each with what stands round it', async () => {
  const box: Figure = { kind: 'box', region: { x: 0, y: 0, width: 0.5, height: 1 }, ...look };
  const page = await drawn([box]);
  // Cut to the picture, moved to its corner, then the wider line and the line itself.
  expect(page).toMatch(/40 30 200 100 re\s+W n\s+1 0 0 1 40 30 cm/);
  expect(page.match(/0 0 m\s+100 0 l\s+100 100 l\s+0 100 l/g)).toHaveLength(2);
  expect([...page.matchAll(/^([\d.]+) w$/gm)].map(([, width]) => Number(width))).toEqual([2.35, 2]);
  expect(await drawn([])).not.toContain('W n');
});

it('draws the pen filled, and words as letters', async () => {
  const pen: Figure = {
    kind: 'pen',
    points: [
      [0.1, 0.1, 0.5],
      [0.9, 0.9, 0.5],
    ],
    ...look,
  };
  expect(await drawn([pen])).toMatch(/ [cv]\s[\s\S]*\nf\n/);
  const text: Figure = { kind: 'text', at: [0.5, 0.5], text: 'hat', colour: 'white', size: 0.1 };
  const page = await drawn([text]);
  expect(page).toMatch(/BT[\s\S]*T[Jj]/);
  // Behind them, as wide as they are and a little more, beginning before them.
  const [, x, y, width, height] = (/\n([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\n(?!W)/.exec(page) ?? []).map(
    Number,
  );
  expect([x, y, height]).toEqual([expect.closeTo(100 - 2 * 0.35), 40, 13]);
  expect(width).toBeGreaterThan(16);
  expect(width).toBeLessThan(22);
});

import { expect, it } from 'vitest';
import type { Cell } from '../cells.js';
import { aCell } from '../testing/cells.js';
import { fullTexts } from './full-texts.js';
import { Typesetter } from './typesetter.js';

const texts = async (...cells: Cell[]): Promise<(string | null)[]> => {
  const setter = new Typesetter();
  const lines = await fullTexts(cells, setter, 9000, async () => undefined);
  return lines.map((set) => set?.line.runs.map(({ text }) => text).join('') ?? null);
};

it('says of each shot all that there is, a free line between two, and nothing that there is not', async () => {
  expect(
    await texts(
      aCell({ number: '1', description: 'a mule', negativePrompt: ' ' }),
      aCell({ number: '2', note: 'wet\nand cold', negativePrompt: 'a dog' }),
    ),
  ).toEqual([
    'Shot 1',
    'Description: a mule',
    null,
    'Shot 2',
    'Note: wet',
    'and cold',
    'Negative prompt: a dog',
  ]);
  expect(await texts()).toEqual([]);
});

it('says at its end what no font can draw, behind a free line', async () => {
  const lines = await texts(aCell({ number: '1', description: 'a \uFDD0' }));
  expect(lines).toEqual([
    'Shot 1',
    'Description: a [1 character]',
    null,
    expect.stringContaining('these characters: U+FDD0.'),
  ]);
});

it('begins with what no font can draw where nothing else is to be said', async () => {
  const setter = new Typesetter();
  const style = { size: 8, weight: 'regular', colour: '#000000' } as const;
  await setter.wrap('\uFDD0', style, 100);
  const [first, ...more] = await fullTexts([], setter, 9000, async () => undefined);
  expect(first?.line.runs[0]?.text).toMatch(/^No font/);
  expect(more).toEqual([]);
});

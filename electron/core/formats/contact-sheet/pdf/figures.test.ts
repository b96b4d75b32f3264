import type { Figure } from '@shared/records/index.js';
import PDFDocument from 'pdfkit';
import { expect, it } from 'vitest';
import { drawFigures } from './figures.js';
import { Typesetter } from './typesetter.js';

const look = { colour: 'red', size: 0.02 } as const;

/** What a page says of figures over a picture at this place, as the operators of PDF. */
async function drawn(figures: readonly Figure[]): Promise<string> {
  const paper = new PDFDocument({ size: [400, 300], margin: 0, compress: false });
  const chunks: Buffer[] = [];
  const ended = new Promise((resolve) => paper.on('end', resolve));
  paper.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const setter = new Typesetter();
  setter.register(paper);
  await drawFigures(paper, setter, figures, { x: 40, y: 30, width: 200, height: 100 });
  paper.end();
  await ended;
  return Buffer.concat(chunks).toString('latin1');
}

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
  expect(await drawn([text])).toMatch(/BT[\s\S]*T[Jj]/);
});

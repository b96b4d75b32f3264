import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadJudge } from '../index.js';
import { renderScenePng, STYLES, sampleScene, seededRandom } from '../storybook/world/index.js';
import { strangeness } from './familiar.js';
import type { Judge } from './judge.js';

const modelsFolder = fileURLToPath(new URL('..', import.meta.url));
const QUESTIONS = [
  { id: 'a', kind: 'entity', text: 'a girl' },
  { id: 'b', kind: 'time', text: 'at night' },
] as const;

describe('strangeness', () => {
  // Variances 4 and 1, and a covariance of 1 between them: the inverse is [1 −1; −1 4] / 3.
  const [a, b] = [Math.sqrt(1 / 3), -Math.sqrt(1 / 3)];
  const world = { mean: [10, 20], whitening: [a, b, 1] };

  it('is nothing in the middle of the world and counts each direction by how the world varies in it', () => {
    expect(strangeness([10, 20], world)).toBe(0);
    // dᵀ·inverse·d, of two values.
    expect(strangeness([12, 20], world)).toBeCloseTo(4 / 3 / 2);
    expect(strangeness([10, 21], world)).toBeCloseTo(4 / 3 / 2);
    expect(strangeness([12, 21], world)).toBeCloseTo((4 - 4 + 4) / 3 / 2);
    expect(strangeness([12, 19], world)).toBeCloseTo((4 + 4 + 4) / 3 / 2);
  });
});

describe('the embedded judge', () => {
  let folder = '';
  let judge: Judge;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'familiar-'));
    judge = await loadJudge('storybook', { modelsFolder, threads: 1 });
  });
  afterAll(async () => {
    await judge.close();
    await rm(folder, { recursive: true });
  });

  it('was examined in the version that is shipped: `npm run bench:judgement -- --examine` after a change', () => {
    const rates = Object.values(judge.description.errorRates ?? {});
    expect(rates.length).toBeGreaterThan(5);
    for (const { claims, rate, low, high } of rates) {
      expect(claims).toBeGreaterThan(0);
      expect([low, rate, high].toSorted((a, b) => a - b)).toEqual([low, rate, high]);
    }
  });

  async function answers(
    picture: Buffer,
    region: { x: number; y: number; width: number; height: number } | null = null,
  ) {
    const file = join(folder, 'picture.png');
    await writeFile(file, picture);
    return (await judge.judge({ file, region, questions: [...QUESTIONS] })).answers;
  }

  it('judges every style of its world, blurred and relit ones too', async () => {
    for (const [seed, style] of STYLES.entries()) {
      const picture = await renderScenePng(sampleScene(seededRandom(4100 + seed), { style }));
      const worse = await sharp(picture)
        .blur(4)
        .modulate({ brightness: 1.08, saturation: 0.9 })
        .png()
        .toBuffer();
      for (const one of [picture, worse])
        expect((await answers(one)).map(({ p }) => p)).toEqual([expect.any(Number), expect.any(Number)]);
    }
  });

  it('says nothing of pictures that are not of its world, and says so', async () => {
    const circles = Array.from(
      { length: 40 },
      (_, i) =>
        `<circle cx="${(i * 197) % 1280}" cy="${(i * 83) % 720}" r="${20 + ((i * 31) % 90)}" fill="hsl(${i * 47} 80% 50%)"/>`,
    );
    const squares = Array.from(
      { length: 72 },
      (_, i) =>
        `<rect x="${((2 * i) % 16) * 80 + (Math.floor(i / 8) % 2) * 80}" y="${Math.floor(i / 8) * 80}" width="80" height="80"/>`,
    );
    const svg = (shapes: readonly string[]): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><rect width="1280" height="720" fill="#fff"/>${shapes.join('')}</svg>`;
    const strangers = [
      await sharp(Buffer.from(svg(squares)))
        .png()
        .toBuffer(),
      await sharp(Buffer.from(svg(circles)))
        .png()
        .toBuffer(),
      await sharp(fileURLToPath(new URL('../../docs/screenshot.webp', import.meta.url)))
        .png()
        .toBuffer(),
    ];
    for (const one of strangers)
      expect(await answers(one)).toEqual(
        QUESTIONS.map(({ id }) => ({
          id,
          p: null,
          reason: 'this picture is not of the world that this judge knows',
        })),
      );
    const [part] = await answers(strangers[0] as Buffer, { x: 0.2, y: 0.2, width: 0.5, height: 0.5 });
    expect(part?.p).toEqual(expect.any(Number));
  });
});

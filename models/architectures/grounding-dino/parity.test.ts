/** The TypeScript path against PyTorch, on a tiny model of the published architecture (test/make_fixture.py). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { floatsOf } from '../../runtime/testing/floats-of.js';
import { ON_PROCESSOR } from '../../runtime/testing/on-processor.js';
import { tinyEye } from '../../runtime/testing/tiny-eye.js';
import { GroundingDinoEngine } from './engine.js';

interface Fixture {
  readonly size: number;
  readonly file: string;
  /** Float32, little endian, [3, size, size]. */
  readonly pixels: string;
  readonly prompts: {
    readonly text: string;
    readonly ids: number[];
    /** [queries, words]. */
    readonly logits: number[][];
    readonly boxes: number[][];
  }[];
}

const folder = fileURLToPath(new URL('test/fixture', import.meta.url));
const pictures = fileURLToPath(new URL('../llava-onevision/test/fixture', import.meta.url));
const fixture: Fixture = JSON.parse(await readFile(join(folder, 'parity.json'), 'utf8'));

const opened = (dtype: 'fp32' | 'q8') =>
  GroundingDinoEngine.load(folder, tinyEye('grounding-dino-tiny', fixture.size, dtype), ON_PROCESSOR);

const pixels = floatsOf(fixture.pixels);

describe('Grounding DINO', () => {
  let exact: GroundingDinoEngine;
  let rounded: GroundingDinoEngine;
  beforeAll(async () => {
    exact = await opened('fp32');
    rounded = await opened('q8');
  });
  afterAll(async () => {
    await exact.close();
    await rounded.close();
  });

  it('reads prompts into the same words, and prepares a picture to the same pixels', async () => {
    for (const { text, ids } of fixture.prompts) expect(exact.encode(text).map(Number)).toEqual(ids);
    const found = await exact.prepare(join(pictures, fixture.file));
    const apart = found.reduce((sum, value, index) => sum + Math.abs(value - (pixels[index] ?? 9)), 0);
    expect(found.length).toBe(pixels.length);
    expect(apart / found.length).toBeLessThan(1e-1);
  });

  it('finds the same boxes with the same certainty, for one noun and for several', async () => {
    for (const { text, ids, logits, boxes } of fixture.prompts) {
      const found = await exact.run(pixels, ids.map(BigInt));
      const apart = logits.flatMap((wanted, query) =>
        wanted.map((value, word) => Math.abs((found.logits[query * found.words + word] ?? 99) - value)),
      );
      const moved = boxes.flat().map((value, at) => Math.abs((found.boxes[at] ?? 9) - value));
      expect(Math.max(...apart), text).toBeLessThan(2e-3);
      expect(Math.max(...moved), text).toBeLessThan(1e-3);
    }
  });

  it('runs with the 8-bit weights that are published', async () => {
    for (const { ids, logits } of fixture.prompts) {
      const found = await rounded.run(pixels, ids.map(BigInt));
      expect(found.logits.length / found.words).toBe(logits.length);
      expect([...found.boxes].every((value) => value >= 0 && value <= 1)).toBe(true);
    }
  });

  it('says of each box which noun it shows, as often as a noun is asked, and nothing of what is no word', async () => {
    const found = await exact.detect(pixels, ['Fox', 'old man', 'lantern', 'Fox', '?!']);
    expect(found.length).toBeGreaterThan(0);
    for (const { label, region, confidence } of found) {
      expect(['Fox', 'old man', 'lantern']).toContain(label);
      expect(confidence).toBeGreaterThan(0.3);
      expect(region.x + region.width).toBeLessThanOrEqual(1 + 1e-6);
    }
    expect(await exact.detect(pixels, ['?!'])).toEqual([]);
  });
});

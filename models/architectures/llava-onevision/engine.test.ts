import { cp, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Tensor } from '@huggingface/transformers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { nativeReason } from '../../faults/index.js';
import { loadJudge } from '../../index.js';
import { CATALOGUE, type CatalogueEntry } from '../../library/catalogue.js';
import { renderScenePng, sampleScene, seededRandom } from '../../storybook/world/index.js';
import { LlavaOnevisionEngine } from './engine.js';

const models = fileURLToPath(new URL('../..', import.meta.url));
const entry = CATALOGUE.find(({ id }) => id === 'storybook') as CatalogueEntry;
const filesFolder = 'storybook/files';

/** What PyTorch says of the picture below; written by models/storybook/train/export.py. */
interface Parity {
  readonly imageTokens: number;
  readonly answers: readonly { claim: string; yes: number; no: number }[];
}

/** A picture that any language can draw: byte at column x, row y, channel c = (7x + 13y + 89c + ⌊xy/4⌋) mod 256. */
function pattern(size: number): Float32Array {
  const values = new Float32Array(3 * size * size);
  for (let c = 0; c < 3; c++) {
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const byte = (7 * x + 13 * y + 89 * c + Math.floor((x * y) / 4)) % 256;
        values[(c * size + y) * size + x] = (byte / 255 - 0.5) / 0.5;
      }
    }
  }
  return values;
}

describe('the engine, on the storybook model', () => {
  let engine: LlavaOnevisionEngine;
  let parity: Parity;

  beforeAll(async () => {
    parity = JSON.parse(await readFile(join(models, 'storybook/test/fixture/parity.json'), 'utf8'));
    engine = await LlavaOnevisionEngine.load(join(models, filesFolder), entry, {
      device: 'cpu',
      threads: 1,
      prepared: join(tmpdir(), 'continuist-unused'),
    });
  });
  afterAll(() => engine.close());

  it('gives the logits that PyTorch gives, each claim on the same shared prefix', async () => {
    const prefix = await engine.prefill(pattern(entry.image.size));
    expect(prefix.length).toBe(parity.imageTokens + 1);
    for (const { claim, yes, no } of parity.answers) {
      const [logit] = await engine.logits(prefix, [claim]);
      expect(logit).toBeCloseTo(yes - no, 3);
    }
    const [first] = parity.answers;
    const [again] = await engine.logits(prefix, [first?.claim ?? '']);
    expect(again).toBeCloseTo((first?.yes ?? 0) - (first?.no ?? 0), 3);
  });

  it('gives of claims asked together, shorter and longer ones, what it gives of each alone', async () => {
    const prefix = await engine.prefill(pattern(entry.image.size));
    const claims = [
      ...parity.answers.map(({ claim }) => claim),
      'a girl',
      'an old man holding a red lantern',
    ];
    expect(claims.length).toBeLessThanOrEqual(engine.together);
    const together = await engine.logits(prefix, claims);
    expect(together).toHaveLength(claims.length);
    for (const [i, claim] of claims.entries()) {
      const [alone] = await engine.logits(prefix, [claim]);
      expect(together[i], claim).toBeCloseTo(alone ?? Number.NaN, 4);
    }
    expect(new Set(together.map((logit) => logit.toFixed(3))).size).toBeGreaterThan(2);
  });

  it('says in one line what its graph refuses, and prints nothing of what it was given', async () => {
    const printed = vi.spyOn(console, 'error').mockReturnValue();
    const prefix = await engine.prefill(pattern(entry.image.size));
    const halves = Object.entries(prefix.cache).map(([name, { dims, size }]) => [
      name,
      new Tensor('float16', new Uint16Array(size), dims),
    ]);
    const refused = await engine
      .logits({ ...prefix, cache: Object.fromEntries(halves) }, ['a girl'])
      .catch((thrown: unknown) => nativeReason(thrown));
    expect(refused).toMatch(/^Unexpected input data type\. .*float16.*$/);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });
});

describe('the judge', () => {
  it('tells what a picture shows from what it does not, and declines what it was not taught', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'continuist-judge-'));
    const scene = {
      ...sampleScene(seededRandom(7), { place: 'kitchen', time: 'day' }),
      style: 'ink' as const,
    };
    const file = join(folder, 'frame.png');
    await sharp(await renderScenePng(scene)).toFile(file);
    const judge = await loadJudge('storybook', { modelsFolder: models, threads: 1 });
    try {
      const ask = (id: string, kind: 'place' | 'style' | 'entity', text: string) => ({ id, kind, text });
      const { answers, features, timings } = await judge.judge({
        file,
        questions: [
          ask('right place', 'place', 'in a kitchen'),
          ask('wrong place', 'place', 'on a mountain'),
          ask('right style', 'style', 'an ink drawing'),
          ask('wrong style', 'style', 'a paper cut-out'),
          ask('unknown', 'entity', 'a spaceship'),
        ],
      });
      const p = Object.fromEntries(answers.map((answer) => [answer.id, answer.p]));
      expect(p['right place']).toBeGreaterThan(0.8);
      expect(p['wrong place']).toBeLessThan(0.2);
      expect(p['right style']).toBeGreaterThan(0.8);
      expect(p['wrong style']).toBeLessThan(0.2);
      expect(p.unknown).toBeNull();
      expect(answers.at(-1)?.reason).toContain('spaceship');
      expect(features.length).toBeGreaterThan(64);
      expect(timings.total).toBeGreaterThan(0);
    } finally {
      await judge.close();
      await rm(folder, { recursive: true });
    }
  });

  it('names the file that is missing or empty before anything is loaded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'continuist-models-'));
    await cp(join(models, filesFolder), join(folder, filesFolder), { recursive: true });
    await truncate(join(folder, filesFolder, 'onnx/vision_encoder.onnx'));
    await expect(loadJudge('storybook', { modelsFolder: folder, threads: 1 })).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      data: { file: 'onnx/vision_encoder.onnx' },
    });
    await expect(loadJudge('nobody', { modelsFolder: folder, threads: 1 })).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
    });
    await rm(folder, { recursive: true });
  });

  it('refuses what is not a picture, saying so', async () => {
    const judge = await loadJudge('storybook', { modelsFolder: models, threads: 1 });
    const file = fileURLToPath(import.meta.url);
    await expect(judge.judge({ file, questions: [] })).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    await judge.close();
  });
});

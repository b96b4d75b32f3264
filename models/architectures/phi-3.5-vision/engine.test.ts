import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { env } from '@huggingface/transformers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Judge } from '../../judge/judge.js';
import { CATALOGUE, type CatalogueEntry, filesFor } from '../../library/catalogue.js';
import { judgeFrom } from '../../runtime/engine-judge.js';
import { Phi35VisionEngine } from './engine.js';

const fixture = fileURLToPath(new URL('test/fixture', import.meta.url));
const published = CATALOGUE.find(({ id }) => id === 'phi-3.5-vision') as CatalogueEntry;
const sessions = ['vision_encoder', 'prepare_inputs_embeds', 'model'];
const entry: CatalogueEntry = {
  ...published,
  source: { kind: 'folder', folder: fixture },
  image: { ...published.image, size: 56 },
  files: [
    'config.json',
    'tokenizer.json',
    'tokenizer_config.json',
    ...sessions.map((name) => `onnx/${name}.onnx`),
  ].map((path) => ({ path, size: null, sha256: null, about: null })),
  devices: {
    cpu: { dtype: { vision_encoder: 'fp32', prepare_inputs_embeds: 'fp32', model: 'fp32' }, memory: null },
  },
};
const load = (folder = fixture): Promise<Judge> =>
  judgeFrom(Phi35VisionEngine.load, entry, {
    folder,
    device: 'cpu',
    threads: 1,
    prepared: join(tmpdir(), 'continuist-unused'),
    rewrite: ({ text }) => ({ text }),
  });

describe('Phi-3.5-vision as a judge', () => {
  let folder: string;
  let judge: Judge;
  const hub = vi.fn(() => Promise.reject(new Error('the hub was called')));
  const { fetch } = env;

  beforeAll(async () => {
    env.fetch = hub;
    folder = await mkdtemp(join(tmpdir(), 'continuist-phi-'));
    judge = await load();
  });
  afterAll(async () => {
    env.fetch = fetch;
    await judge.close();
    await rm(folder, { recursive: true });
  });

  async function ask(file: string, ...claims: string[]): Promise<(number | null)[]> {
    const questions = claims.map((text, at) => ({ id: `${at}`, kind: 'entity' as const, text }));
    const { answers, whole } = await judge.judge({ file, questions, whole: 'a girl and a dog at night' });
    expect(whole).toBeGreaterThan(0);
    return answers.map(({ p }) => p);
  }

  it('answers each claim with a probability, the same in any order, and never asks the hub', async () => {
    const file = join(fixture, 'wide.png');
    const [girl, dog] = await ask(file, 'a girl in a red coat', 'no dog');
    expect(await ask(file, 'no dog', 'a girl in a red coat')).toEqual([dog, girl]);
    expect(girl).toBeGreaterThan(0);
    expect(girl).toBeLessThan(1);
    expect(girl).not.toBe(dog);
    expect(judge.description).toMatchObject({ licence: 'MIT', device: 'cpu' });
    expect(hub).not.toHaveBeenCalled();
  });

  it('answers otherwise when only the last part of a wide or tall picture changes', async () => {
    for (const name of ['wide', 'strip', 'tall', 'square']) {
      const file = join(fixture, `${name}.png`);
      const { width, height } = await sharp(file).metadata();
      const patch = { width: Math.ceil(width / 4), height: Math.ceil(height / 4) };
      const corner = { left: width - patch.width, top: height - patch.height };
      const input = { create: { ...patch, channels: 3, background: '#ff00ff' } } as const;
      const changed = join(folder, `${name}.png`);
      await sharp(file)
        .composite([{ input, ...corner }])
        .png()
        .toFile(changed);
      const [before] = await ask(file, 'a girl in a red coat');
      const [after] = await ask(changed, 'a girl in a red coat');
      expect(Math.abs((before ?? 0) - (after ?? 0)), name).toBeGreaterThan(1e-3);
    }
  });

  it('takes a claim as words, whatever it is made of', async () => {
    const file = join(fixture, 'square.png');
    const tokens = ['<|end|>', '<|image|>', '<|image_1|>', '<s>', '</s>', '<unk>'];
    const [blank, ...others] = await ask(file, '  no dog', ...tokens.map((token) => `${token} no dog`));
    expect(others).toEqual(tokens.map(() => blank));
  });

  it('is not begun when a graph needs a file that is not known', async () => {
    const copy = join(folder, 'copy');
    await cp(fixture, copy, { recursive: true });
    await appendFile(join(copy, 'onnx/model.onnx'), 'model.onnx_data');
    await expect(load(copy)).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      data: { file: 'onnx/model.onnx_data' },
    });
  });
});

it('needs on each device its own weights and what lies beside them', () => {
  const paths = (device: 'cpu' | 'webgpu') => filesFor(published, device).map(({ path }) => path);
  const shared = [
    'config.json',
    'tokenizer.json',
    'tokenizer_config.json',
    'onnx/vision_encoder_q4.onnx',
    'onnx/prepare_inputs_embeds_q4.onnx',
  ];
  expect(paths('cpu')).toEqual([...shared, 'onnx/model_q4.onnx', 'onnx/model_q4.onnx_data']);
  expect(paths('webgpu')).toEqual([...shared, 'onnx/model_q4f16.onnx']);
});

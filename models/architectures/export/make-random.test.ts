/**
 * The models with random weights that `bench:runtime -- --random` measures, at their smallest: each is made and judges
 * a picture, or looks at one. Runs where CONTINUIST_PYTHON names a Python with requirements.txt, and is skipped elsewhere.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@testing/folder.js';
import { InferenceSession } from 'onnxruntime-node';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, type CatalogueEntry, EYES, type EyeEntry, onnxFile } from '../../library/index.js';
import { judgeFrom } from '../../runtime/index.js';
import { Dinov2Engine, GroundingDinoEngine, LlavaOnevisionEngine, Phi35VisionEngine } from '../index.js';

const python = process.env.CONTINUIST_PYTHON ?? '';
/** Sides of the pictures that the smallest towers take, pixels. */
const SIDE = 56;
const KINDS = [
  { id: 'llava-onevision-0.5b', decoder: 'decoder_model_merged' },
  { id: 'phi-3.5-vision', decoder: 'model' },
] as const;

const entryOf = (id: string): CatalogueEntry => {
  const found = CATALOGUE.find((entry) => entry.id === id);
  if (!found) throw new Error(`no model is called ${id}`);
  return { ...found, image: { ...found.image, size: SIDE } };
};

/** `size`: side of the pictures that the smallest one takes, pixels. */
const eyeOf = (id: string, size: number): EyeEntry => {
  const found = EYES.find((eye) => eye.id === id);
  if (!found?.image) throw new Error(`no eye of square pictures is called ${id}`);
  return { ...found, image: { ...found.image, size } };
};

async function painted(): Promise<string> {
  const file = join(await temporaryFolder(), 'frame.png');
  await sharp({ create: { width: 96, height: 64, channels: 3, background: '#a03020' } }).toFile(file);
  return file;
}

async function optionsFor(prepared: string) {
  await mkdir(prepared);
  return { device: 'cpu', threads: 1, prepared } as const;
}

async function made(
  { architecture }: Pick<CatalogueEntry | EyeEntry, 'architecture'>,
  ...flags: string[]
): Promise<string> {
  const folder = join(await temporaryFolder(), 'model');
  const maker = fileURLToPath(new URL(`../${architecture}/export/make_random.py`, import.meta.url));
  const child = spawn(python, [maker, '--smallest', '--out', folder, ...flags], { stdio: 'ignore' });
  expect(await once(child, 'close')).toEqual([0, null]);
  return folder;
}

/** Type of the tensors that each decoder takes as its past and gives back for it. */
async function typesOfMemory(file: string) {
  const session = await InferenceSession.create(file, { logSeverityLevel: 4 });
  const typesOf = (values: InferenceSession['inputMetadata'], side: string) => [
    ...new Set(
      values.flatMap((value) => (value.name.startsWith(side) && value.isTensor ? [value.type] : [])),
    ),
  ];
  return {
    past: typesOf(session.inputMetadata, 'past_key_values.'),
    present: typesOf(session.outputMetadata, 'present.'),
  };
}

describe.runIf(python)('a model with random weights', () => {
  for (const { id, decoder } of KINDS) {
    it(`${id} judges a picture on the processor`, async () => {
      const entry = entryOf(id);
      const folder = await made(entry);
      const memory = await typesOfMemory(join(folder, onnxFile(decoder, 'q4')));
      expect(memory).toEqual({ past: ['float32'], present: ['float32'] });

      const file = await painted();
      const options = {
        ...(await optionsFor(join(await temporaryFolder(), 'prepared'))),
        folder,
        rewrite: ({ text }: { text: string }) => ({ text }),
      };
      const judge =
        entry.architecture === 'llava-onevision'
          ? await judgeFrom(LlavaOnevisionEngine.load, entry, options)
          : await judgeFrom(Phi35VisionEngine.load, entry, options);
      const questions = ['a girl', 'a red coat'].map((text, at) => ({
        id: `${at}`,
        kind: 'entity' as const,
        text,
      }));
      const { answers, features } = await judge.judge({ file, questions });
      expect(answers.map(({ p }) => p)).toEqual([expect.any(Number), expect.any(Number)]);
      expect([...answers.map(({ p }) => p ?? Number.NaN), ...features].every(Number.isFinite)).toBe(true);
      await judge.close();
    });

    it(`${id} remembers in half precision for a card`, async () => {
      const entry = entryOf(id);
      const folder = await made(entry, '--half');
      expect(await typesOfMemory(join(folder, onnxFile(decoder, 'q4f16')))).toEqual({
        past: ['float16'],
        present: ['float16'],
      });
    });
  }

  it('grounding-dino-tiny looks for things in a picture', async () => {
    const eye = eyeOf('grounding-dino-tiny', 128);
    const options = await optionsFor(join(await temporaryFolder(), 'prepared'));
    const engine = await GroundingDinoEngine.load(await made(eye), eye, options);
    const { logits, words, boxes } = await engine.run(
      await engine.prepare(await painted()),
      engine.encode('girl. fox.'),
    );
    expect(logits).toHaveLength((boxes.length / 4) * words);
    expect(boxes.every(Number.isFinite)).toBe(true);
    await engine.close();
  });

  it('dinov2-small looks at a part of a picture', async () => {
    const eye = eyeOf('dinov2-small', 224);
    const options = await optionsFor(join(await temporaryFolder(), 'prepared'));
    const engine = await Dinov2Engine.load(await made(eye), eye, options);
    const part = { x: 0.25, y: 0, width: 0.5, height: 1 };
    const features = await engine.features(await engine.prepare(await painted(), part));
    expect(Math.hypot(...features)).toBeCloseTo(1);
    await engine.close();
  });
});

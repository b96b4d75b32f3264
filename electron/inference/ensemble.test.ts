/** Two loads of the embedded model, and a server, together in the real process. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addModel } from '@models/library/add-model.js';
import { CATALOGUE } from '@models/library/catalogue.js';
import { renderScenePng, sampleClaims, sampleScene, seededRandom } from '@models/storybook/world/index.js';
import { PretendServer } from '@testing/pretend-server.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { InferenceClient } from './client.js';
import { startNodeChild } from './node-child.js';

const modelsFolder = fileURLToPath(new URL('../../models', import.meta.url));
const scene = sampleScene(seededRandom(11));
const questions = sampleClaims(scene, seededRandom(12), 10).map(({ kind, text }, at) => ({
  id: String(at),
  kind,
  text,
}));
const outside = { id: 'outside', kind: 'entity' as const, text: 'a spaceship' };

let folder: string;
let file: string;
let members: string[] = [];
let server: PretendServer;
let client: InferenceClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-ensemble-'));
  file = join(folder, 'frame.png');
  await writeFile(file, await renderScenePng(scene));
  const downloadsFolder = join(folder, 'models');
  await addModel(join(modelsFolder, 'storybook', 'files'), 'copy', { modelsFolder, downloadsFolder });
  // The copy speaks the embedded model's words, is asked as that is, and its calibration is its own.
  const entryFile = join(downloadsFolder, 'copy', 'entry.json');
  const entry = JSON.parse(await readFile(entryFile, 'utf8'));
  const { prompt, world, together, padded } = CATALOGUE.find(({ id }) => id === 'storybook') ?? {};
  entry.files.push({ path: 'calibration.json' });
  await writeFile(entryFile, JSON.stringify({ ...entry, prompt, world, together, padded }));
  server = await new PretendServer({ p: () => 0.98 }).start();
  client = new InferenceClient({
    start: startNodeChild,
    modelsFolder,
    downloadsFolder,
    threads: 1,
    servers: () => [{ url: server.url, model: '', inFlight: 4 }],
    ensemble: () => members,
  });
});

afterAll(async () => {
  await client.close();
  await server.kill();
  await rm(folder, { recursive: true, force: true });
});

it('says what the model says alone when both members are that model', async () => {
  const alone = await client.judge('storybook', { file, questions: [...questions, outside] });
  members = ['storybook', 'copy'];
  const together = await client.judge('ensemble', { file, questions: [...questions, outside] });
  expect(together.features).toEqual(alone.features);
  for (const [at, { p }] of alone.answers.entries()) {
    const fused = together.answers[at];
    if (p === null)
      expect(fused).toEqual({ id: 'outside', p: null, reason: expect.stringContaining('spaceship') });
    else {
      expect(fused).toMatchObject({
        reason: '',
        agreement: 1,
        members: [
          { id: 'storybook', p },
          { id: 'copy', p },
        ],
      });
      expect(fused?.p).toBeCloseTo(p, 3);
    }
  }
});

it('is another judge when its members change, and may have a server among them', async () => {
  members = ['storybook', 'copy'];
  const { version } = await client.describe('ensemble');
  members = ['storybook', 'openai-compatible'];
  const description = await client.describe('ensemble');
  expect(description.version).not.toBe(version);
  expect(description).toMatchObject({ device: 'cpu and server', keepsTime: true, concurrency: 1 });
  const { answers } = await client.judge('ensemble', { file, questions: [...questions, outside] });
  const { pass, fail } = description.thresholds.entity;
  expect(server.asked).toHaveLength(questions.length + 1);
  // Only the server knows the word.
  expect(answers.at(-1)).toMatchObject({
    p: expect.closeTo(0.98, 2),
    members: [{ id: 'storybook', p: null }, { id: 'openai-compatible' }],
  });
  const disagreed = answers.filter(({ reason }) => reason.startsWith('the judges disagree'));
  expect(disagreed.length).toBeGreaterThan(0);
  for (const { p } of disagreed) {
    expect(p).toBeGreaterThan(fail);
    expect(p).toBeLessThan(pass);
  }
});

it('names the member that cannot be loaded', async () => {
  members = ['storybook', 'llava-onevision-0.5b'];
  await expect(client.describe('ensemble')).rejects.toMatchObject({
    code: 'JUDGE_UNAVAILABLE',
    message: expect.stringContaining('models download llava-onevision-0.5b'),
  });
});

/**
 * One model on one device, tried with a picture whose truth is known: how long it takes, what it holds, and whether
 * what it says makes sense. In a process of its own, so that what breaks is told and takes nothing with it.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gpuMemory, InferenceClient, type InferenceOptions, peakMemory } from '@inference/index.js';
import type { Answer, Question } from '@models/judge/index.js';
import { findModel } from '@models/library/index.js';
import { imagine, renderScenePng, type Scene, truthOf } from '@models/storybook/world/index.js';
import type { SelfTest } from '@shared/contract/index.js';
import type { Device } from '@shared/device.js';
import { ContinuistError } from '@shared/errors.js';

/** A scene in which the world's girl and fox are as the prompt says. */
const SCENE = {
  prompt: 'A girl in a green coat and a black fox, in a forest at night. A medium shot, gouache.',
  seed: 4,
};
const QUESTIONS: readonly Question[] = [
  ...['a girl', 'a fox', 'a cat', 'an old man', 'a bicycle'].map((text) => asked('entity', text)),
  asked('attribute', 'a girl in a green coat'),
  asked('attribute', 'a girl in a red coat'),
  asked('place', 'in a forest'),
  asked('place', 'in a kitchen'),
  asked('time', 'at night'),
];
/** Frames after the first, which compiles and warms up. */
const ROUNDS = 3;
/** Answers closer together than this say the same of everything. */
const SPREAD = 0.01;

function asked(kind: Question['kind'], text: string): Question {
  return { id: text, kind, text };
}

export interface SelfTestOrder {
  readonly id: string;
  readonly device: Device;
  readonly signal?: AbortSignal | undefined;
}

/** Throws JUDGE_UNAVAILABLE or JUDGE_FAILED with what went wrong, CANCELLED when the signal aborts. */
export async function selfTest(
  { id, device, signal }: SelfTestOrder,
  options: Pick<InferenceOptions, 'start' | 'modelsFolder' | 'downloadsFolder' | 'threads'>,
): Promise<SelfTest> {
  const { modelsFolder, downloadsFolder = null } = options;
  const entry = findModel(id, { modelsFolder, downloadsFolder });
  if (!entry) throw new ContinuistError('MODEL_UNKNOWN', `no judge is called “${id}”`, { model: id });
  const folder = await mkdtemp(join(tmpdir(), 'continuist-self-test-'));
  const client = new InferenceClient({
    ...options,
    devices: () => ({ devices: [device], refused: [] }),
  });
  const cancel = () => void client.close();
  signal?.addEventListener('abort', cancel);
  try {
    signal?.throwIfAborted();
    const { scene } = imagine(SCENE);
    const file = join(folder, 'scene.png');
    await writeFile(file, await renderScenePng(scene, { width: 640, height: 360 }));
    const load = await timed(() => client.describe(id));
    const card: (number | null)[] = [await gpuMemory(client.pid)];
    const judge = () => timed(() => client.judge(id, { file, questions: QUESTIONS }));
    const first = await judge();
    const rest: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rest.push((await judge()).seconds);
      card.push(await gpuMemory(client.pid));
    }
    const known = card.filter((bytes) => bytes !== null);
    return {
      id,
      device,
      loadSeconds: load.seconds,
      firstSeconds: first.seconds,
      frameSeconds: rest.reduce((sum, seconds) => sum + seconds, 0) / ROUNDS,
      questions: QUESTIONS.length,
      memory: await peakMemory(client.pid),
      gpuMemory: known.length > 0 ? Math.max(...known) : null,
      ...judged(first.value.answers, entry.world === 'storybook' ? scene : null),
    };
  } finally {
    signal?.removeEventListener('abort', cancel);
    await client.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** `scene`: where the judge is held to the truth; null = only to saying something. */
export function judged(
  answers: readonly Answer[],
  scene: Scene | null,
): Pick<SelfTest, 'sane' | 'verdict' | 'answers'> {
  const rows = answers.map(({ id, p }) => ({ text: id, p, wanted: (scene && truthOf(scene, id)) ?? null }));
  const values = rows.map(({ p }) => p ?? Number.NaN);
  const of = (sane: boolean, verdict: string) => ({ sane, verdict, answers: rows });
  if (!values.every((p) => Number.isFinite(p) && p >= 0 && p <= 1)) {
    const finite = rows.map((row) => ({ ...row, p: Number.isFinite(row.p) ? row.p : null }));
    return { sane: false, verdict: 'Some answers are not numbers.', answers: finite };
  }
  if (Math.max(...values) - Math.min(...values) < SPREAD)
    return of(false, 'It gives the same answer to everything.');
  const wrong = rows.filter(({ p, wanted }) => wanted !== null && (p ?? 0) >= 0.5 !== wanted);
  if (wrong.length > 0) return of(false, `Wrong about: ${wrong.map(({ text }) => text).join(', ')}.`);
  const right = rows.filter(({ wanted }) => wanted !== null).length;
  if (right > 0) return of(true, `All ${right} answers are right.`);
  return of(true, 'Its answers are numbers and differ. Whether they are right is not known.');
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1000 };
}

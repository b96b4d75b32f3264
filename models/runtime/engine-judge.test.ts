import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  ARCHITECTURES,
  CATALOGUE,
  type CatalogueEntry,
  type Device,
  type Dtype,
  onnxFile,
} from '../library/catalogue.js';
import type { EngineOptions } from './engine.js';
import { judgeFrom } from './engine-judge.js';

const published = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;
const sessions = ARCHITECTURES[published.architecture];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-judge-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What a judge is loaded with, of files that hold no more than their names and `more`. */
async function loaded(dtype: Dtype, device: Device, change: Partial<CatalogueEntry> = {}, more = '') {
  const of = Object.fromEntries(sessions.map((session) => [session, dtype]));
  const paths = sessions.map((session) => onnxFile(session, dtype));
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), path + more);
  }
  const entry: CatalogueEntry = {
    ...published,
    files: paths.map((path) => ({ path, size: null, sha256: null, about: null })),
    devices: { [device]: { dtype: of, memory: null } },
    ...change,
  };
  let options: EngineOptions | undefined;
  const engine = {} as never;
  const judge = await judgeFrom(
    async (_folder, _entry, given) => {
      options = given;
      return engine;
    },
    entry,
    { folder, device, threads: 1, prepared: folder, rewrite: ({ text }) => ({ text }) },
  );
  return { version: judge.description.version, prepared: options?.prepared };
}

it.each([
  ['q4', true],
  ['q4f16', true],
  ['fp16', false],
  ['fp32', false],
] as const)('a judge of %s is another on the processor, where it is tuned: %s', async (dtype, isOther) => {
  const [processor, card] = [await loaded(dtype, 'cpu'), await loaded(dtype, 'webgpu')];
  expect(processor.version !== card.version).toBe(isOther);
});

it('a judge is another with another prompt or another file, and what is prepared for it lies apart', async () => {
  const first = await loaded('q4', 'cpu');
  expect(first.version).toMatch(/^llava-onevision-0\.5b-[0-9a-f]{12}$/);
  expect(first.prepared).toBe(join(folder, first.version));
  expect(await loaded('q4', 'cpu')).toEqual(first);
  const asked = await loaded('q4', 'cpu', { prompt: { ...published.prompt, question: ' {claim}?' } });
  expect(asked.version).not.toBe(first.version);
  const changed = await loaded('q4', 'cpu', {}, 'more');
  expect(changed.version).not.toBe(first.version);
  expect(changed.prepared).toBe(join(folder, changed.version));
});

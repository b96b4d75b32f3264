/** The storybook judge on WebGPU, in a real process, on a driver that draws in software. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JudgeRequest } from '@models/judge/judge.js';
import { ARCHITECTURES, CATALOGUE, type CatalogueEntry } from '@models/library/catalogue.js';
import type { Chain } from '@models/runtime/devices/devices.js';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { InferenceClient } from './client.js';
import { startNodeChild } from './node-child.js';
import { probe } from './probe.js';
import { HAS_SOFTWARE_VULKAN, softwareVulkan } from './testing/software-vulkan.js';

const modelsFolder = fileURLToPath(new URL('../../models', import.meta.url));
const file = fileURLToPath(
  new URL('../../examples/lantern/keyframes/scene_001_keyframe_00_t0.00.webp', import.meta.url),
);
const request: JudgeRequest = {
  file,
  questions: ['a girl', 'a fox', 'a girl in a red coat', 'at night'].map((text, id) => ({
    id: String(id),
    kind: 'entity',
    text,
  })),
};
const tiny = join(modelsFolder, 'architectures/phi-3.5-vision/test/fixture');
const clients: InferenceClient[] = [];

/** The fixture of Phi-3.5-vision, small and with weights that mean nothing, as a model of the user's own. */
function tinyPhi(): CatalogueEntry {
  const published = CATALOGUE.find(({ id }) => id === 'phi-3.5-vision') as CatalogueEntry;
  const sessions = ARCHITECTURES['phi-3.5-vision'];
  const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
  const dtype = Object.fromEntries(sessions.map((session) => [session, 'fp32' as const]));
  return {
    ...published,
    id: 'tiny',
    source: { kind: 'folder', folder: tiny },
    image: { ...published.image, size: 56 },
    files: [...files, ...sessions.map((session) => `onnx/${session}.onnx`)].map((path) => ({
      path,
      size: null,
      sha256: null,
      about: null,
    })),
    devices: { cpu: { dtype, memory: null }, webgpu: { dtype, memory: null } },
  };
}

function judgeOn(devices: Chain['devices'], downloadsFolder: string | null = null): InferenceClient {
  const made = new InferenceClient({
    start: startNodeChild,
    modelsFolder,
    downloadsFolder,
    threads: 2,
    devices: () => ({ devices, refused: [] }),
    loadTimeout: 400_000,
    timeout: 400_000,
  });
  clients.push(made);
  return made;
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(clients.splice(0).map((made) => made.close()));
});

describe.runIf(HAS_SOFTWARE_VULKAN)('WebGPU', () => {
  it('answers as the processor does', async () => {
    for (const [name, value] of Object.entries(softwareVulkan())) vi.stubEnv(name, value);
    expect(await probe('webgpu', { start: startNodeChild, modelsFolder })).toBe('');
    const gpu = judgeOn(['webgpu', 'cpu']);
    const cpu = judgeOn(['cpu']);
    const [on, off] = [await gpu.describe('storybook'), await cpu.describe('storybook')];
    expect([on.device, on.refused, off.device]).toEqual(['webgpu', undefined, 'cpu']);
    // The same weights in the same precision: what one has judged need not be judged again on the other.
    expect(on.version).toBe(off.version);
    const wanted = await cpu.judge('storybook', request);
    // Twice: the memory of the first picture is let go before the second.
    for (const round of [1, 2]) {
      const found = await gpu.judge('storybook', request);
      for (const [index, { p }] of wanted.answers.entries())
        expect(Math.abs((found.answers[index]?.p ?? Number.NaN) - (p ?? 0)), `${round}`).toBeLessThan(1e-2);
    }
  });

  it('runs the other architecture, too', async () => {
    for (const [name, value] of Object.entries(softwareVulkan())) vi.stubEnv(name, value);
    const downloads = await mkdtemp(join(tmpdir(), 'continuist-webgpu-'));
    onTestFinished(() => rm(downloads, { recursive: true, force: true }));
    await mkdir(join(downloads, 'tiny'));
    await writeFile(join(downloads, 'tiny', 'entry.json'), JSON.stringify(tinyPhi()));
    const [gpu, cpu] = [judgeOn(['webgpu'], downloads), judgeOn(['cpu'], downloads)];
    for (const name of ['wide.png', 'tall.png']) {
      const asked = { ...request, file: join(tiny, name) };
      const wanted = await cpu.judge('tiny', asked);
      const found = await gpu.judge('tiny', asked);
      for (const [index, { p }] of wanted.answers.entries())
        expect(Math.abs((found.answers[index]?.p ?? Number.NaN) - (p ?? 0)), name).toBeLessThan(1e-2);
    }
  });

  it('is refused in ONNX Runtime’s words where no driver is, and the processor takes its place', async () => {
    const { LD_LIBRARY_PATH } = softwareVulkan();
    vi.stubEnv('LD_LIBRARY_PATH', LD_LIBRARY_PATH);
    vi.stubEnv('VK_ICD_FILENAMES', '/nowhere/driver.json');
    const { device, refused } = await judgeOn(['webgpu', 'cuda', 'cpu']).describe('storybook');
    expect(device).toBe('cpu');
    expect(refused).toEqual([
      { device: 'webgpu', reason: expect.stringContaining('Failed to get a WebGPU adapter') },
      { device: 'cuda', reason: 'Storybook has no files for cuda' },
    ]);
    expect(await probe('cuda', { start: startNodeChild, modelsFolder })).toMatch(
      /no part of this installation/,
    );
  });
});

/** Judges on WebGPU, in a real process, on a driver that computes in software: more than a minute. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JudgeRequest } from '@models/judge/judge.js';
import { ARCHITECTURES, CATALOGUE, type CatalogueEntry } from '@models/library/catalogue.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startNodeChild } from './node-child.js';
import { probe } from './probe.js';
import { judgeOn, modelsFolder } from './testing/judge-on.js';
import { HAS_SOFTWARE_VULKAN, softwareVulkan } from './testing/software-vulkan.js';

const request: JudgeRequest = {
  file: fileURLToPath(
    new URL('../../examples/lantern/keyframes/scene_001_keyframe_00_t0.00.webp', import.meta.url),
  ),
  questions: ['a girl', 'a fox', 'a girl in a red coat', 'at night'].map((text, id) => ({
    id: String(id),
    kind: 'entity',
    text,
  })),
};

const tiny = join(modelsFolder, 'architectures/phi-3.5-vision/test/fixture');

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

  it('answers as the processor does for a model of many sessions', async () => {
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
});

/** WebGPU, in a real process, on a driver that computes in software. Our own judge on it: webgpu.long.test.ts. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JudgeRequest } from '@models/judge/judge.js';
import { ARCHITECTURES, CATALOGUE, type CatalogueEntry } from '@models/library/catalogue.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startNodeChild } from './node-child.js';
import { probe } from './probe.js';
import { judgeOn, modelsFolder } from './testing/judge-on.js';
import { HAS_SOFTWARE_VULKAN, softwareVulkan } from './testing/software-vulkan.js';

const questions: JudgeRequest['questions'] = ['a girl', 'a fox', 'a girl in a red coat', 'at night'].map(
  (text, id) => ({ id: String(id), kind: 'entity', text }),
);
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
    const downloads = await mkdtemp(join(tmpdir(), 'continuist-webgpu-'));
    onTestFinished(() => rm(downloads, { recursive: true, force: true }));
    await mkdir(join(downloads, 'tiny'));
    await writeFile(join(downloads, 'tiny', 'entry.json'), JSON.stringify(tinyPhi()));
    const [gpu, cpu] = [judgeOn(['webgpu'], downloads), judgeOn(['cpu'], downloads)];
    for (const name of ['wide.png', 'tall.png']) {
      const asked = { questions, file: join(tiny, name) };
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

/** The storybook judge on WebGPU, in a real process, on a driver that computes in software: most of a minute. */
import { fileURLToPath } from 'node:url';
import type { JudgeRequest } from '@models/judge/judge.js';
import { describe, expect, it, vi } from 'vitest';
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
});

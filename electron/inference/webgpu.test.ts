/** WebGPU, in a real process, where no driver is. What it answers with one: webgpu.long.test.ts. */
import { expect, it, vi } from 'vitest';
import { startNodeChild } from './node-child.js';
import { probe } from './probe.js';
import { judgeOn, modelsFolder } from './testing/judge-on.js';
import { HAS_SOFTWARE_VULKAN, softwareVulkan } from './testing/software-vulkan.js';

it.runIf(HAS_SOFTWARE_VULKAN)(
  'is refused in ONNX Runtime’s words where no driver is, and the processor takes its place',
  async () => {
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
  },
);

import { expect, it } from 'vitest';
import { kernelMemory, nvidiaMemory, peakMemory } from './memory.js';

it('reads what NVIDIA’s tool says of one process, and nothing where it says nothing', () => {
  expect(nvidiaMemory('311, 812\n4242, 1500\n4242, 36\n', 4242)).toBe(1536 * 2 ** 20);
  expect(nvidiaMemory('311, 812\n', 4242)).toBeNull();
  expect(nvidiaMemory('4242, [N/A]\n', 4242)).toBeNull();
});

it('counts the memory of a client of the kernel once, however many files it has open', () => {
  const open = (client: number, vram: string) =>
    `pos:\t0\ndrm-driver:\tamdgpu\ndrm-pdev:\t0000:03:00.0\ndrm-client-id:\t${client}\n${vram}`;
  const files = [open(7, 'drm-total-vram:\t2048 KiB\n'), open(7, 'drm-total-vram:\t2048 KiB\n')];
  expect(kernelMemory([...files, open(8, 'drm-total-vram:\t1 MiB\n'), 'pos:\t0\n'])).toBe(3 * 2 ** 20);
  expect(kernelMemory(['pos:\t0\n'])).toBeNull();
});

it('knows what this very process took, where the system tells', async () => {
  const peak = await peakMemory(process.pid);
  if (process.platform === 'linux') expect(peak).toBeGreaterThan(process.memoryUsage().rss / 2);
  else expect(peak).toBeNull();
  expect(await peakMemory(undefined)).toBeNull();
});

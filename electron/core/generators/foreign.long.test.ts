/** Clients that others wrote for the real servers find in the doubles what they need. Skipped, and said, without them. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { A1111Double } from '@testing/a1111/double.js';
import { ComfyDouble } from '@testing/comfyui/double.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import { expect, it, onTestFinished, type TestContext } from 'vitest';
import { installed, run } from './testing/foreign/installed.js';

const at = (name: string): string => fileURLToPath(new URL(`testing/foreign/${name}`, import.meta.url));

async function folderOf(
  { skip }: TestContext,
  kind: 'python' | 'node',
  names: readonly string[],
): Promise<string> {
  const found = await installed(kind, names);
  if ('why' in found) return skip(found.why);
  onTestFinished(() => rm(found.folder, { recursive: true, force: true }));
  return found.folder;
}

async function saidBy(program: string, args: readonly string[], env: Record<string, string> = {}) {
  const { out, error } = await run(program, args, env);
  const [line = ''] = out.trim().split('\n').slice(-1);
  if (!line.startsWith('{')) throw new Error(`${out}\n${error}`);
  return JSON.parse(line) as Record<string, unknown>;
}

it('webuiapi makes pictures on the A1111 double', async (context) => {
  const folder = await folderOf(context, 'python', ['webuiapi']);
  const double = await new A1111Double().start();
  onTestFinished(() => double.stop());
  const { hostname, port } = new URL(double.url);
  expect(await saidBy('python3', [at('webuiapi_client.py'), hostname, port], { PYTHONPATH: folder })).toEqual(
    {
      models: ['tiny_sd15.safetensors'],
      samplers: 25,
      sizes: [
        [64, 64],
        [64, 64],
        [64, 64],
      ],
      seed: 5,
      kept: true,
      progress: 0,
    },
  );
});

it('comfy-headless makes a picture on the ComfyUI double', async (context) => {
  const folder = await folderOf(context, 'python', ['comfy-headless']);
  const double = await new ComfyDouble().start();
  onTestFinished(() => double.stop());
  expect(
    await saidBy('python3', [at('comfy_headless_client.py'), double.url], { PYTHONPATH: folder }),
  ).toEqual({
    online: true,
    checkpoints: ['tiny_sd15.safetensors'],
    success: true,
    error: null,
    png: ['PNG'],
    queue: { queue_running: [], queue_pending: [] },
  });
});

it('comfyui-sdk makes a picture on the ComfyUI double', async (context) => {
  const folder = await folderOf(context, 'node', ['@saintno/comfyui-sdk']);
  // It misses the end of what ends before it looks.
  const double = await new ComfyDouble({ step: () => 100 }).start();
  onTestFinished(() => double.stop());
  const args = [join(folder, 'package.json'), double.url, JSON.stringify(usualGraph({ seed: 77 }))];
  expect(await saidBy(process.execPath, [at('comfyui-sdk-client.mjs'), ...args])).toEqual({
    pictures: 1,
    isLarge: true,
  });
});

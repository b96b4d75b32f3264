/** What a process holds, seen from outside: ONNX Runtime does not say, and its own limits are not kept. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The most the process had in memory so far, bytes; null where the system does not tell (elsewhere than Linux). */
export async function peakMemory(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kibibytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kibibytes ? Number(kibibytes) * 1024 : null;
}

/** Of graphics cards, what the process holds now, bytes; null where neither the kernel nor NVIDIA's tool tells. */
export async function gpuMemory(pid: number | undefined): Promise<number | null> {
  if (pid === undefined) return null;
  return (await fromNvidia(pid)) ?? (await fromKernel(pid));
}

async function fromNvidia(pid: number): Promise<number | null> {
  const query = ['--query-compute-apps=pid,used_gpu_memory', '--format=csv,noheader,nounits'];
  const said = await promisify(execFile)('nvidia-smi', query, { timeout: 5_000 }).catch(() => null);
  return said ? nvidiaMemory(said.stdout, pid) : null;
}

async function fromKernel(pid: number): Promise<number | null> {
  const folder = `/proc/${pid}/fdinfo`;
  const names = await readdir(folder).catch(() => []);
  const texts = names.map((name) => readFile(join(folder, name), 'utf8').catch(() => ''));
  return kernelMemory(await Promise.all(texts));
}

/** `text`: lines of process id and MiB. */
export function nvidiaMemory(text: string, pid: number): number | null {
  const lines = text.split('\n').map((line) => line.split(',').map((part) => part.trim()));
  const ours = lines.flatMap(([id, used]) =>
    id === String(pid) && /^\d+$/.test(used ?? '') ? [Number(used)] : [],
  );
  return ours.length > 0 ? ours.reduce((sum, used) => sum + used, 0) * 2 ** 20 : null;
}

/** Of open files' `fdinfo`, as the kernel's DRM drivers write it. Files of one client tell the same memory. */
export function kernelMemory(texts: readonly string[]): number | null {
  const clients = new Map<string, number>();
  for (const text of texts) {
    const client = /^drm-client-id:\s*(\d+)/m.exec(text)?.[1];
    const [, amount, unit] = /^drm-(?:total|memory)-vram:\s*(\d+) ?(KiB|MiB)?/m.exec(text) ?? [];
    if (client === undefined || amount === undefined) continue;
    const card = /^drm-pdev:\s*(\S+)/m.exec(text)?.[1] ?? '';
    clients.set(`${card} ${client}`, Number(amount) * (unit === 'MiB' ? 2 ** 20 : unit === 'KiB' ? 1024 : 1));
  }
  return clients.size > 0 ? [...clients.values()].reduce((sum, bytes) => sum + bytes, 0) : null;
}

/** For tests: a Vulkan driver that needs no graphics card, as the npm package of a headless Chromium ships it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const PACKED = join(root, 'node_modules/@sparticuz/chromium/bin/swiftshader.tar.br');

/** The package's libraries are Linux' on x64. */
export const HAS_SOFTWARE_VULKAN = process.platform === 'linux' && process.arch === 'x64';

/** Unpacks the driver once. Returns what a process needs in its environment to use it and no other. */
export function softwareVulkan(): { VK_ICD_FILENAMES: string; LD_LIBRARY_PATH: string } {
  const folder = join(root, '.cache', 'software-vulkan');
  if (!existsSync(folder)) {
    const part = `${folder}.${process.pid}`;
    mkdirSync(part, { recursive: true });
    execFileSync('tar', ['-x', '-C', part], { input: brotliDecompressSync(readFileSync(PACKED)) });
    renameSync(part, folder);
    rmSync(part, { recursive: true, force: true });
  }
  return { VK_ICD_FILENAMES: join(folder, 'vk_swiftshader_icd.json'), LD_LIBRARY_PATH: folder };
}

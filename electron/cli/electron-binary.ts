import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's program where it is installed and a window can be shown; null otherwise. Downloads nothing. */
export function electronBinary(
  programFolder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const hasDisplay = environment.DISPLAY || environment.WAYLAND_DISPLAY;
  if (platform === 'linux' && !hasDisplay) return null;
  const folder = join(programFolder, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the program's package.json, models and examples, above the module at `url`. */
export function programFolder(url: string): string {
  let folder = dirname(fileURLToPath(url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${url}`);
    folder = parent;
  }
  return folder;
}

/**
 * Where the program's models and examples lie, which are read by more than Node: beside the archive that holds the rest,
 * when the program is packaged.
 */
export const filesFolder = (program: string): string => program.replace(/app\.asar$/, 'app.asar.unpacked');

export function programVersion(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Where this user's programs keep their data, by the custom of the system. */
export function userDataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32')
    return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Continuist');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Continuist');
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'continuist');
}

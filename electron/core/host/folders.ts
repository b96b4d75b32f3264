import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

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

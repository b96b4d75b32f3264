/**
 * Settings from where they may come: flag > environment > continuist.config.json beside the storyboard > the
 * user's settings file > default.
 */
import { join } from 'node:path';
import type { LoadedSettings } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { DEFAULT_SETTINGS, type Settings } from '@shared/settings.js';
import { badSetting, checkedSettings, KEYS } from './check.js';
import { merged } from './generators.js';
import { readSettingsFile, told } from './settings-file.js';
import { problemOf } from './user-file.js';

/** Not from a folder that someone sent: it would name programs to run, or where pictures and keys go. */
const NOT_BESIDE_A_BOARD: readonly (keyof Settings)[] = ['servers', 'mirror', 'generators'];

export const BOARD_SETTINGS_FILE = 'continuist.config.json';
const ENVIRONMENT_PREFIX = 'CONTINUIST_';

export interface SettingsSources {
  /** The user's settings file. */
  readonly userFile: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly flags: Partial<Settings>;
}

/** Throws BAD_SETTING naming the source, the line and the key, when any other source than the user's file is wrong. */
export async function loadSettings(
  sources: SettingsSources,
  boardFolder: string | null,
): Promise<LoadedSettings> {
  const user = await readSettingsFile(sources.userFile);
  const board = boardFolder === null ? {} : await readBoardFile(join(boardFolder, BOARD_SETTINGS_FILE));
  const layers = [user.values, board, fromEnvironment(sources.environment), sources.flags];
  return {
    settings: layers.reduce<Settings>(merged, DEFAULT_SETTINGS),
    problem: problemOf(user, sources.userFile)?.toData() ?? null,
  };
}

async function readBoardFile(file: string): Promise<Partial<Settings>> {
  const { values, defects } = await readSettingsFile(file);
  const [first] = defects;
  if (first) throw new ContinuistError('BAD_SETTING', `${told(file)}, ${first.message}`, { ...first, file });
  const key = NOT_BESIDE_A_BOARD.find((name) => values[name] !== undefined);
  if (key === undefined) return values;
  throw badSetting({ key, message: 'belongs in your own settings, not beside a storyboard' }, told(file));
}

/** CONTINUIST_JUDGE=storybook, CONTINUIST_ROUNDS=2, CONTINUIST_SERVERS='[{"url": …}]'. Others are not ours. */
function fromEnvironment(environment: SettingsSources['environment']): Partial<Settings> {
  const found: Record<string, unknown> = {};
  for (const key of KEYS) {
    const name = ENVIRONMENT_PREFIX + key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    const text = environment[name];
    if (text !== undefined) found[key] = typeof DEFAULT_SETTINGS[key] === 'string' ? text : jsonOr(text);
  }
  if (environment.CONTINUIST_COMMAND) found.command = jsonOr(environment.CONTINUIST_COMMAND);
  return checkedSettings(found, 'the environment');
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

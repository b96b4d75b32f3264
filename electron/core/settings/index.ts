/**
 * Settings from where they may come: flag > environment > continuist.config.json beside the storyboard > the
 * user's settings file > default. An unknown key is an error that names the nearest known one.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { DEFAULT_SETTINGS, type Settings, settings } from '@shared/settings.js';
import { nearestKey } from './nearest-key.js';

export { given } from './given.js';
export { nearestKey } from './nearest-key.js';

/** Not from a folder that someone sent: it would name programs to run, or where pictures and keys go. */
const NOT_BESIDE_A_BOARD: readonly (keyof Settings)[] = ['servers', 'mirror', 'command'];

export const BOARD_SETTINGS_FILE = 'continuist.config.json';
const ENVIRONMENT_PREFIX = 'CONTINUIST_';
const KEYS = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];

export interface SettingsSources {
  /** The user's settings file. */
  readonly userFile: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly flags: Partial<Settings>;
}

/** Throws BAD_SETTING naming the source, the key and what was expected. */
export async function loadSettings(sources: SettingsSources, boardFolder: string | null): Promise<Settings> {
  const user = await readLayer(sources.userFile);
  const board = boardFolder ? await readBoardLayer(join(boardFolder, BOARD_SETTINGS_FILE)) : {};
  return {
    ...DEFAULT_SETTINGS,
    ...user,
    ...board,
    ...fromEnvironment(sources.environment),
    ...sources.flags,
  };
}

/** Adds `change` to the user's settings file and returns what it then holds. */
export async function saveSettings(userFile: string, change: Partial<Settings>): Promise<Partial<Settings>> {
  const next = checkedSettings({ ...(await readLayer(userFile)), ...change }, userFile);
  await mkdir(dirname(userFile), { recursive: true });
  const part = `${userFile}.part`;
  await writeFile(part, `${JSON.stringify(next, null, 2)}\n`);
  await rename(part, userFile);
  return next;
}

async function readBoardLayer(file: string): Promise<Partial<Settings>> {
  const layer = await readLayer(file);
  const key = NOT_BESIDE_A_BOARD.find((name) => layer[name] !== undefined);
  if (key === undefined) return layer;
  throw new ContinuistError('BAD_SETTING', `${file} may not have “${key}”: put it into your own settings`, {
    key,
  });
}

async function readLayer(file: string): Promise<Partial<Settings>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return {};
  }
  try {
    return checkedSettings(JSON.parse(text.replace(/^\uFEFF/, '')), file);
  } catch (thrown) {
    if (thrown instanceof ContinuistError) throw thrown;
    throw new ContinuistError('BAD_SETTING', `${file} is not valid JSON`, { file }, thrown);
  }
}

/** CONTINUIST_JUDGE=storybook, CONTINUIST_ROUNDS=2, CONTINUIST_COMMAND='["make-image"]'. Others are not ours. */
function fromEnvironment(environment: SettingsSources['environment']): Partial<Settings> {
  const found: Record<string, unknown> = {};
  for (const key of KEYS) {
    const name = ENVIRONMENT_PREFIX + key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    const text = environment[name];
    if (text !== undefined) found[key] = typeof DEFAULT_SETTINGS[key] === 'string' ? text : jsonOr(text);
  }
  return checkedSettings(found, 'the environment');
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `source` is named in the error. Throws BAD_SETTING. */
export function checkedSettings(value: unknown, source: string): Partial<Settings> {
  if (typeof value === 'object' && value !== null) refuseUnknownKeys(value, KEYS, source);
  const parsed = settings.partial().safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const key = issue?.path.join('.') ?? '';
    throw new ContinuistError('BAD_SETTING', `${source}, ${key}: ${issue?.message ?? 'not valid'}`, { key });
  }
  // Only what was given: zod fills in defaults of absent keys, which would hide lower layers.
  const given = Object.keys(value as object);
  return Object.fromEntries(Object.entries(parsed.data).filter(([key]) => given.includes(key)));
}

/** Throws BAD_SETTING that names the nearest known key. */
export function refuseUnknownKeys(value: object, known: readonly string[], source: string): void {
  const key = Object.keys(value).find((name) => !known.includes(name));
  if (key === undefined) return;
  const near = nearestKey(key, known);
  throw new ContinuistError('BAD_SETTING', `${source} has “${key}”; did you mean “${near}”?`, { key, near });
}

/**
 * Settings from where they may come: flag > environment > continuist.config.json beside the storyboard, for what
 * belongs to the storyboard > the user's settings file > default.
 */
import { join } from 'node:path';
import { readTextWithin, Unfit } from '@core/files/index.js';
import { ENSEMBLE_JUDGE, SERVER_JUDGE } from '@models/library/index.js';
import type { LoadedSettings } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { DEFAULT_SETTINGS, SETTING_OF, type Settings } from '@shared/settings.js';
import { checkedSettings, KEYS } from './check.js';
import { merged } from './generators.js';
import { readSettingsFile, told } from './settings-file.js';
import { problemOf } from './user-file.js';

export const BOARD_SETTINGS_FILE = 'continuist.config.json';
const ENVIRONMENT_PREFIX = 'CONTINUIST_';

export interface SettingsSources {
  /** The user's settings file. */
  readonly userFile: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly flags: Partial<Settings>;
}

/**
 * `overruled`: what was chosen since the storyboard was opened, against the file beside it. Throws BAD_SETTING naming
 * the source, the line and the key, when any other source than the user's file is wrong.
 */
export async function loadSettings(
  sources: SettingsSources,
  boardFolder: string | null,
  overruled: readonly string[] = [],
): Promise<LoadedSettings> {
  const user = await readSettingsFile(sources.userFile);
  const { values: beside, unfit } = boardFolder === null ? NOTHING : await readBoardFile(boardFolder);
  const above = [fromEnvironment(sources.environment), sources.flags];
  const own = [user.values, ...above].reduce<Settings>(merged, DEFAULT_SETTINGS);
  const ofBoard = Object.entries(beside).filter(
    ([key]) => SETTING_OF[key as keyof Settings] === 'storyboard',
  );
  const asked = Object.fromEntries(ofBoard.filter(([key]) => !overruled.includes(key)));
  const all = [user.values, asked, ...above].reduce<Settings>(merged, DEFAULT_SETTINGS);
  const isSent = asksServer(all) && !asksServer(own);
  return {
    settings: isSent ? own : all,
    problem: problemOf(user, sources.userFile)?.toData() ?? null,
    withheld: withheld(
      Object.keys(beside).filter((key) => SETTING_OF[key as keyof Settings] !== 'storyboard'),
      isSent,
      unfit,
    ),
  };
}

/** With such a judge pictures leave the machine, which takes the artist's own choice. */
const asksServer = ({ judge, ensemble }: Settings): boolean =>
  judge === SERVER_JUDGE || (judge === ENSEMBLE_JUDGE && ensemble.includes(SERVER_JUDGE));

function withheld(keys: readonly string[], isSent: boolean, unfit: string | null): string | null {
  if (unfit !== null) return `${BOARD_SETTINGS_FILE} beside this storyboard is not used: ${unfit}.`;
  const said: string[] = [];
  if (keys.length > 0) said.push(`it sets ${keys.map((key) => `“${key}”`).join(', ')}, which only you set`);
  if (isSent) said.push('it asks for a judge on a server, to which your pictures would be sent');
  if (said.length === 0) return null;
  const choose = isSent ? ' If you want that judge, choose it yourself.' : '';
  return `Part of ${BOARD_SETTINGS_FILE} beside this storyboard is not used: ${said.join(', and ')}.${choose}`;
}

interface BoardFile {
  readonly values: Partial<Settings>;
  /** Why it is not read; null when it is. */
  readonly unfit: string | null;
}

const NOTHING: BoardFile = { values: {}, unfit: null };
/** Bytes. */
const LARGEST = 1024 * 1024;

async function readBoardFile(folder: string): Promise<BoardFile> {
  const file = join(folder, BOARD_SETTINGS_FILE);
  try {
    const { values, defects } = await readSettingsFile(file, () => readTextWithin(folder, file, LARGEST));
    const [first] = defects;
    if (first)
      throw new ContinuistError('BAD_SETTING', `${told(file)}, ${first.message}`, { ...first, file });
    return { values, unfit: null };
  } catch (thrown) {
    if (thrown instanceof Unfit) return { values: {}, unfit: thrown.message };
    throw thrown;
  }
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

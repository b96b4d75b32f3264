/** A file of settings, read: what of it can be used, and each thing that is wrong, with its line. */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { sep } from 'node:path';
import { Unfit } from '@core/files/index.js';
import type { Settings } from '@shared/settings.js';
import { literally } from '@shared/whole-words.js';
import { parse } from 'lossless-json';
import { sorted } from './check.js';
import type { Defect } from './defect.js';

export interface SettingsFile {
  readonly values: Partial<Settings>;
  readonly defects: readonly Defect[];
}

const NOTHING: SettingsFile = { values: {}, defects: [] };
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you are not allowed to read it',
  EPERM: 'the system does not allow you to read it',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'the folder that it should be in is a file',
};

/** Reads the text of a file. */
export type ReadText = (file: string) => Promise<string>;

const readAll: ReadText = (file) => readFile(file, 'utf8');

/** A file that is not there, or is empty, says nothing. Any other that cannot be read is a defect, never empty. */
export async function readSettingsFile(file: string, read: ReadText = readAll): Promise<SettingsFile> {
  let text: string;
  try {
    text = (await read(file)).replace(/^\uFEFF/, '');
  } catch (thrown) {
    if (thrown instanceof Unfit) throw thrown;
    const { code = '' } = thrown as NodeJS.ErrnoException;
    return code === 'ENOENT' ? NOTHING : unusable(`it cannot be read: ${REASONS[code] ?? code}`);
  }
  if (text.trim() === '') return NOTHING;
  let value: unknown;
  try {
    value = parse(text, null, Number);
  } catch (thrown) {
    return unusable(notJson(text, thrown as Error));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return unusable('line 1: settings are written as { "name": value, … }');
  const { values, defects } = sorted(value);
  return {
    values,
    defects: defects.map((defect) => {
      const [name = ''] = defect.key.split('.');
      const what = defect.near === undefined ? `${defect.key}: ${defect.message}` : defect.message;
      return { ...defect, message: `line ${lineOfKey(text, name)}: ${what}` };
    }),
  };
}

/** A path as it is told to people: `~` stands for their own folder. */
export function told(path: string, home: string = homedir()): string {
  return path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
}

const unusable = (message: string): SettingsFile => ({ values: {}, defects: [{ key: '', message }] });

/** The parser ends its sentences with “at position N” where it knows one, counted from 0. */
function notJson(text: string, { message }: Error): string {
  const [, what = message, position] = /^(.*?)(?: at position (\d+))?$/s.exec(message) ?? [];
  const at = position === undefined ? text.trimEnd().length : Number(position);
  return `line ${lineAt(text, at)}: it is not valid JSON here (${what.charAt(0).toLowerCase()}${what.slice(1)})`;
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

function lineOfKey(text: string, key: string): number {
  const quoted = literally(JSON.stringify(key));
  return lineAt(text, Math.max(0, text.search(new RegExp(`${quoted}\\s*:`))));
}

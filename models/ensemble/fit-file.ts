/** Where what was fitted for one set of members is kept: beside the user's models. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import type { JudgeDescription } from '../judge/index.js';
import type { LibraryFolders } from '../library/index.js';
import { type EnsembleFit, ensembleFit } from './rules.js';

type Version = Pick<JudgeDescription, 'id' | 'version'>;

/** Of the members' versions, in whatever order: another version of one of them is not what was fitted. */
export function fitKey(members: readonly Version[]): string {
  const versions = members.map(({ id, version }) => `${id} ${version}`).sort();
  return createHash('sha256').update(JSON.stringify(versions)).digest('hex').slice(0, 16);
}

const fileIn = (folder: string, key: string): string => join(folder, 'ensembles', `${key}.json`);

/** Null when these members were never fitted together. Throws JUDGE_UNAVAILABLE naming a file that is damaged. */
export async function readFit(
  members: readonly Version[],
  folders: LibraryFolders,
): Promise<EnsembleFit | null> {
  const { downloadsFolder } = folders;
  if (downloadsFolder === null) return null;
  const file = fileIn(downloadsFolder, fitKey(members));
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return ensembleFit.parse(JSON.parse(text));
  } catch (thrown) {
    const detail = `the ensemble’s fit ${file} cannot be read; without the file its members count equally`;
    throw new ContinuistError('JUDGE_UNAVAILABLE', detail, { file }, thrown);
  }
}

/** Returns the file. `downloadsFolder`: the user's folder of models. */
export async function writeFit(fit: EnsembleFit, downloadsFolder: string): Promise<string> {
  const file = fileIn(downloadsFolder, fit.fittedOn);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, `${JSON.stringify(fit, null, 2)}\n`);
  await rename(`${file}.part`, file);
  return file;
}

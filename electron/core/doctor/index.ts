/** What is in a picture or a storyboard’s file, which reader took it, and what was not read. */
import { stat } from 'node:fs/promises';
import { isPicture } from '@core/files/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Diagnosis } from './diagnosis.js';
import { diagnosePicture } from './picture.js';
import { diagnoseStoryboard } from './storyboard.js';

export type { Diagnosis } from './diagnosis.js';

/** Of a picture, a shots file or a folder. A file that cannot be read is a diagnosis too. */
export async function diagnose(file: string): Promise<Diagnosis> {
  const isFile = await stat(file).then(
    (entry) => entry.isFile(),
    () => false,
  );
  try {
    return {
      file,
      ...(await (isFile && isPicture(file) ? diagnosePicture(file) : diagnoseStoryboard(file))),
    };
  } catch (thrown) {
    if (!(thrown instanceof ContinuistError)) throw thrown;
    return { file, kind: null, readBy: null, found: [], notRead: [], problem: thrown.message };
  }
}

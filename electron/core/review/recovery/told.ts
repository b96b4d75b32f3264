/** What a recovery did, for the artist. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Records, TableName } from '@shared/records/index.js';
import { TABLE_NAMES } from '@shared/records/index.js';
import type { Ailment, Recovered } from './recover.js';

export const clock = (at: number): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const HAPPENED: Readonly<Record<Ailment, string>> = {
  damaged: 'The review file was damaged.',
  empty: 'The review file was empty.',
  gone: 'The review file was gone.',
  behind: 'The review file was older than its newest backup.',
};

const count = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;

/** What it was brought back from. */
function sources({ ailment, backup, isFileUsed }: Recovered): string {
  const from = isFileUsed ? ['what can be read of it'] : [];
  if (backup) from.push(`the backup of ${clock(backup.at)}`);
  return `${ailment === 'damaged' ? 'It is mended' : 'It is back'}, from ${from.join(' and ')}`;
}

function missing({ merged, backup, isFileUsed }: Recovered): string {
  const lost = TABLE_NAMES.flatMap((table: TableName) => {
    const n = merged.recordsLost[table] ?? 0;
    return n > 0 ? [count(n, table)] : [];
  });
  const gone = lost.length > 0 ? ` Missing with a shot that is lost: ${lost.join(', ')}.` : '';
  if (!merged.isExact) {
    const after = merged.lostAfter ? ` made after ${clock(merged.lostAfter)}` : '';
    return `${count(merged.changesLost, 'change')}${after} could not be read: look through what you decided last.${gone}`;
  }
  if (!isFileUsed && backup) return `Anything decided after that backup is missing.${gone}`;
  return gone ? gone.trim() : 'No decision is missing.';
}

/** Pictures in the folder of takes that the review knows nothing of. */
function strayTakes(records: Records, folder: string, takesFolder: string): string[] {
  if (!existsSync(takesFolder)) return [];
  const known = new Set(Object.values(records.take).map(({ path }) => path));
  return readdirSync(takesFolder)
    .map((name) => relative(folder, join(takesFolder, name)).split(sep).join('/'))
    .filter((path) => /\.(png|jpe?g|webp)$/i.test(path) && !known.has(path));
}

/** In sentences: what happened, what is there, what is missing, where the damaged file is. */
export function recoveredTold(recovered: Recovered, folder: string, takesFolder: string): string[] {
  const { ailment, merged, kept } = recovered;
  const decisions = Object.keys(merged.records.decision).length;
  const stray = strayTakes(merged.records, folder, takesFolder);
  return [
    `${HAPPENED[ailment]} ${sources(recovered)}: ${count(decisions, 'decision')} on ${count(Object.keys(merged.records.shot).length, 'shot')}. ${missing(recovered)}`,
    ...(stray.length > 0
      ? [
          `${count(stray.length, 'picture')} in the folder of takes ${stray.length === 1 ? 'is' : 'are'} not in the review any more; the files are still there.`,
        ]
      : []),
    ...(kept
      ? [
          `The file as it was is kept as ${basename(kept)} beside the review. Scores that are missing are worked out again.`,
        ]
      : []),
  ];
}

/** Nothing could be brought back. */
export const startedAnew = (ailment: Ailment): string =>
  `${HAPPENED[ailment]} There is no backup that can be read, so the review starts anew. Your pictures are untouched.`;

export const DAMAGE_FOUND =
  'Part of the review file is damaged. Your decisions are still saved. Close this storyboard and open it again: Continuist then mends the file and says what is missing.';

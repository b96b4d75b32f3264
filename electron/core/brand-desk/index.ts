/** Pictures of a folder as examples of a brand's style. */
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { previewOf } from '@core/brand/index.js';
import { byName, isPicture } from '@core/files/index.js';
import { MEASURES_VERSION, type Measures } from '@core/measures/index.js';
import type { Inference } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { folderUnreadable } from '@models/library/index.js';
import type { Single } from '@shared/commands/index.js';
import { ContinuistError, toErrorData } from '@shared/errors.js';
import type { StyleFeatures } from '@shared/records/index.js';

export interface Lookers {
  readonly measures: Pick<Measures, 'measure'>;
  readonly inference: Pick<Inference, 'judge'>;
  /** Whose vision tower sees them too; null where none was loaded. */
  readonly judge: JudgeDescription | null;
}

/** Of a folder with more, so many are taken, evenly from its first to its last. */
export const MOST_PICTURES = 60;
/** Pictures left out that are named. */
const NAMED = 5;

/**
 * The commands that make examples of the pictures directly in a folder, or of one picture, and what is told of them:
 * which were left out, and why. Throws FOLDER_UNREADABLE, and the signal's reason.
 */
export async function examplesIn(
  path: string,
  on: boolean,
  lookers: Lookers,
  signal?: AbortSignal,
): Promise<{ readonly commands: readonly Single[]; readonly told: readonly string[] }> {
  const { folder, names } = await picturesAt(path);
  if (names.length === 0)
    return { commands: [], told: [`There are no pictures directly in “${basename(folder)}”.`] };
  const chosen = evenly(names, MOST_PICTURES);
  const commands: Single[] = [];
  const left: string[] = [];
  for (const name of chosen) {
    signal?.throwIfAborted();
    const file = join(folder, name);
    try {
      const features = await featuresOf(file, lookers, signal);
      commands.push({
        type: 'add-style-example',
        on,
        outside: { name: name.slice(-300), preview: await previewOf(file), features },
      });
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason;
      if (!(thrown instanceof ContinuistError)) throw thrown;
      left.push(`${name} (${String(thrown.data.reason ?? toErrorData(thrown).message)})`);
    }
  }
  const side = on ? 'on style' : 'off style';
  const pictures = commands.length === 1 ? 'picture' : 'pictures';
  return {
    commands,
    told: [
      commands.length > 0
        ? `${commands.length} ${pictures} of “${basename(folder)}” added as ${side}.`
        : `No picture of “${basename(folder)}” could be added.`,
      ...(names.length > chosen.length
        ? [`It has ${names.length}; ${chosen.length} of them, evenly chosen, say enough.`]
        : []),
      ...(left.length > 0 ? [`Left out: ${listed(left)}.`] : []),
    ],
  };
}

async function featuresOf(
  file: string,
  { measures, inference, judge }: Lookers,
  signal?: AbortSignal,
): Promise<StyleFeatures> {
  const { style } = await measures.measure(file);
  const { layout: _, ...groups } = style;
  const seen = judge
    ? await inference.judge(judge.id, { file, questions: [], whole: null }, signal).catch(() => null)
    : null;
  const isSeen = seen !== null && seen.version === judge?.version && seen.features.length > 0;
  return {
    measures: MEASURES_VERSION,
    style: groups,
    judge: isSeen ? seen.version : '',
    tower: isSeen ? Array.from(seen.features, (value) => Math.round(value * 1e5) / 1e5) : [],
  };
}

async function picturesAt(path: string): Promise<{ folder: string; names: readonly string[] }> {
  try {
    if (!(await stat(path)).isDirectory()) return { folder: dirname(path), names: [basename(path)] };
    const entries = await readdir(path, { withFileTypes: true });
    const names = entries.filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.') && isPicture(entry.name),
    );
    return { folder: path, names: names.map(({ name }) => name).sort(byName) };
  } catch (cause) {
    throw folderUnreadable(path, cause);
  }
}

const evenly = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most
    ? all
    : Array.from({ length: most }, (_, at) => all[Math.round((at * (all.length - 1)) / (most - 1))] as T);

function listed(left: readonly string[]): string {
  const more = left.length - NAMED;
  return `${left.slice(0, NAMED).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

/** From a path the artist chose to a storyboard as data. Reads only; a file in the wrong form opens nothing. */
import { join } from 'node:path';
import { extensionOf, isPicture, whyUnfit } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { fillFromPictures } from './fill-from-pictures.js';
import { whyNotOpened } from './foreign.js';
import type { ImportedStoryboard, ReadMatch, SourceStoryboard } from './imported.js';
import { type HearRead, type Input, type InputOptions, inputAt, once } from './input.js';
import { type Guess, ofFile, sourceInFolder } from './source-in-folder.js';
import { FORMATS } from './table.js';

export interface FoundStoryboard {
  /** Absolute; what its paths are relative to. */
  readonly folder: string;
  /** Name of the file that lists its shots; null where its pictures are all there is. */
  readonly source: string | null;
  /**
   * How its pictures are matched, before any of them is read; null where its format says of each what it is. Throws
   * OPEN_FAILED or BAD_FILE.
   */
  match(): Promise<ReadMatch | null>;
  /**
   * Throws OPEN_FAILED, BAD_FILE or, unless that is meant, NO_PICTURE_MATCHES where its pictures are matched and none shows
   * a shot. Of a format that says of each picture what it shows, shots whose pictures are not there have none.
   */
  read(hear?: HearRead, isMeantWithoutPictures?: boolean): Promise<ImportedStoryboard>;
}

export interface FindOptions extends Pick<InputOptions, 'embedded' | 'match'> {
  /** Of these files in a folder, the one that it was opened from before; null = none, or it is not known. */
  readonly chosen?: (folder: string, names: readonly string[]) => string | null;
}

/**
 * A folder, or a file of any format of the table. A folder is read by what it holds: the file in it that a format
 * knows, or the folder itself. Throws OPEN_FAILED where nothing is there, or a file that is no storyboard,
 * SEVERAL_SOURCES, and BAD_FILE for a folder whose only shots file is damaged.
 */
export async function findStoryboard(
  path: string,
  { chosen = () => null, ...options }: FindOptions = {},
): Promise<FoundStoryboard> {
  const input = await inputAt(path, options);
  if (input.kind === 'file') return foundIn(input, await ofFile(input), []);
  const { found, passedOver } = await sourceInFolder(input, (names) => chosen(input.path, names));
  return foundIn(input, found, [...passedOver, ...(await unfitIn(input))]);
}

function foundIn(input: Input, found: Guess | null, passedOver: readonly Skipped[]): FoundStoryboard {
  const source = sourceOf(input, found);
  return {
    folder: input.folder,
    source: found?.format.id === 'images' || !found ? null : found.input.name,
    match: async () => (await source()).match ?? null,
    read: async (hear, isMeantWithoutPictures = false) => {
      // How they were matched is not kept with what was read.
      const { match, ...whole } = await source();
      if (found && (match || whole.shots.length === 0) && !isMeantWithoutPictures)
        await mustMatch(whole, found.input);
      const imported = await fillFromPictures(whole, input.embedded, hear);
      // What was looked into is known best.
      const known = new Set(passedOver.map(({ name }) => name));
      return {
        ...imported,
        skipped: [...imported.skipped.filter(({ name }) => !known.has(name)), ...passedOver],
      };
    },
  };
}

/** Of what a folder holds: files that could be a storyboard and are not read, as pipes and links that lead elsewhere. */
async function unfitIn(folder: Input): Promise<Skipped[]> {
  const unfit: Skipped[] = [];
  for (const name of await folder.names()) {
    if (isPicture(name) || !FORMATS.some(({ extensions }) => extensions.includes(extensionOf(name))))
      continue;
    const why = await whyUnfit(folder.path, join(folder.path, name));
    if (why !== null) unfit.push({ name, reason: why });
  }
  return unfit;
}

/** Reads it once. */
function sourceOf(input: Input, found: Guess | null): () => Promise<SourceStoryboard> {
  const read = found?.format.read;
  if (read)
    return once(async () => {
      const { name } = found.input;
      // Counted before its numbers are kept as they are written, which takes ten times as long.
      notTooMany(longestList(await found.input.outline()), name);
      const source = await read(found.input);
      notTooMany(source.shots.length, name);
      return source;
    });
  throw new ContinuistError(
    'OPEN_FAILED',
    found ? `${input.name} is ${found.format.name}, not a storyboard` : whyNotOpened(input.name),
    { name: input.name },
  );
}

/** Shots that a storyboard can have: more are a mistake, and would take all memory. */
const MOST_SHOTS = 100_000;

/** How many things a JSON file lists at its root, or right below it. */
function longestList(outline: unknown): number {
  const lists = Array.isArray(outline) ? [outline] : Object.values(outline ?? {});
  return Math.max(0, ...lists.map((list: unknown) => (Array.isArray(list) ? list.length : 0)));
}

function notTooMany(shots: number, name: string): void {
  if (shots <= MOST_SHOTS) return;
  throw new ContinuistError(
    'OPEN_FAILED',
    `${name} has ${shots} shots, more than ${MOST_SHOTS}; split it into several storyboards`,
    { name },
  );
}

/** A source beside pictures of which none shows a shot is not what was meant. */
async function mustMatch({ shots }: SourceStoryboard, input: Input): Promise<void> {
  if (shots.some(({ takes }) => takes.length > 0)) return;
  const { paths } = await input.pictures();
  if (paths.length === 0) return;
  const pictures = `${paths.length} ${paths.length === 1 ? 'picture' : 'pictures'} such as ${paths[0]}`;
  throw new ContinuistError(
    'NO_PICTURE_MATCHES',
    shots.length === 0
      ? `${input.name} has ${pictures}`
      : `${input.name} has ${shots.length} ${shots.length === 1 ? 'shot' : 'shots'}, beside ${pictures}`,
    { file: input.name },
  );
}

/** From a path the artist chose to a storyboard as data. Reads only; a file in the wrong form opens nothing. */
import { join } from 'node:path';
import { extensionOf, isPicture, whyUnfit } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { fillFromPictures } from './fill-from-pictures.js';
import type { ImportedStoryboard, SourceStoryboard } from './imported.js';
import { type Input, inputAt, type ReadEmbedded } from './input.js';
import { type Guess, ofFile, sourceInFolder } from './source-in-folder.js';
import { FORMATS } from './table.js';

export interface FoundStoryboard {
  /** Absolute; what its paths are relative to. */
  readonly folder: string;
  /** Name of the file that lists its shots; null where its pictures are all there is. */
  readonly source: string | null;
  /** Throws OPEN_FAILED, BAD_FILE or NO_PICTURE_MATCHES. */
  read(): Promise<ImportedStoryboard>;
}

export interface FindOptions {
  /** Reads what pictures say of themselves; here unless said. */
  readonly embedded?: ReadEmbedded;
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
  { embedded, chosen = () => null }: FindOptions = {},
): Promise<FoundStoryboard> {
  const input = await inputAt(path, embedded && { embedded });
  if (input.kind === 'file') return foundIn(input, await ofFile(input), []);
  const { found, passedOver } = await sourceInFolder(input, (names) => chosen(input.path, names));
  return foundIn(input, found, [...passedOver, ...(await unfitIn(input))]);
}

function foundIn(input: Input, found: Guess | null, passedOver: readonly Skipped[]): FoundStoryboard {
  const read = readerOf(input, found);
  return {
    folder: input.folder,
    source: found?.format.id === 'images' || !found ? null : found.input.name,
    read: async () => {
      const imported = await read();
      const known = new Set(imported.skipped.map(({ name }) => name));
      return {
        ...imported,
        skipped: [...imported.skipped, ...passedOver.filter(({ name }) => !known.has(name))],
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

function readerOf(input: Input, found: Guess | null): () => Promise<ImportedStoryboard> {
  const read = found?.format.read;
  if (read)
    return async () => {
      const source = await read(found.input);
      await mustMatch(source, found.input);
      return fillFromPictures(source, found.input.embedded);
    };
  throw new ContinuistError(
    'OPEN_FAILED',
    found ? `${input.name} is ${found.format.name}, not a storyboard` : `Unknown file type: ${input.name}`,
    { name: input.name },
  );
}

/** A shots file beside pictures of which none is of its shots is not what was meant. */
async function mustMatch({ shots }: SourceStoryboard, input: Input): Promise<void> {
  if (shots.some(({ takes }) => takes.length > 0)) return;
  const { paths } = await input.pictures();
  if (paths.length === 0) return;
  throw new ContinuistError(
    'NO_PICTURE_MATCHES',
    `${input.name} has ${shots.length} ${shots.length === 1 ? 'shot' : 'shots'}, beside ${paths.length} ${paths.length === 1 ? 'picture' : 'pictures'} such as ${paths[0]}`,
    { file: input.name },
  );
}

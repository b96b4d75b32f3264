/** From a path the artist chose to a storyboard as data. Reads only; a file in the wrong form opens nothing. */
import { dirname, join } from 'node:path';
import { extensionOf, isPicture, whyUnfit } from '@core/files/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { fillFromPictures } from './fill-from-pictures.js';
import type { Format } from './format.js';
import type { ImportedStoryboard } from './imported.js';
import { type Input, inputAt, type ReadEmbedded } from './input.js';
import { FORMATS } from './table.js';

interface Guess {
  readonly format: Format;
  readonly input: Input;
  /** 0–1. */
  readonly sure: number;
}

export interface FoundStoryboard {
  /** Absolute; what its paths are relative to. */
  readonly folder: string;
  /** Throws OPEN_FAILED or BAD_FILE. */
  read(): Promise<ImportedStoryboard>;
}

/**
 * A folder, or a file of any format of the table. A folder is read by what it holds: the file in it that a format
 * is surest of, or the folder itself. `embedded` reads what pictures say of themselves; here unless said. Throws OPEN_FAILED where nothing is there, or a file that is no storyboard.
 */
export async function findStoryboard(path: string, embedded?: ReadEmbedded): Promise<FoundStoryboard> {
  const input = await inputAt(path, embedded && { embedded });
  if (input.kind === 'folder')
    return {
      folder: input.path,
      read: async () => {
        const imported = await readerOf(input, await ofFolder(input))();
        const known = new Set(imported.skipped.map(({ name }) => name));
        const more = (await unfitIn(input)).filter(({ name }) => !known.has(name));
        return { ...imported, skipped: [...imported.skipped, ...more] };
      },
    };
  return { folder: dirname(input.path), read: readerOf(input, await ofFile(input)) };
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
  if (read) return async () => fillFromPictures(await read(found.input), found.input.embedded);
  throw new ContinuistError(
    'OPEN_FAILED',
    found ? `${input.name} is ${found.format.name}, not a storyboard` : `Unknown file type: ${input.name}`,
    { name: input.name },
  );
}

async function ofFile(input: Input): Promise<Guess | null> {
  const sure = await surest(input, FORMATS);
  if (sure) return sure;
  // Nobody knows it for its own: the one that reads such files says what is wrong with this one.
  const format = FORMATS.find(({ extensions, read }) => read && extensions.includes(input.extension));
  return format ? { format, input, sure: 0 } : null;
}

async function ofFolder(folder: Input): Promise<Guess | null> {
  let best = await surest(folder, FORMATS);
  for (const name of [...(await folder.names())].sort()) {
    const able = FORMATS.filter(({ extensions }) => extensions.includes(extensionOf(name)));
    const found = await surest(folder.inside(name), able);
    // What is known and cannot be opened, as our own feedback, is no reason to leave the rest.
    if (found?.format.read && found.sure > (best?.sure ?? 0)) best = found;
  }
  return best;
}

async function surest(input: Input, formats: readonly Format[]): Promise<Guess | null> {
  let best: Guess | null = null;
  for (const format of formats) {
    const sure = await format.recognises(input);
    if (sure > (best?.sure ?? 0)) best = { format, input, sure };
  }
  return best;
}

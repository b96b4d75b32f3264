/**
 * Graphs tuned once and kept: a model’s weights are rewritten at its first start on the processor, and read from then on.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { z } from 'zod';
import { sha256Of } from '../download/sha256.js';
import { tuned } from './tune.js';
import { PART, WeightsFile } from './weights-file.js';

/** A graph as it is best run, and the folder of the weights outside of it. */
export interface Prepared {
  readonly graph: Buffer;
  readonly folder: string;
}

/** A judge's version. */
const VERSION = /^(.+)-[0-9a-f]{12}$/;
/** Milliseconds for which no process writes one file. */
const ABANDONED = 3_600_000;

/** What the system says of a disk, or a user’s share of it, that is full. */
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Hashes of what was kept. */
const record = z.object({ graph: z.string(), weights: z.string() });

/**
 * The graph in `file`, tuned; null where it is best as it is. `folder`: where what takes long is kept, named
 * for a model and what its answers depend on (“phi-3.5-vision-0123456789ab”). Throws DISK_FULL when there is no room for it.
 */
export async function prepared(file: string, folder: string): Promise<Prepared | null> {
  return (await kept(file, folder)) ?? (await prepare(file, folder));
}

/** Null where nothing is kept, or not as it was written. */
async function kept(file: string, folder: string): Promise<Prepared | null> {
  const names = namesFor(file);
  try {
    const wanted = record.parse(JSON.parse(readFileSync(join(folder, names.record), 'utf8')));
    const graph = await readFile(join(folder, names.graph));
    const isWhole =
      hashOf(graph) === wanted.graph && (await sha256Of(join(folder, names.weights))) === wanted.weights;
    return isWhole ? { graph, folder } : null;
  } catch {
    return null;
  }
}

async function prepare(file: string, folder: string): Promise<Prepared | null> {
  const names = namesFor(file);
  const weights = new WeightsFile(dirname(file), folder, names.weights);
  try {
    const found = await readFile(file);
    const graph = tuned(found, weights);
    const hash = weights.finish();
    if (hash === null) return graph === found ? null : { graph, folder: dirname(file) };
    writeFileSync(join(folder, names.graph), graph);
    writeFileSync(join(folder, names.record + PART), JSON.stringify({ graph: hashOf(graph), weights: hash }));
    renameSync(join(folder, names.record + PART), join(folder, names.record));
    removeEarlier(folder);
    return { graph, folder };
  } catch (error) {
    if (!FULL.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new ContinuistError('DISK_FULL', `there is no room in ${folder} to prepare ${basename(file)}`);
  } finally {
    weights.discard();
  }
}

function namesFor(file: string) {
  const name = basename(file);
  return { graph: name, weights: `${name}.weights`, record: `${name}.json` };
}

/** Removes the folders of earlier versions, and what a process that was killed left in this one. */
function removeEarlier(folder: string): void {
  const parent = dirname(folder);
  const [, model] = VERSION.exec(basename(folder)) ?? [];
  const earlier = readdirSync(parent)
    .filter((name) => name !== basename(folder) && model && VERSION.exec(name)?.[1] === model)
    .map((name) => join(parent, name));
  const abandoned = readdirSync(folder)
    .filter((name) => name.endsWith(PART))
    .map((name) => join(folder, name))
    .filter((part) => Date.now() - statSync(part).mtimeMs > ABANDONED);
  for (const path of [...earlier, ...abandoned]) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // In use by another process; it goes with the next change.
    }
  }
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

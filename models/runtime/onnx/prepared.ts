/**
 * Graphs tuned once and kept: a model’s weights are rewritten at its first start on the processor, and read from then on.
 */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { z } from 'zod';
import { isDiskFull, sha256Of } from '../../library/index.js';
import { partOf, remove } from './clear-prepared.js';
import { tuned } from './tune.js';
import { WeightsFile } from './weights-file.js';

/** A graph as it is best run, and the folder of the weights outside of it. */
export interface Prepared {
  readonly graph: Buffer;
  readonly folder: string;
}

/** What the system says of a folder that may not be written, or of a file that another process holds. */
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOTDIR', 'EEXIST']);

/** Hashes of what was kept. */
const record = z.object({ graph: z.string(), weights: z.string() });

/**
 * The graph in `file`, tuned; null where it is best as it is. `folder`: where what takes long is kept, named
 * for a model and what its answers depend on (“phi-3.5-vision-0123456789ab”); `tokens` among that. Throws DISK_FULL when there is no room
 * for it, JUDGE_UNAVAILABLE when it may not be written.
 */
export async function prepared(
  file: string,
  folder: string,
  tokens: readonly number[] = [],
): Promise<Prepared | null> {
  return (await kept(file, folder)) ?? (await prepare(file, folder, tokens));
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

async function prepare(file: string, folder: string, tokens: readonly number[]): Promise<Prepared | null> {
  const names = namesFor(file);
  const part = (name: string) => join(folder, partOf(name));
  const found = await readFile(file);
  const weights = new WeightsFile(dirname(file), part(names.weights), names.weights);
  try {
    const graph = tuned(found, weights, tokens);
    const hash = weights.close();
    if (hash === null) return graph === found ? null : { graph, folder: dirname(file) };
    writeFileSync(part(names.graph), graph);
    writeFileSync(part(names.record), JSON.stringify({ graph: hashOf(graph), weights: hash }));
    // Until the record is there the rest does not count.
    for (const name of [names.weights, names.graph, names.record]) renameSync(part(name), join(folder, name));
    return { graph, folder };
  } catch (error) {
    // Another process may have kept the same meanwhile; Windows lets nobody replace what it uses.
    const same = await kept(file, folder);
    if (same) return same;
    throw notWritten(error, basename(file), folder);
  } finally {
    weights.close();
    for (const name of Object.values(names)) remove(part(name));
  }
}

function notWritten(error: unknown, name: string, folder: string): unknown {
  if (isDiskFull(error))
    return new ContinuistError('DISK_FULL', `there is no room in ${folder} to prepare ${name}`, {}, error);
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (!CLOSED.has(code)) return error;
  const detail = `${name} has to be prepared at its first start, but ${folder} cannot be written (${code}). Allow writing there once; after that it is only read`;
  return new ContinuistError('JUDGE_UNAVAILABLE', detail, { folder }, error);
}

function namesFor(file: string) {
  const name = basename(file);
  return { weights: `${name}.weights`, graph: name, record: `${name}.json` };
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

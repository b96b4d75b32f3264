/** A model's sessions on the processor, each from its graph as it is best run there. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { InferenceSession } from 'onnxruntime-node';
import { type Dtype, onnxFile } from '../catalogue.js';
import { tuned } from './tune.js';

/** Warnings are about shapes that the exporters name loosely. */
const ERRORS_ONLY = 3;

/** One after another, the largest first, so that the bytes of one are gone before the next is read. */
export async function openSessions(
  folder: string,
  dtype: Readonly<Record<string, Dtype>>,
  threads: number,
): Promise<Record<string, InferenceSession>> {
  const options = {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: ERRORS_ONLY,
  } as const;
  const files = await Promise.all(
    Object.entries(dtype).map(async ([session, of]) => {
      const file = join(folder, onnxFile(session, of));
      return { session, file, bytes: (await stat(file)).size };
    }),
  );
  const sessions: Record<string, InferenceSession> = {};
  for (const { session, file } of files.sort((a, b) => b.bytes - a.bytes)) {
    const better = await betterThan(file);
    collectGarbage();
    // Without a path of its own, a graph is told where the weights beside it lie.
    const beside = { extra: { session: { model_external_initializers_file_folder_path: dirname(file) } } };
    sessions[session] = better
      ? await InferenceSession.create(better, { ...options, ...beside })
      : await InferenceSession.create(file, options);
  }
  collectGarbage();
  return sessions;
}

/** Null where the file is best as it is. */
async function betterThan(file: string): Promise<Buffer | null> {
  const found = await readFile(file);
  const model = tuned(found);
  return model === found ? null : model;
}

/** Left to itself the collector keeps a graph's bytes, hundreds of megabytes, until long after the first picture. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

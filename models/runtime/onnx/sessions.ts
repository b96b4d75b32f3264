/** A model's sessions on the processor, each from its graph as it is best run there. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { InferenceSession } from 'onnxruntime-node';
import { type Dtype, onnxFile } from '../../library/index.js';
import type { EngineOptions } from '../engine.js';
import { clearPrepared } from './clear-prepared.js';
import { prepared } from './prepared.js';

/** Warnings are about shapes that the exporters name loosely, and errors are thrown. */
const FATAL_ONLY = 4;

/** Bytes of a model from which on the collector is told to look. */
const LARGE = 64 * 1024 * 1024;

interface SessionOptions extends Pick<EngineOptions, 'threads' | 'prepared'> {
  /** Whether memory is planned ahead from the sizes of a first run; otherwise each value takes and gives back its own. */
  readonly memoryPlan?: boolean;
}

/**
 * One after another, the largest first, so that the bytes of one are gone before the next is read. `tokens`: those of
 * whose logits use is made, in graphs that give logits.
 */
export async function openSessions(
  folder: string,
  dtype: Readonly<Record<string, Dtype>>,
  { threads, prepared: kept, memoryPlan = true }: SessionOptions,
  tokens: readonly number[] = [],
): Promise<Record<string, InferenceSession>> {
  const options = {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: FATAL_ONLY,
    enableMemPattern: memoryPlan,
  } as const;
  const files = await Promise.all(
    Object.entries(dtype).map(async ([session, of]) => {
      const file = join(folder, onnxFile(session, of));
      return { session, file, bytes: (await stat(file)).size };
    }),
  );
  const isLarge = files.some(({ bytes }) => bytes >= LARGE);
  const sessions: Record<string, InferenceSession> = {};
  for (const { session, file } of files.sort((a, b) => b.bytes - a.bytes)) {
    const better = await prepared(file, kept, tokens);
    if (isLarge) collectGarbage();
    // Without a path of its own, a graph is told where its weights lie.
    const beside = { session: { model_external_initializers_file_folder_path: better?.folder ?? '' } };
    sessions[session] = better
      ? await InferenceSession.create(better.graph, { ...options, extra: beside })
      : await InferenceSession.create(file, options);
  }
  clearPrepared(kept);
  if (isLarge) collectGarbage();
  return sessions;
}

/** Left to itself the collector keeps a graph's bytes, hundreds of megabytes, until long after the first picture. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

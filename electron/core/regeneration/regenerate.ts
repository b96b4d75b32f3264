/** One approved request, start to end: make the picture, keep it, judge it, set it beside the old one. */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Lookers, lookAt } from '@core/analysis/index.js';
import type { Board } from '@core/board/index.js';
import {
  type GeneratedImage,
  type GenerationProgress,
  type GenerationRequest,
  type Generator,
  type GeneratorDesk,
  GivenBack,
  type Watch,
} from '@core/generators/index.js';
import { CLOSING } from '@core/jobs/index.js';
import { toErrorData } from '@shared/errors.js';
import { isOutdated } from '@shared/out-of-date/index.js';
import type { Handle, Request, Take } from '@shared/records/index.js';
import { keepTake } from './keep-take.js';
import { keptInside, maskPath, needInpaint, writeMask } from './local-repair.js';
import type { InTheMaking } from './making.js';
import { referenceFiles, writeParts } from './reference-files.js';
import { setRequest } from './requests.js';
import { settle } from './settle.js';

export interface RegenerationParts extends Lookers {
  readonly generators: Pick<GeneratorDesk, 'of' | 'takes' | 'allowed' | 'slotsOf'>;
  readonly making: InTheMaking;
  readonly judge: string;
}

export interface RegenerationWatch {
  readonly signal: AbortSignal;
  /** 0–1 of this request. */
  readonly onProgress: (fraction: number, doing: string) => void;
  /** The picture is here, and its generator has room for another one; it is judged now. */
  readonly onMade: () => void;
}

/**
 * `better` and `worse` say how the new take compares; it is kept either way. `cancelled`: the artist cancelled the
 * request or took the approval back before the picture was made; its generator was asked to stop. `elsewhere`: it was
 * not approved on this machine as it stands now, and waits for a yes. `waits`: its graph is used for the first time, or
 * it was approved for something that changed since; it stays queued until the artist has looked at it. `unknown`:
 * whether its picture was made cannot be found out.
 */
export type RegenerationOutcome =
  | 'better'
  | 'worse'
  | 'failed'
  | 'cancelled'
  | 'elsewhere'
  | 'waits'
  | 'unknown';

/** Throws the signal's reason when it aborted: the request then waits in the queue. */
export async function regenerate(
  board: Board,
  request: Request,
  parts: RegenerationParts,
  { signal, onProgress, onMade }: RegenerationWatch,
): Promise<RegenerationOutcome> {
  if (!board.review.isApprovedHere(request)) {
    board.review.withhold();
    return 'elsewhere';
  }
  const from = board.take(request.fromTakeId);
  let order: GenerationRequest | null;
  let work: Work;
  try {
    order = await parts.generators.allowed(request.generator, await orderOf(board, request, from));
    work = { generator: parts.generators.of(request.generator), handle: request.handle };
  } catch (thrown) {
    const { message: error } = toErrorData(thrown);
    setRequest(board, request.id, { state: 'failed', error }, 'Regeneration failed');
    return 'failed';
  }
  if (order === null) return 'waits';
  signal.throwIfAborted();
  const now = board.review.records.request[request.id];
  if (now?.state !== request.state) return 'cancelled';
  if (isOutdated(board.review.records)(now)) return 'waits';
  setRequest(board, request.id, { state: 'running', error: null }, 'Start regeneration');
  const wanted = whileWanted(board, request.id);
  const watch: Watch = {
    signal: AbortSignal.any([signal, wanted.signal]),
    progress: (now: GenerationProgress) => {
      parts.making.update(request.id, board.assets, now);
      onProgress(now.progress, now.doing);
    },
  };
  let take: Take;
  try {
    watch.progress({ state: 'queued', progress: 0, doing: '' });
    const made = await imageOf(board, { request, from, order }, work, watch);
    const image = request.mask ? await keptInside(await board.fileOf(from), made, request.mask) : made;
    watch.signal.throwIfAborted();
    take = await keepTake(board, request, image);
  } catch (thrown) {
    if (!watch.signal.aborted) {
      const { code, message: error } = toErrorData(thrown);
      // Who cannot be reached may be at it all the same: it is asked for this work before it gets it again.
      const handle = code === 'GENERATOR_UNAVAILABLE' ? work.handle : null;
      const state = code === 'GENERATOR_UNSURE' ? 'unknown' : 'failed';
      setRequest(board, request.id, { state, handle, error }, 'Regeneration failed');
      return state;
    }
    // Letting go changes the request as well.
    const isWanted = !wanted.signal.aborted;
    await letGo(board, request, work, signal);
    if (!isWanted) return 'cancelled';
    throw signal.reason;
  } finally {
    wanted.stop();
    parts.making.end(request.id, board.assets);
  }
  try {
    onMade();
    await rm(workFolderOf(board, request), { recursive: true, force: true });
    const judge = await parts.inference.describe(parts.judge, signal);
    board.adoptJudge(judge);
    await lookAt(board, take, judge, parts, signal);
  } finally {
    board.finish(take);
  }
  return settle(board, request, take);
}

/** A request, and what its generator is asked for. */
interface Wanted {
  readonly request: Request;
  readonly from: Take;
  readonly order: GenerationRequest;
}

/** What a request is at its generator. */
interface Work {
  readonly generator: Generator;
  handle: Handle | null;
}

/** What its generator is asked for. Throws what `Board.fileOf` throws. */
export const orderOf = async (board: Board, request: Request, from: Take): Promise<GenerationRequest> => ({
  id: request.id,
  prompt: request.prompt,
  negativePrompt: request.negativePrompt,
  seed: request.seed,
  width: from.width,
  height: from.height,
  fromFile: await board.fileOf(from),
  strength: request.strength,
  mask: request.mask && maskPath(workFolderOf(board, request)),
  instruction: request.instruction ?? null,
  references: await referenceFiles(board, request.references ?? [], workFolderOf(board, request)),
  settings: from.settings,
  folder: workFolderOf(board, request),
});

/** What the generator still has of it, else made from the start. */
async function imageOf(
  board: Board,
  { request, from, order }: Wanted,
  work: Work,
  watch: Watch,
): Promise<GeneratedImage> {
  const { generator } = work;
  if (request.mask) needInpaint(generator);
  await mkdir(order.folder, { recursive: true });
  if (request.mask && order.mask) await writeMask(order.mask, request.mask, from);
  await writeParts(board, request.references ?? [], order.folder);
  if (work.handle && generator.resume) {
    const image = await generator.resume(order, work.handle, watch);
    if (image) return image;
  }
  for (;;) {
    const handle = await generator.handleFor(order);
    watch.signal.throwIfAborted();
    work.handle = handle;
    setRequest(board, request.id, { handle }, 'Name the work');
    try {
      return await generator.start(order, handle, watch);
    } catch (thrown) {
      // Whoever had it is gone: somebody else gets it, or nobody is there and that is thrown.
      if (!(thrown instanceof GivenBack)) throw thrown;
    }
  }
}

/** After an abort. A program that closes leaves the work where it is; an artist who stops it ends it. */
async function letGo(board: Board, request: Request, work: Work, signal: AbortSignal): Promise<void> {
  if (signal.reason === CLOSING) {
    setRequest(board, request.id, { state: 'queued' }, 'Leave regeneration for the next start');
    return;
  }
  if (work.handle) await work.generator.cancel?.(work.handle);
  await rm(workFolderOf(board, request), { recursive: true, force: true });
  if (board.review.records.request[request.id]?.state !== 'running') return;
  // Approved work that was stopped is not lost: it waits in the queue. Nobody approved what automatic mode ordered.
  const state = request.approvedBy === 'automatic' ? 'cancelled' : 'queued';
  setRequest(board, request.id, { state, handle: null }, 'Stop regeneration');
}

/** Aborts when the artist no longer wants the picture that is being made: the request is cancelled, or gone. */
function whileWanted(board: Board, requestId: string): { signal: AbortSignal; stop: () => void } {
  const over = new AbortController();
  const stop = board.review.onChange(() => {
    if (board.review.records.request[requestId]?.state !== 'running') over.abort();
  });
  return { signal: over.signal, stop };
}

/** For files of one request, beside the takes. */
const workFolderOf = (board: Board, { id }: Request): string =>
  join(dirname(board.review.takesFolder), 'work', id);

/** Works off approved requests one by one: make the picture, keep it, judge it, set it beside the old one. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Lookers, lookAt } from '@core/analysis/index.js';
import type { Board } from '@core/board/index.js';
import type { Generator } from '@core/generators/index.js';
import type { JobControl } from '@core/jobs/index.js';
import { ContinuistError, toErrorData } from '@shared/errors.js';
import type { Records, Request, Take } from '@shared/records/index.js';
import sharp from 'sharp';
import { isBetter, standingOf } from './better.js';

export interface RegenerationParts extends Lookers {
  readonly generatorOf: (request: Request) => Generator;
  readonly judge: string;
}

/** Oldest first. */
export function queuedRequests(records: Pick<Records, 'request'>): Request[] {
  return Object.values(records.request)
    .filter((request) => request.state === 'queued' && request.generator !== 'none')
    .sort((a, b) => a.createdAt - b.createdAt || a.round - b.round);
}

/** Requests that a crash or a closed program cut off: they were approved, so they are ordered again. */
export function requeueCutOff(board: Board): void {
  board.review.system('Resume regeneration', (records) =>
    changeRequests(records, (request) =>
      request.state === 'running' ? { ...request, state: 'queued' } : request,
    ),
  );
}

/** Also failed ones, when the artist asks for it. */
export function requeueFailed(board: Board): void {
  board.review.system('Run failed regenerations again', (records) =>
    changeRequests(records, (request) =>
      request.state === 'failed' ? { ...request, state: 'queued', error: null } : request,
    ),
  );
}

/** Everything that is queued, also what is queued meanwhile. Resolves with the summary for the artist. */
export async function runQueue(board: Board, parts: RegenerationParts, control: JobControl): Promise<string> {
  let made = 0;
  let better = 0;
  let failures = 0;
  let cancelled = 0;
  for (;;) {
    control.checkpoint();
    const queue = queuedRequests(board.review.records);
    const [request] = queue;
    if (!request) break;
    const shot = board.shot(request.shotId);
    const ended = made + failures + cancelled;
    control.progress(ended, ended + queue.length, `Shot ${shot.number}, round ${request.round}`);
    const outcome = await regenerate(board, request, parts, control.signal);
    if (outcome === 'failed') failures++;
    else if (outcome === 'cancelled') cancelled++;
    else made++;
    if (outcome === 'better') better++;
  }
  const said = [`${made} regenerated`, `${better} better than before`];
  if (failures > 0) said.push(`${failures} failed`);
  if (cancelled > 0) said.push(`${cancelled} cancelled`);
  return said.join(', ');
}

/**
 * One request, start to end. `better` and `worse` say how the new take compares; it is kept either way. `cancelled`: the
 * artist cancelled the request or took the approval back before the picture was made; its generator was asked to stop.
 */
export async function regenerate(
  board: Board,
  request: Request,
  parts: RegenerationParts,
  signal: AbortSignal,
): Promise<'better' | 'worse' | 'failed' | 'cancelled'> {
  const from = board.take(request.fromTakeId);
  setRequest(board, request.id, { state: 'running', error: null }, 'Start regeneration');
  const wanted = whileWanted(board, request.id);
  let take: Take;
  try {
    const either = AbortSignal.any([signal, wanted.signal]);
    take = await makeTake(board, request, from, parts.generatorOf(request), either);
  } catch (thrown) {
    if (wanted.signal.aborted) return 'cancelled';
    if (signal.aborted) {
      // Approved work that was stopped is not lost: it waits in the queue.
      setRequest(board, request.id, { state: 'queued' }, 'Stop regeneration');
      throw signal.reason;
    }
    setRequest(
      board,
      request.id,
      { state: 'failed', error: toErrorData(thrown).message },
      'Regeneration failed',
    );
    return 'failed';
  } finally {
    wanted.stop();
  }
  const judge = await parts.inference.describe(parts.judge, signal);
  board.adoptJudge(judge);
  await lookAt(board, take, judge, parts, signal);
  return settlePick(board, request, take);
}

/** Aborts when the artist no longer wants the picture that is being made: the request is cancelled, or gone. */
function whileWanted(board: Board, requestId: string): { signal: AbortSignal; stop: () => void } {
  const over = new AbortController();
  const stop = board.review.onChange(() => {
    if (board.review.records.request[requestId]?.state !== 'running') over.abort();
  });
  return { signal: over.signal, stop };
}

async function makeTake(
  board: Board,
  request: Request,
  from: Take,
  generator: Generator,
  signal: AbortSignal,
): Promise<Take> {
  const image = await generator.generate(
    {
      id: request.id,
      prompt: request.prompt,
      negativePrompt: request.negativePrompt,
      seed: request.seed,
      width: from.width,
      height: from.height,
      fromFile: board.fileOf(from),
      strength: request.strength,
      settings: from.settings,
    },
    signal,
  );
  const {
    format,
    width = 0,
    height = 0,
  } = await sharp(image.bytes)
    .metadata()
    .catch((cause) => {
      throw new ContinuistError('GENERATOR_FAILED', 'its answer is not a picture', {}, cause);
    });
  const folder = board.review.takesFolder;
  await mkdir(folder, { recursive: true });
  // Named for the request: work cut off after the file and before its record writes the same name again.
  const file = join(folder, `${request.id}.${format === 'jpeg' ? 'jpg' : format}`);
  await writeWhole(file, image.bytes);
  const { sha256 } = await board.assets.add(file);
  // From here to the record nothing is waited for, so what is not wanted any more never becomes a take.
  signal.throwIfAborted();
  const take: Take = {
    id: randomUUID(),
    shotId: request.shotId,
    sha256,
    path: relative(board.review.folder, file).split(sep).join('/'),
    width,
    height,
    origin: { kind: 'regenerated', fromTakeId: from.id, requestId: request.id },
    round: request.round,
    prompt: request.prompt,
    negativePrompt: request.negativePrompt,
    seed: request.seed,
    settings: { ...image.settings },
    unreadable: null,
    createdAt: Date.now(),
  };
  board.review.system('Add take', (records) => ({
    ...records,
    take: { ...records.take, [take.id]: take },
    request: {
      ...records.request,
      [request.id]: { ...(records.request[request.id] ?? request), state: 'done', resultTakeId: take.id },
    },
  }));
  return take;
}

/**
 * The new take becomes the pick when it stands better, and waits for the artist's eye whatever the judge says of it;
 * unless the artist has picked another one meanwhile, or decided otherwise on the shot, which stays as they left it.
 */
function settlePick(board: Board, request: Request, take: Take): 'better' | 'worse' {
  const { shotId, fromTakeId } = request;
  const better = isBetter(standingOf(board, shotId, take.id), standingOf(board, shotId, fromTakeId));
  board.review.system(better ? 'Pick the better take' : 'Keep the better take', (records) => {
    const shot = records.shot[shotId];
    if (!shot) return records;
    if (request.approvedBy === 'artist' && shot.status !== 'approved') return records;
    const pickId = better && shot.pickId === fromTakeId ? take.id : shot.pickId;
    return { ...records, shot: { ...records.shot, [shotId]: { ...shot, pickId, status: 'pending' } } };
  });
  return better ? 'better' : 'worse';
}

function setRequest(board: Board, requestId: string, fields: Partial<Request>, label: string): void {
  board.review.system(label, (records) =>
    changeRequests(records, (request) => (request.id === requestId ? { ...request, ...fields } : request)),
  );
}

function changeRequests(records: Records, change: (request: Request) => Request): Records {
  const request = Object.fromEntries(
    Object.entries(records.request).map(([id, value]) => [id, change(value)]),
  );
  return { ...records, request };
}

/** On disk whole or not at all. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const part = `${file}.part`;
  const handle = await open(part, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
}

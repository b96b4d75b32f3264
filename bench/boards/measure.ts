/** One made board in a process of its own (see bundled.ts): `node --expose-gc measure.js FOLDER`. Prints its figures as JSON. */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Application } from '@core/application.js';
import { lookAtCanon } from '@core/canon-desk/index.js';
import type { Command } from '@shared/commands/index.js';
import { median } from '@shared/median.js';
import { shotsInOrder } from '@shared/records/index.js';
import { watchDelay } from './delay.js';
import { boardAsked, withProgram } from './program.js';
import { quiet } from './quiet.js';

/** What an artist does to one frame. */
const CHANGES = ['hold', 'dismiss-finding', 'edit-claim', 'add-claim', 'pick-take'] as const;
export type Change = (typeof CHANGES)[number];

export interface BoardFigures {
  /** Seconds from the call that opens the review to its document, and until everything is derived. */
  readonly open: number;
  readonly settled: number;
  /** Milliseconds of processor time of the whole process, by what was changed: the median of several. */
  readonly change: Readonly<Record<Change, number>>;
  /** What the canon's sheet asks after each change: milliseconds of processor time, and the longest the thread is late. */
  readonly canon: { readonly work: number; readonly most: number };
  /** Milliseconds that the thread answers late while an analysis runs, and the frames it looked at meanwhile. */
  readonly delay: { readonly p99: number; readonly most: number; readonly frames: number };
  /** Bytes resident: before the board is opened, with it settled, and the most there were. */
  readonly memory: { readonly before: number; readonly settled: number; readonly peak: number };
}

/** Seconds that one kind of change, or an analysis, is looked at. */
const PATIENCE = 20;
const SAMPLES = 9;

const measure = (board: string): Promise<BoardFigures> =>
  withProgram(board, { host: 'test', generator: 'none' }, async (application) => {
    const before = memoryNow();
    const started = performance.now();
    await application.open(board);
    const open = (performance.now() - started) / 1000;
    await quiet(application);
    const settled = (performance.now() - started) / 1000;
    const memory = memoryNow();
    const change = {} as Record<Change, number>;
    for (const kind of CHANGES) change[kind] = await costOf(application, kind);
    const canon = await costOfCanon(application);
    const delay = await delayWhileAnalysing(application);
    const peak = process.resourceUsage().maxRSS * 1024;
    return { open, settled, change, canon, delay, memory: { before, settled: memory, peak } };
  });

function memoryNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

async function costOf(application: Application, kind: Change): Promise<number> {
  const until = performance.now() + PATIENCE * 1000;
  const costs: number[] = [];
  for (let n = 0; n < SAMPLES && (n === 0 || performance.now() < until); n++) {
    const command = commandOf(application, kind, n);
    const before = process.cpuUsage();
    application.run({ id: `${kind}-${n}`, at: Date.now(), command });
    await quiet(application);
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1000);
  }
  return median(costs);
}

async function costOfCanon({ board }: Application): Promise<BoardFigures['canon']> {
  const looks: BoardFigures['canon'][] = [];
  for (let n = 0; n < SAMPLES; n++) {
    const before = process.cpuUsage();
    const watch = watchDelay();
    await lookAtCanon(board);
    const { most } = watch.end();
    const { user, system } = process.cpuUsage(before);
    looks.push({ work: (user + system) / 1000, most });
  }
  return { work: median(looks.map(({ work }) => work)), most: median(looks.map(({ most }) => most)) };
}

function commandOf({ board }: Application, kind: Change, n: number): Command {
  const { records } = board.review;
  const shots = shotsInOrder(records);
  const shot = shots[Math.floor(((n + 1) * shots.length) / (SAMPLES + 2))];
  if (!shot) throw new Error('the board has no shots');
  const shotId = shot.id;
  switch (kind) {
    case 'hold':
      return { type: 'hold', shotId, reason: '' };
    case 'pick-take':
      return { type: 'pick-take', shotId, takeId: shot.pickId ?? '' };
    case 'add-claim':
      return { type: 'add-claim', shotId, kind: 'entity', text: `a kite ${n}` };
    case 'dismiss-finding': {
      // Not by `board.derived`: that would make, and keep, what nobody who uses the program asks for.
      const open = shots.flatMap(({ id }) => board.findingsOf(id)).find((finding) => !finding.dismissed);
      return { type: 'dismiss-finding', shotId, key: open?.key ?? '', reason: '' };
    }
    case 'edit-claim': {
      // Nor by a list of all claims, which takes seven mebibytes and more time than the change: nothing makes one for it.
      const [claim] = board.claimsOf(shotId);
      return { type: 'edit-claim', claimId: claim?.id ?? '', muted: true };
    }
  }
}

async function delayWhileAnalysing(application: Application): Promise<BoardFigures['delay']> {
  let frames = 0;
  application.jobs.onChange(({ done }) => {
    frames = Math.max(frames, done);
  });
  const watch = watchDelay();
  const job = application.analyse({ shotIds: null, again: false });
  await Promise.race([application.jobs.ended(job.id), pause(PATIENCE * 1000, null, { ref: false })]);
  return { ...watch.end(), frames };
}

console.log(JSON.stringify(await measure(boardAsked())));

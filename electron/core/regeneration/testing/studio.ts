/**
 * A board under a judge and a generator of a test's own, in one process: what is on a picture is written behind it.
 * For the rules of regeneration; that real judges and programs fit them is seen in the workshop.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type GeneratedImage,
  type GenerationRequest,
  type Generator,
  GivenBack,
  type Watch,
} from '@core/generators/index.js';
import { Jobs } from '@core/jobs/index.js';
import type { FrameMeasures } from '@shared/analysis.js';
import type { Command, CommandOf } from '@shared/commands/index.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Job } from '@shared/job.js';
import {
  type Handle,
  queued,
  type Request,
  type Run,
  type Shot,
  shotsInOrder,
  type Take,
} from '@shared/records/index.js';
import { aJudge } from '@testing/judge.js';
import { plainPng } from '@testing/pictures.js';
import { lookAt } from '../../analysis/index.js';
import { boardOf } from '../../board/testing/board-of.js';
import { someMeasures } from '../../board/testing/drawn-changes.js';
import {
  type AutomaticLimits,
  InTheMaking,
  type RegenerationParts,
  rankedCandidates,
  runAutomatic,
  runQueue,
} from '../index.js';

/** `wrong` shows nothing of what is asked, `half` all but the coat, `right` all; of `strange` the judge can say nothing. */
export type Shown = 'right' | 'half' | 'wrong' | 'strange';
/**
 * What the generator gives for an order: a picture, at once or when the test says so, what is no picture, a failure, no
 * answer, that it does not know, the order back, or nothing until it is stopped.
 */
export type Planned = Shown | `later ${Shown}` | 'words' | 'fail' | 'away' | 'unknown' | 'back' | 'wait';

const JUDGE = aJudge('1');
const DESCRIPTIONS = [
  'A girl in a red coat stands in a meadow.',
  'A boy in a blue coat stands in a kitchen.',
  'A woman in a green coat stands on a mountain.',
];

const seen = (file: string) => {
  const text = readFileSync(file, 'latin1');
  return text.slice(text.lastIndexOf('#') + 1).split(' ')[0] as Shown;
};

const p = (shown: Shown, text: string): number | null => {
  if (shown === 'strange') return null;
  return shown === 'right' || (shown === 'half' && !text.includes('coat')) ? 0.95 : 0.05;
};

let made = 0;
/** A picture like no other. */
const picture = async (shown: Shown): Promise<Buffer> =>
  Buffer.concat([await plainPng(), Buffer.from(`#${shown} ${made++}`)]);

/** As usual as any other picture's, and like none of them. */
const measures = (): FrameMeasures => ({
  ...someMeasures(4),
  hash: createHash('md5').update(`${made++}`).digest('hex').slice(0, 16),
});

/** One generator. It keeps what was ordered and what it was asked to stop. */
class Painter implements Generator {
  capabilities: GeneratorCapability[] = ['inpaint'];
  readonly slots = 1;
  readonly orders: GenerationRequest[] = [];
  readonly stopped: unknown[] = [];
  readonly resumed: unknown[] = [];
  /** What is left of work that was begun before, by its handle. */
  readonly left = new Map<unknown, Shown>();
  readonly #plan: readonly Planned[];
  onOrder: () => void = () => undefined;
  /** By generator. */
  readonly room: Record<string, number> = {};
  readonly #held = new Map<string, () => void>();

  constructor(plan: readonly Planned[]) {
    this.#plan = plan;
  }

  status(): never {
    throw new Error('It is not asked.');
  }

  handleFor({ id }: GenerationRequest): Handle {
    return { order: id };
  }

  async start(
    order: GenerationRequest,
    _handle: Handle,
    { signal, progress }: Watch,
  ): Promise<GeneratedImage> {
    const planned = this.#plan[Math.min(this.orders.length, this.#plan.length - 1)];
    this.orders.push(order);
    await writeFile(join(order.folder, 'scratch'), 'paint');
    progress({ state: 'running', progress: 0.5, doing: 'Step 1' });
    this.onOrder();
    if (planned === 'fail') throw new ContinuistError('GENERATOR_FAILED', 'out of memory');
    if (planned === 'unknown') throw new ContinuistError('GENERATOR_UNSURE');
    if (planned === 'away') throw new ContinuistError('GENERATOR_UNAVAILABLE', 'no answer');
    if (planned === 'back') throw new GivenBack();
    if (planned === 'words') return { bytes: Buffer.from('no picture'), settings: {} };
    if (planned === 'wait')
      return new Promise<never>((_, reject) => {
        if (signal.aborted) reject(signal.reason);
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    if (planned?.startsWith('later ')) await new Promise<void>((done) => this.#held.set(order.id, done));
    return { bytes: await picture(planned?.split(' ').at(-1) as Shown), settings: { steps: 9 } };
  }

  /** Ids of the orders whose pictures the test holds back. */
  get held(): string[] {
    return [...this.#held.keys()];
  }

  /** The picture of an order that is held back comes. */
  finish(id: string): void {
    this.#held.get(id)?.();
    this.#held.delete(id);
  }

  async resume(_order: GenerationRequest, handle: Handle): Promise<GeneratedImage | null> {
    this.resumed.push(handle.order);
    const shown = this.left.get(handle.order);
    return shown ? { bytes: await picture(shown), settings: {} } : null;
  }

  async cancel({ order }: Handle): Promise<void> {
    this.stopped.push(order);
  }
}

type Ordered = Pick<CommandOf<'approve-suggestion'>, 'mask' | 'candidates' | 'instruction' | 'references'>;

export type Studio = Awaited<ReturnType<typeof openStudio>>;

/** Of its orders, in their order. */
export const states = ({ requests }: Studio): Request['state'][] => requests().map(({ state }) => state);

/** When what needs nobody has come about. */
export async function soon(): Promise<void> {
  for (let n = 0; n < 20; n++) await new Promise((done) => setImmediate(done));
}

/** Opened and judged. `shots`: what the first picture of each shot shows. */
export async function openStudio(shots: readonly Shown[], plan: readonly Planned[]) {
  const board = await boardOf(
    await Promise.all(
      shots.map(async (shown, at) => ({
        description: DESCRIPTIONS[at] as string,
        picture: await picture(shown),
      })),
    ),
  );
  const painter = new Painter(plan);
  const parts = {
    judge: 'test',
    making: new InTheMaking(),
    generators: {
      of: () => painter,
      takes: ({ generator }: Request) => generator === 'command' || generator === 'other',
      allowed: async (_id: string, order: GenerationRequest) => order,
      slotsOf: (id: string) => painter.room[id] ?? 1,
    },
    measures: { measure: async () => measures() },
    inference: {
      loaded: JUDGE,
      describe: async () => JUDGE,
      judge: async (
        _judge: string,
        {
          file,
          questions,
          whole,
        }: { file: string; questions: { id: string; text: string }[]; whole: string | null },
      ) => {
        const shown = seen(file);
        return {
          version: JUDGE.version,
          answers: questions.map(({ id, text }) => ({ id, p: p(shown, text), reason: '' })),
          whole:
            whole === null ? null : ({ right: 0.9, half: 0.6, wrong: 0.1, strange: null }[shown] ?? null),
          features: [1, 0],
          timings: { total: 1 },
        };
      },
    },
  } as unknown as RegenerationParts;
  board.adoptJudge(JUDGE);
  board.adoptCapabilities(['txt2img', 'seed', 'negative', 'weights']);
  const { signal } = new AbortController();
  for (const take of board.takesInOrder()) await lookAt(board, take, JUDGE, parts, signal);
  await board.settled();

  const jobs = new Jobs(() => undefined);
  let sent = 0;
  const send = (command: Command) => void board.review.run({ id: `call-${sent++}`, at: Date.now(), command });
  const shotAt = (at: number): Shot => shotsInOrder(board.review.records)[at] as Shot;
  const started = async (run: Parameters<Jobs['start']>[1]): Promise<Job> =>
    (await jobs.ended(jobs.start('regeneration', run).id)) as Job;
  return {
    board,
    painter,
    parts,
    jobs,
    send,
    shotAt,
    // Both run until they end.
    automatic: (limits: Partial<AutomaticLimits>) =>
      started((control) =>
        runAutomatic(board, { rounds: 9, max: 9, generator: 'command', ...limits }, parts, control),
      ),
    queue: () => started((control) => runQueue(board, parts, control)),
    /** Begun and not waited for. */
    begin: () => jobs.start('regeneration', (control) => runQueue(board, parts, control)),
    /** When the generator holds back as many pictures. */
    async holds(count: number): Promise<readonly string[]> {
      while (painter.held.length < count) await new Promise((soon) => setImmediate(soon));
      return painter.held;
    },
    approve(at: number, more: Ordered = {}): void {
      const { id: shotId, pickId } = shotAt(at);
      const words = { prompt: 'a lighthouse', negativePrompt: 'fog', seed: 'new', strength: 0.5 } as const;
      send({
        type: 'approve-suggestion',
        shotId,
        takeId: pickId ?? '',
        ...words,
        ...more,
        acceptedEdits: [],
        edited: true,
      });
    },
    requests: (): Request[] =>
      Object.values(board.review.records.request).sort(
        (a, b) => a.createdAt - b.createdAt || a.round - b.round,
      ),
    /** In the order in which it is made. */
    waiting: () => queued(board.review.records),
    ranking: (at: number) => rankedCandidates(board, shotAt(at).id),
    runs: (): Run[] => Object.values(board.review.records.run),
    takesOf: (at: number): Take[] =>
      Object.values(board.review.records.take)
        .filter(({ shotId }) => shotId === shotAt(at).id)
        .sort((a, b) => a.round - b.round),
  };
}

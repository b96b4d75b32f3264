/**
 * A board under the real judge, with a program of one's own as generator, whose pictures a test chooses. One
 * application serves all tests of a file, since its model takes long to load.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Application } from '@core/application.js';
import type { Command } from '@shared/commands/index.js';
import { isTerminal, type Job } from '@shared/job.js';
import { type Request, type Shot, shotsInOrder, type Take } from '@shared/records/index.js';
import type { Settings } from '@shared/settings.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawPicture } from '@testing/storyboard.js';
import { afterAll, beforeAll } from 'vitest';
import { startApplication } from '../../testing/application.js';

/** Milliseconds in which a busy machine has the model in memory. */
const LOADING = 300_000;
const SIZE = { width: 320, height: 180 };
const painter = fileURLToPath(new URL('painter.mjs', import.meta.url));

/** What each shot asks for, and what its first picture shows where that is wrong. */
const SHOTS = [
  ['A girl in a red coat stands in a meadow in the morning.', 'A fox sits in a forest at night.'],
  ['A boy in a blue coat stands in a kitchen.', 'A cat sits in a harbour at dusk.'],
  ['A fox sits in a library.', 'A woman in a green coat stands on a mountain.'],
] as const;
/** Of the first shot: better than the wrong one, and not right. */
const HALF = 'A girl in a blue coat stands in a meadow in the morning.';

/** As the words say, without the generator's misses. */
const draw = (prompt: string, seed: number): Promise<Buffer> =>
  drawPicture(`${prompt} Gouache.`, seed, SIZE, 0);

let root: string;
let application: Application | null = null;

/** For a file that opens workshops, which calls it once. */
export function shareApplication(): void {
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'continuist-workshop-'));
    const first = join(root, 'board');
    await mkdir(first);
    await writeFile(join(first, 'a.png'), await draw(HALF, 1));
    await writeFile(join(first, 'a.txt'), HALF);
    const app = await started();
    await app.open(first);
    await app.jobs.ended(app.analyse({ shotIds: null, again: false }).id);
  }, LOADING);
  afterAll(async () => {
    await application?.close();
    application = null;
    await rm(root, { recursive: true, force: true });
  });
}

async function started(): Promise<Application> {
  application ??= await startApplication(root);
  return application;
}

/** What the generator gives for a request: the picture of that shot, or it says that it failed, or never ends. */
export type Planned = `${'right' | 'wrong'}-${0 | 1 | 2}` | 'half' | 'fail' | 'wait';

export interface WorkshopOptions {
  /** Which picture each shot begins with. */
  readonly shots?: readonly ('right' | 'wrong')[];
  /** For each request in turn; the last one for all that follow. */
  readonly plan: readonly Planned[];
  readonly settings?: Partial<Settings>;
}

export interface Order {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly seed: string;
  readonly output: string;
}

export type Workshop = Awaited<ReturnType<typeof openWorkshop>>;

/** Opened and judged. Its folder is gone after the test. */
export async function openWorkshop({ shots = ['wrong'], plan, settings = {} }: WorkshopOptions) {
  const folder = await temporaryFolder();
  const board = join(folder, 'board');
  await mkdir(join(board, 'frames'), { recursive: true });
  const rows: object[] = [];
  for (const [at, [asked, wrong]] of SHOTS.entries()) {
    const pictures = { right: await draw(asked, at + 11), wrong: await draw(wrong, at + 1) };
    await writeFile(join(folder, `right-${at}`), pictures.right);
    await writeFile(join(folder, `wrong-${at}`), pictures.wrong);
    const state = shots[at];
    if (!state) continue;
    const imagePath = `frames/shot_${at + 1}.png`;
    await writeFile(join(board, imagePath), pictures[state]);
    rows.push({
      shotNumber: at + 1,
      sceneDescription: asked,
      visualPrompt: `${asked} Gouache.`,
      seed: at + 1,
      imagePath,
    });
  }
  await writeFile(join(board, 'shots.json'), JSON.stringify({ titleId: 'Workshop', shots: rows }));
  await writeFile(join(folder, 'half'), await draw(HALF, 21));
  await writeFile(join(folder, 'plan.json'), JSON.stringify(plan));
  const flags = {
    generator: 'command',
    generators: { command: { program: [process.execPath, painter, folder] } },
    ...settings,
  };
  let app = await started();
  await app.open(board, { flags });
  const ended = async (job: Job | null): Promise<Job | null> => job && app.jobs.ended(job.id);
  await ended(app.analyse({ shotIds: null, again: false }));

  const records = () => app.board.review.records;
  let sent = 0;
  const send = (command: Command) => app.run({ id: `c-${sent++}`, at: Date.now(), command });
  const shotAt = (at: number): Shot => {
    const shot = shotsInOrder(records())[at];
    if (!shot) throw new Error(`there is no shot ${at}`);
    return shot;
  };
  return {
    folder,
    get application() {
      return app;
    },
    shotAt,
    ended,
    send,
    /** Orders a picture of the take that counts. */
    approve(at: number): void {
      const { id: shotId, pickId } = shotAt(at);
      const words = { prompt: 'a lighthouse', negativePrompt: '', seed: 'new', strength: null } as const;
      const takeId = pickId ?? '';
      send({ type: 'approve-suggestion', shotId, takeId, ...words, acceptedEdits: [], edited: true });
    },
    /** When the regeneration under way has ended. */
    made: () => ended(app.jobs.runningOf('regeneration')),
    requests: (): Request[] =>
      Object.values(records().request).sort((a, b) => a.createdAt - b.createdAt || a.round - b.round),
    takesOf: (at: number): Take[] =>
      Object.values(records().take)
        .filter(({ shotId }) => shotId === shotAt(at).id)
        .sort((a, b) => a.round - b.round),
    /** What the generator was asked for, in order. */
    async orders(): Promise<Order[]> {
      const text = await readFile(join(folder, 'orders.jsonl'), 'utf8').catch(() => '');
      return text.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []));
    },
    /** As soon as the picture that waits says that it is under way. */
    waits: (): Promise<void> =>
      new Promise((done) => {
        app.jobs.onChange((job) => {
          if (job.kind === 'regeneration' && !isTerminal(job.state) && job.progress > 0) done();
        });
      }),
    /** Opens the board, which was closed. */
    reopen: () => app.open(board, { flags }),
    /** The program ends as its window closes, and another one opens the same board. */
    async startAgain(): Promise<void> {
      await app.close();
      application = null;
      app = await started();
      await app.open(board, { flags });
    },
  };
}

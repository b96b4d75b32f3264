/** Does one thing with the whole application until it is killed: argv holds the phase, a folder and the process of the model. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forkChild } from '@inference/node-child.js';
import type { Job } from '@shared/job.js';
import { shotsInOrder } from '@shared/records/index.js';
import { Application } from '../../application.js';
import { Review } from '../../review/index.js';
import { boardsIn } from './checks.js';
import { acknowledged, began, ended, idle } from './marks.js';

const [phase = '', folder = '', models = ''] = process.argv.slice(2);
const isRead = phase === 'decision before pictures are read';
const generates = phase.startsWith('regeneration') || phase === 'finish';

const application = await Application.create({
  version: '0.0.0',
  host: 'test',
  dataFolder: join(folder, 'data'),
  modelsFolder: models,
  sample: { folder, ready: async () => folder },
  startChild: () => forkChild(fileURLToPath(new URL('./inference.js', import.meta.url))),
  settings: {
    userFile: join(folder, 'settings.json'),
    environment: {},
    flags: generates
      ? {
          generator: 'command',
          generators: { command: { program: [process.execPath, join(folder, 'painter.mjs'), folder] } },
        }
      : {},
  },
  startingFolders: [],
  threads: 1,
  ...(isRead && { readAtOnce: 0 }),
  saveDialog: async ({ name }) => join(folder, 'exported', name),
  log: () => undefined,
});

const endOf = async (job: Job | null): Promise<unknown> => job && application.jobs.ended(job.id);

/** Between a picture's file and its record, for longer than it takes by itself. */
function stretchRecord(): void {
  const { system } = Review.prototype;
  Review.prototype.system = function (this: Review, label, change) {
    if (label !== 'Add take') return system.call(this, label, change);
    began('regeneration: between file and record');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
    const event = system.call(this, label, change);
    ended();
    return event;
  };
}

function followRequests(): void {
  const { review } = application.board;
  review.onChange(({ diff }) => {
    for (const [, to] of Object.values(diff.request?.updated ?? {})) {
      if (to.state === 'running') began('regeneration: generator runs');
      if (to.state === 'done') acknowledged(`done ${to.id}`);
    }
  });
}

/** Every shot is ordered, in one round after the other. */
function order(): void {
  for (const { id: shotId, pickId } of shotsInOrder(application.board.review.records)) {
    const words = {
      prompt: `a lighthouse ${shotId}`,
      negativePrompt: '',
      seed: 'new',
      strength: null,
    } as const;
    const takeId = pickId ?? '';
    application.run({
      id: `order-${shotId}`,
      at: Date.now(),
      command: { type: 'approve-suggestion', shotId, takeId, ...words, acceptedEdits: [], edited: true },
    });
    acknowledged(`call order-${shotId}`);
  }
}

if (phase === 'open') {
  for (let n = 0; ; n = (n + 1) % 40) {
    began(phase);
    await application.open(join(folder, `board-${n}`));
    ended();
    acknowledged(`board ${n}`);
  }
}
if (isRead) {
  for (let n = 0; ; n++) {
    const board = `board-${n}`;
    await application.open(join(folder, board));
    began(phase);
    for (const { id: shotId, pickId } of shotsInOrder(application.board.review.records)) {
      const takeId = pickId ?? '';
      const id = `${board}-${shotId}`;
      await application.decide({ id, at: Date.now(), command: { type: 'approve-take', shotId, takeId } });
      acknowledged(`call ${id}`);
    }
    ended();
  }
}
if (phase === 'read the rest') {
  for (const board of boardsIn(folder)) {
    await application.open(join(folder, board));
    await application.board.identities.all();
  }
  await application.close();
  process.exit(0);
}
if (phase === 'regeneration: between file and record') stretchRecord();
await application.open(join(folder, 'board'));
if (phase === 'analysis') {
  for (;;) {
    began(phase);
    await endOf(application.analyse({ shotIds: null, again: true }));
    ended();
  }
}
if (phase === 'export') {
  for (let n = 0; ; n++) {
    application.run({
      id: `note-${n}`,
      at: Date.now(),
      command: {
        type: 'set-note',
        shotId: shotsInOrder(application.board.review.records)[0]?.id ?? '',
        note: `${n}`,
      },
    });
    acknowledged(`call note-${n}`);
    for (const id of ['feedback', 'csv', 'picks']) {
      began(phase);
      await application.exports.make(id);
      ended();
    }
  }
}
if (phase.startsWith('regeneration')) {
  followRequests();
  order();
  const isDone = () =>
    Object.values(application.board.review.records.request).every(({ state }) => state === 'done');
  await new Promise(() => setInterval(() => isDone() && idle(), 100));
}
if (phase === 'finish') {
  await endOf(application.regeneration.start());
  await application.close();
}

/** In what a process is killed: one row each, with what lies there before and what must hold after. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { shotsInOrder } from '@shared/records/index.js';
import { aBoard } from '@testing/records.js';
import { drawStoryboard } from '@testing/storyboard.js';
import type { Review } from '../../review/index.js';
import { boardsIn, reopened, wrongWith } from './checks.js';

export interface Ground {
  /** Of this kill alone. */
  readonly folder: string;
  readonly acknowledged: readonly string[];
  /** Starts the application with another phase and waits until it ends. */
  readonly rerun: (phase: string) => void;
}

export interface Phase {
  readonly name: string;
  readonly kind: 'review' | 'application';
  /** Times that a process goes through it, where it does not go on for ever. */
  readonly times?: number;
  /** Kills one after the other, each started where the last one fell; 1 by default. */
  readonly chain?: number;
  /** What may happen besides, one kill after the other. */
  readonly mishaps?: readonly string[];
  readonly prepare: (folder: string) => void | Promise<void>;
  /** What is wrong; [] = nothing. */
  readonly check: (ground: Ground, mishap: string) => string[];
}

export const MODELS = fileURLToPath(new URL('../../../../models', import.meta.url));
const painter = fileURLToPath(new URL('painter.mjs', import.meta.url));
const kept = fileURLToPath(new URL('../../review/testing/files/review-16.sqlite.gz', import.meta.url));

/** A board of twelve shots with its review, closed. */
function layBoard(folder: string, name = 'board'): string {
  mkdirSync(join(folder, name), { recursive: true });
  const review = reopened(folder, name);
  review.importRecords(aBoard(12));
  for (let n = 0; n < 12; n++)
    review.run({
      id: `before-${name}-${n}`,
      at: 1,
      command: { type: 'hold', shotId: `shot-${n}`, reason: 'light' },
    });
  review.close();
  return review.file;
}

/** Opens it, says what is wrong, and closes it. */
function checked(
  folder: string,
  board: string,
  acknowledged: readonly string[],
  expected: number | null = null,
): string[] {
  const review = reopened(folder, board);
  try {
    const decisions = Object.keys(review.records.decision).length;
    const few = expected !== null && decisions < expected ? [`${decisions} of ${expected} decisions`] : [];
    return [...wrongWith(review, acknowledged), ...few];
  } finally {
    review.close();
  }
}

/** What was acknowledged before the file went is in the copy that was saved of it. */
function rescued(folder: string, acknowledged: readonly string[]): string[] {
  const copies = join(folder, 'data', 'rescued');
  const [copy] = existsSync(copies) ? readdirSync(copies).filter((name) => name.endsWith('.sqlite')) : [];
  // Killed before it changed anything after that: nobody had noticed yet that the file was gone.
  if (!copy) return acknowledged.includes('refused') ? ['no copy was saved of the file that went'] : [];
  mkdirSync(join(folder, 'rescue', '.continuist'), { recursive: true });
  copyFileSync(join(copies, copy), join(folder, 'rescue', '.continuist', 'review.sqlite'));
  return checked(folder, 'rescue', acknowledged);
}

const MISHAPS = [
  '',
  '',
  'clock back',
  'file removed',
  'file replaced',
  'disk full',
  'second process',
  ...(process.geteuid?.() === 0 ? ['permission lost'] : []),
];

const deciding = (name: string): Phase => ({
  name,
  kind: 'review',
  mishaps: MISHAPS,
  prepare: (folder) => {
    layBoard(folder);
    copyFileSync(layBoard(folder, 'other'), join(folder, 'other.sqlite'));
  },
  check: ({ folder, acknowledged }, mishap) =>
    mishap.startsWith('file ') ? rescued(folder, acknowledged) : checked(folder, 'board', acknowledged, 12),
});

/** What is wrong in the boards that were begun. */
const inEachBoard = (folder: string, look: (review: Review, name: string) => string[]): string[] =>
  boardsIn(folder).flatMap((name) => {
    const review = reopened(folder, name);
    try {
      return look(review, name);
    } finally {
      review.close();
    }
  });

/** Every board that was begun: what was there is there. */
const allBoards = (folder: string, decisions: number): string[] =>
  inEachBoard(folder, (review, name) => {
    const { length } = Object.keys(review.records.decision);
    const notes = wrongWith(review, []).filter((text) => !/^(The (review )?file|a recovery)/.test(text));
    return [...notes, ...(length < decisions ? [`${name}: ${length} of ${decisions} decisions`] : [])];
  });

/** A file that was made and never written is no loss. */
const wrongOnceBegun = (review: Review, acknowledged: readonly string[]): string[] =>
  wrongWith(review, acknowledged).filter((text) => !text.startsWith('The review file was empty'));

const pictured = (shots: number) => async (folder: string) => {
  await drawStoryboard(join(folder, 'board'), { shots, size: { width: 160, height: 90 } });
};

/** The same board so many times. */
const boards = (count: number) => async (folder: string) => {
  await pictured(8)(folder);
  for (let n = 0; n < count; n++)
    cpSync(join(folder, 'board'), join(folder, `board-${n}`), { recursive: true });
};

/** Every decision is there, on the picture that it was made of, also once all are read. */
function checkRead({ folder, acknowledged, rerun }: Ground): string[] {
  rerun('read the rest');
  return inEachBoard(folder, (review, name) => {
    const { decision, take } = review.records;
    const calls = acknowledged.filter((one) => one.startsWith(`call ${name}-`));
    const strange = Object.values(decision).filter(
      ({ takeId, basis }) => basis?.picture !== take[takeId ?? '']?.sha256,
    );
    const wrong = wrongOnceBegun(review, calls);
    return [...wrong, ...strange.map(({ id }) => `${name}: ${id} names another picture`)];
  });
}

async function prepareRegeneration(folder: string): Promise<void> {
  await pictured(6)(folder);
  copyFileSync(painter, join(folder, 'painter.mjs'));
  copyFileSync(join(folder, 'board', 'frames', 'shot_001.png'), join(folder, 'painted.png'));
}

const ordersIn = (folder: string): string[] => {
  const file = join(folder, 'orders.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
};

/** Every order that was acknowledged is made once, and none again that was made before the kill. */
function checkRegeneration({ folder, acknowledged, rerun }: Ground): string[] {
  const before = ordersIn(folder);
  const finished = picturesFinished(folder);
  const dead = reopened(folder, 'board');
  const done = Object.values(dead.records.request).filter(({ state }) => state === 'done');
  const wrong = wrongWith(dead, acknowledged);
  for (const one of acknowledged)
    if (one.startsWith('done ') && !done.some(({ id }) => one === `done ${id}`)) wrong.push(`${one} is lost`);
  dead.close();
  rerun('finish');
  const again = ordersIn(folder).slice(before.length);
  const review = reopened(folder, 'board');
  const { request, take } = review.records;
  wrong.push(...wrongWith(review, acknowledged));
  review.close();
  for (const { id, prompt, state } of Object.values(request)) {
    if (state !== 'done') wrong.push(`${prompt} is ${state}`);
    const takes = Object.values(take).filter(
      ({ origin }) => origin.kind === 'regenerated' && origin.requestId === id,
    );
    if (takes.length !== 1) wrong.push(`${prompt} has ${takes.length} takes`);
    if (again.includes(prompt) && done.some((one) => one.id === id))
      wrong.push(`${prompt} was ordered again`);
    if (again.includes(prompt) && finished.has(id))
      wrong.push(`${prompt} was ordered again though its picture was there`);
    if (again.filter((one) => one === prompt).length > 1) wrong.push(`${prompt} was ordered twice`);
  }
  return wrong;
}

/** Requests whose picture lies whole among the takes. */
const picturesFinished = (folder: string): Set<string> => {
  const takes = join(folder, 'board', '.continuist', 'takes');
  return new Set(
    existsSync(takes)
      ? readdirSync(takes).flatMap((name) =>
          /^[^.].*[.]png$/.test(name) ? [name.replace(/[.]png$/, '')] : [],
        )
      : [],
  );
};

function checkExport({ folder, acknowledged }: Ground): string[] {
  const wrong = checked(folder, 'board', acknowledged);
  const exported = join(folder, 'exported');
  for (const entry of existsSync(exported) ? readdirSync(exported, { withFileTypes: true }) : []) {
    // A part that nobody took for the export is no half export.
    if (entry.name.includes('.part') || !entry.isFile()) continue;
    const text = readFileSync(join(exported, entry.name), 'utf8');
    if (entry.name.endsWith('.json')) JSON.parse(text);
    else if (entry.name.endsWith('.csv') && text.trim().split('\n').length !== 7)
      wrong.push(`${entry.name} is half`);
  }
  return wrong;
}

export const PHASES: readonly Phase[] = [
  deciding('decision'),
  deciding('undo'),
  deciding('bulk decision'),
  {
    name: 'migration',
    kind: 'review',
    prepare: (folder) => writeFileSync(join(folder, 'old.sqlite'), gunzipSync(readFileSync(kept))),
    check: ({ folder }) => allBoards(folder, 4),
  },
  {
    name: 'backup',
    kind: 'review',
    prepare: (folder) => void layBoard(folder),
    check: ({ folder, acknowledged }) => checked(folder, 'board', acknowledged, 12),
  },
  {
    name: 'recovery',
    kind: 'review',
    prepare: (folder) => copyFileSync(layBoard(folder, 'model'), join(folder, 'backup.sqlite')),
    check: ({ folder }) => allBoards(folder, 12),
  },
  {
    name: 'open',
    times: 3,
    kind: 'application',
    prepare: boards(40),
    check: ({ folder, acknowledged }) =>
      inEachBoard(folder, (review, name) => {
        const { length } = shotsInOrder(review.records);
        // All or nothing.
        const half = length === 8 || (review.isNew && length === 0) ? [] : [`${name}: ${length} of 8 shots`];
        const lost =
          acknowledged.includes(`board ${name.slice(6)}`) && length !== 8 ? [`${name} is lost`] : [];
        return [...half, ...lost, ...wrongOnceBegun(review, [])];
      }),
  },
  {
    name: 'decision before pictures are read',
    times: 3,
    kind: 'application',
    prepare: boards(9),
    check: checkRead,
  },
  {
    name: 'analysis',
    kind: 'application',
    times: 3,
    chain: 3,
    prepare: pictured(8),
    check: ({ folder, acknowledged }) => checked(folder, 'board', acknowledged),
  },
  {
    name: 'regeneration: generator runs',
    times: 2,
    chain: 3,
    kind: 'application',
    prepare: prepareRegeneration,
    check: checkRegeneration,
  },
  {
    name: 'regeneration: between file and record',
    kind: 'application',
    times: 2,
    chain: 3,
    prepare: prepareRegeneration,
    check: checkRegeneration,
  },
  {
    name: 'export',
    kind: 'application',
    chain: 3,
    prepare: async (folder) => {
      await pictured(6)(folder);
      mkdirSync(join(folder, 'exported'));
    },
    check: checkExport,
  },
];

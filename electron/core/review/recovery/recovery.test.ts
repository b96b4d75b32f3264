import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NO_BRAND, type Records, sameValue, TABLE_NAMES } from '@shared/records/index.js';
import { aBoard, aDrawing, aNote, aPortrait } from '@testing/records.js';
import { afterAll, expect, test } from 'vitest';
import { backupFile } from '../backups/backup-files.js';
import { openReview, type Review } from '../index.js';
import { FAST, freshDesk } from '../testing/desk.js';
import { anOrder, setRequest } from '../testing/program.js';
import { DAMAGES, rootOf, spoilLastChange, TABLES_UNTOLD, zeroPage } from './testing/damage.js';

const desk = freshDesk();

/** The review of a board of 24 shots: as it was when its backup was made, and as it was closed. */
interface Kept {
  readonly file: string;
  readonly before: Records;
  readonly after: Records;
}

const BACKED_UP = Date.UTC(2026, 10, 28, 22, 41);

function decide(review: Review, from: number, to: number): void {
  for (let n = from; n < to; n++) {
    desk.run(review, { type: 'reject', shotId: `shot-${n}`, reason: `reason ${n}` });
    desk.run(review, { type: 'set-note', shotId: `shot-${n}`, note: `note ${n}` });
  }
}

function laidOut(): Kept {
  const review = desk.open();
  review.importRecords(aBoard(24));
  const [fact] = Object.values(aBoard(1).fact);
  if (!fact) throw new Error('the board has no fact');
  const run = {
    id: 'run-1',
    generator: 'none' as const,
    rounds: 1,
    pictures: 1,
    minutes: 0,
    candidates: 1,
    startedAt: 1,
    endedAt: 2,
    end: 'done' as const,
    made: 0,
    shots: [],
  };
  const face = { id: 'face-1', takeId: 'take-0', region: null, name: 'Mira', createdAt: 1 };
  const portrait = aPortrait('Mira');
  const names = { states: [], kinds: [], characters: ['Mira'], scenes: [] };
  const filter = {
    id: 'filter-1',
    name: 'Mira',
    filter: { show: 'all', survivors: true, ...names, stars: null, words: '' },
    createdAt: 1,
  };
  review.system('Orders, comments, a run', (records) => ({
    ...records,
    portrait: { [portrait.id]: portrait },
    request: { 'order-1': anOrder('order-1', 1, { state: 'failed' }) },
    comment: { 'comment-1': aNote('comment-1') },
    drawing: { 'drawing-1': aDrawing('drawing-1', 'comment-1') },
    queue: { queue: { id: 'queue' as const, paused: true } },
    run: { 'run-1': run },
    reference: { 'face-1': face },
    savedFilter: { 'filter-1': filter },
    styleExample: {
      'example-1': { id: 'example-1', on: true, takeId: 'take-0', outside: null, createdAt: 1 },
    },
    brand: { brand: { ...NO_BRAND, name: 'Harbour' } },
    correction: { 'take-0': { id: 'take-0', labels: ['girl'], boxes: [], createdAt: 1 } },
  }));
  for (let n = 0; n < 24; n++)
    review.putMeasures(`${n}`.padStart(64, '0'), {
      quality: { blur: n },
      style: { tone: Array.from({ length: 400 }, (_, at) => at / 7) },
      hash: 'ff',
      palette: [],
      width: 1,
      height: 1,
    } as never);
  decide(review, 0, 12);
  const before = review.records;
  // Damage to a table without rows shows nothing.
  for (const table of TABLE_NAMES)
    if (Object.keys(before[table]).length === 0) throw new Error(`no ${table}`);
  const { seq } = review;
  desk.close(review);
  const { file } = review;
  mkdirSync(join(dirname(file), 'backups'));
  copyFileSync(file, backupFile(file, BACKED_UP, seq));
  const again = desk.open();
  decide(again, 8, 20);
  const after = again.records;
  desk.close(again);
  return { file, before, after };
}

let template: Kept | null = null;
const folder = mkdtempSync(join(FAST, 'continuist-recovery-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** In the desk's own folder. */
function kept(): Kept {
  const board = join(desk.root, 'board');
  if (!template) {
    template = laidOut();
    cpSync(board, folder, { recursive: true });
  } else cpSync(folder, board, { recursive: true });
  return { ...template, file: join(board, '.continuist', 'review.sqlite') };
}

const same = (a: Records, b: Records): void => {
  if (!sameValue(a, b)) expect(a).toEqual(b);
};

/** What is tried in every run; all of them with `npm run test:crash`. */
const OFTEN = new Set([
  TABLES_UNTOLD,
  'cut to a half',
  'the first page of shot is zero',
  'the first page of events is zero',
  'byte 0 of the header is flipped',
  'empty',
  'removed',
  'text instead',
  'a row of shot is torn',
  'the log of another review beside it',
  'the log of a copy that had gone on beside it',
]);
const isWhole = process.env.DAMAGE === 'all';
const tried = DAMAGES.filter(({ name }) => isWhole || OFTEN.has(name)).flatMap((damage) =>
  ((isWhole && !damage.isLostAlone) || damage.name === TABLES_UNTOLD ? [true, false] : [true]).map(
    (isBacked) => ({ ...damage, isBacked }),
  ),
);

test.each(tried)(
  '$name (backed up: $isBacked): what was decided is there, and the file is kept',
  ({ name, harm, left = 'all', isHarmless = false, isNotItsOwn = false, isBacked }) => {
    const { file, before, after } = kept();
    if (!isBacked) rmSync(join(dirname(file), 'backups'), { recursive: true });
    harm(file);
    const harmed = existsSync(file) ? readFileSync(file) : null;
    const review = desk.open();
    const { records, notes } = review;
    const decisions = Object.keys(records.decision).length;
    if (isWhole)
      console.log(
        `| ${name} | ${isBacked ? 'yes' : 'no'} | ${decisions} of ${Object.keys(after.decision).length} |`,
      );
    expect(review.readOnly).toBeNull();
    if (left === 'all') same(records, after);
    else if (isBacked) expect(records.decision).toMatchObject(before.decision);
    // The history too, so that it can be taken back.
    if (isBacked) expect(review.canUndo).not.toBeNull();
    if (isHarmless) expect(notes).toEqual([]);
    const [aside, ...more] = readdirSync(dirname(file)).filter((one) => /^damaged-.*[.]sqlite$/.test(one));
    expect(more).toEqual([]);
    expect(aside !== undefined).toBe(notes.length > 0 && harmed !== null && !isNotItsOwn);
    if (isNotItsOwn) {
      expect(notes).toEqual([expect.stringMatching(/^A log of another review lay beside this one/)]);
      expect(readdirSync(dirname(file)).filter((one) => /^kept-.*-wal$/.test(one))).toHaveLength(1);
    }
    if (aside) expect(readFileSync(join(dirname(file), aside)).equals(harmed ?? Buffer.of())).toBe(true);
    desk.run(review, { type: 'rename', title: 'Pier' });
    const changed = review.records;
    desk.close(review);
    const again = desk.open();
    same(again.records, changed);
    expect(again.notes).toEqual([]);
    // History leads to what is there.
    expect(review.skipped).toEqual([]);
  },
);

test('what was decided after the backup and cannot be read is counted, and the backup can be opened instead', () => {
  const { file, before } = kept();
  truncateSync(file, Math.floor((3 * statSync(file).size) / 4096 / 4) * 4096);
  const review = desk.open();
  expect(review.notes[0]).toMatch(
    /^The review file was damaged[.] It is mended, from what can be read of it and the backup of .*: \d+ decisions on 24 shots[.] \d+ changes made after .* could not be read: look through/,
  );
  const offered = review.offeredBackup;
  expect(offered?.at).toBe(BACKED_UP);
  desk.run(review, { type: 'rename', title: 'Pier' });
  const { records } = review;
  desk.close(review);
  const older = openReview({ ...desk.options(), backup: offered?.name ?? '' });
  same(older.records, before);
  expect(older.notes[0]).toMatch(/^The backup of .* is open[.] The review as it was before is kept as kept-/);
  older.close();
  const [name = ''] = readdirSync(dirname(file)).filter((one) => one.startsWith('kept-'));
  copyFileSync(join(dirname(file), name), file);
  same(desk.open().records, records);
});

test('where a backup is opened, only copies that go on from it go: they would be taken in as what was lost', () => {
  const { file, before } = kept();
  const folder = join(dirname(file), 'backups');
  const [chosen = ''] = readdirSync(folder);
  const seq = Number(/-([0-9]+)[.]sqlite$/.exec(chosen)?.[1]);
  const lay = (minutes: number, decisions: number) => {
    const to = backupFile(file, BACKED_UP + minutes * 60_000, seq + decisions);
    copyFileSync(minutes > 0 && decisions > 0 ? file : join(folder, chosen), to);
    return basename(to);
  };
  lay(5, 24);
  const others = [lay(-5, -10), lay(-10, 3), lay(10, -3), lay(15, 0)];
  openReview({ ...desk.options(), backup: chosen }).close();
  expect(readdirSync(folder).sort()).toEqual([chosen, ...others].sort());
  const review = desk.open();
  same(review.records, before);
  expect(review.notes).toEqual([]);
});

test('what stands only in the log of the review is kept with it when a backup is opened instead', () => {
  const { file } = kept();
  const review = desk.open();
  desk.run(review, { type: 'rename', title: 'Pier' });
  const { records } = review;
  // As it is left where the log cannot be emptied, because the file is being read.
  for (const suffix of ['', '-wal']) copyFileSync(file + suffix, join(desk.root, `left${suffix}`));
  desk.close(review);
  for (const suffix of ['', '-wal']) copyFileSync(join(desk.root, `left${suffix}`), file + suffix);
  const [backup = ''] = readdirSync(join(dirname(file), 'backups'));
  openReview({ ...desk.options(), backup }).close();
  const [name = ''] = readdirSync(dirname(file)).filter((one) => /^kept-.*[.]sqlite$/.test(one));
  const other = join(desk.root, 'other', '.continuist');
  mkdirSync(other, { recursive: true });
  for (const suffix of ['', '-wal'])
    copyFileSync(join(dirname(file), name + suffix), join(other, `review.sqlite${suffix}`));
  same(desk.open('other').records, records);
});

test('an order whose last state is lost waits for a yes', () => {
  const { file } = kept();
  const review = desk.open();
  desk.run(review, {
    type: 'approve-suggestion',
    shotId: 'shot-3',
    takeId: 'take-3',
    prompt: 'rain',
    negativePrompt: '',
    seed: 'keep',
    strength: null,
    acceptedEdits: [],
    edited: true,
  });
  const [order] = Object.values(review.records.request).filter(({ prompt }) => prompt === 'rain');
  if (!order) throw new Error('no order');
  expect(order.state).toBe('queued');
  desk.close(review);
  copyFileSync(file, backupFile(file, BACKED_UP + 60_000, review.seq));
  const later = desk.open();
  setRequest(later, order, { state: 'done' });
  desk.close(later);
  // Neither the order nor what became of it can be read.
  zeroPage(file, rootOf(file, 'request'));
  spoilLastChange(file);
  expect(desk.open().records.request[order.id]?.state).toBe('elsewhere');
});

test('a recovery that was cut off when its file was ready is ended at the next opening', () => {
  const { file, after } = kept();
  renameSync(file, join(dirname(file), 'recovered.sqlite'));
  mkdirSync(join(dirname(file), 'recovering-abc'));
  writeFileSync(file, 'half of someth');
  writeFileSync(`${file}-wal`, 'a log of the damaged one');
  const review = desk.open();
  same(review.records, after);
  expect(readdirSync(dirname(file)).filter((name) => name.startsWith('recover'))).toEqual([]);
});

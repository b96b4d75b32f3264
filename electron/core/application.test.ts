/** The main job without a window, with the real judge and the real generator. */
import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '@shared/commands/index.js';
import { feedback } from '@shared/feedback.js';
import type { Job } from '@shared/job.js';
import { type Shot, shotsInOrder } from '@shared/records/index.js';
import { SOURCE_AS_READ, type SourceState } from '@shared/source-change/index.js';
import { drawStoryboard } from '@testing/storyboard.js';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Application } from './application.js';
import { feedbackOf } from './formats/index.js';
import { startApplication } from './testing/application.js';

let root: string;
let folder: string;
/** Serves all tests, since its model takes long to load. */
let application: Application;
const defect = (thrown: unknown): void => {
  throw thrown;
};
/** What is done with what goes into the log. */
let logged = defect;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'continuist-application-'));
  application = await startApplication(root, { flags: { rounds: 2 }, log: (thrown) => logged(thrown) });
});
afterAll(async () => {
  await application.close();
  await rm(root, { recursive: true, force: true });
});

beforeEach(async () => {
  folder = await mkdtemp(join(root, 'storyboard-'));
  await drawStoryboard(join(folder, 'board'), { shots: 5 });
});
afterEach(async () => {
  logged = defect;
  await application.closeBoard();
});

const shots = (): Shot[] => shotsInOrder(application.board.review.records);
const ended = async (job: Job | null): Promise<Job | null> => (job ? application.jobs.ended(job.id) : null);

async function opened(): Promise<void> {
  await application.open(join(folder, 'board'));
  const job = await ended(application.analyse({ shotIds: null, again: false }));
  expect(job).toMatchObject({ state: 'done', progress: 1 });
}

/** Orders a picture for the first shot with words that change nothing. */
function approve(prompt?: string): void {
  const [shot] = shots();
  if (!shot?.pickId) throw new Error('the storyboard has no first shot');
  application.run({
    id: randomUUID(),
    at: Date.now(),
    command: {
      type: 'approve-suggestion',
      shotId: shot.id,
      takeId: shot.pickId,
      prompt: prompt ?? shot.prompt,
      negativePrompt: '',
      seed: 'new',
      strength: null,
      acceptedEdits: [],
      edited: false,
    },
  });
}

const regenerated = () => ended(application.jobs.runningOf('regeneration'));

describe('the application', () => {
  it('flags nothing in a picture that its judge cannot judge, and counts it', async () => {
    const bars = Array.from(
      { length: 32 },
      (_, i) => `<rect x="${i * 20}" width="10" height="360" fill="hsl(${i * 67} 90% 50%)"/>`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360">${bars.join('')}</svg>`;
    await sharp(Buffer.from(svg))
      .png()
      .toFile(join(folder, 'board', 'frames', 'shot_001.png'));
    await application.open(join(folder, 'board'));
    const job = await ended(application.analyse({ shotIds: null, again: false }));
    expect(job?.summary).toContain('1 not judged');
    const { derived } = application.board;
    const [shot] = shots();
    const { verdicts, scores } = derived.analyses[shot?.pickId ?? ''] ?? {};
    expect(new Set(verdicts?.map(({ outcome }) => outcome))).toEqual(new Set(['not-judged']));
    expect(scores?.description).toBeNull();
    expect(derived.findings.filter((one) => one.shotId === shot?.id && one.claimIds.length > 0)).toEqual([]);
    const again = await ended(application.analyse({ shotIds: null, again: false }));
    expect(again?.summary).toBe('Everything is judged already');
    const unasked = { shotIds: null, again: false, unasked: true };
    expect(await ended(application.analyse(unasked))).toMatchObject({ state: 'done', summary: '' });
    // Who asks while it runs is answered.
    const running = application.analyse(unasked);
    expect(application.analyse({ shotIds: null, again: false }).id).toBe(running.id);
    expect((await ended(running))?.summary).toBe('Everything is judged already');
  });

  it('judges every frame, shows scores and exports feedback that its schema accepts', async () => {
    await opened();
    const { analyses } = application.board.derived;
    for (const shot of shots()) {
      const analysis = analyses[shot.pickId ?? ''];
      expect(analysis?.state).toBe('done');
      const answers = analysis?.verdicts.flatMap(({ p }) => p ?? []) ?? [];
      expect(answers.length).toBeGreaterThan(1);
      expect(analysis?.scores.description).toBeGreaterThan(Math.min(...answers));
      expect(analysis?.scores.description).toBeLessThan(Math.max(...answers));
      expect(analysis?.palette).toHaveLength(5);
    }
    const exported = feedbackOf(application.writeContext(null));
    expect(feedback.parse(exported).totals).toMatchObject({ shots: 5, judged: 5 });
  });

  it('asks nothing again of a frame that has not changed, also after it is opened anew', async () => {
    await opened();
    const at = Object.values(application.board.review.records.take).map(
      (take) => application.board.judgement(take)?.at,
    );
    await application.closeBoard();
    await opened();
    const again = Object.values(application.board.review.records.take).map(
      (take) => application.board.judgement(take)?.at,
    );
    expect(again).toEqual(at);
  });

  it('tells what was judged where the review is only read, since somebody else has it open', async () => {
    await opened();
    const reader = await startApplication(await mkdtemp(join(root, 'reader-')), { log: defect });
    onTestFinished(() => reader.close());
    await reader.open(join(folder, 'board'));
    expect(reader.board.review.readOnly).not.toBeNull();
    await Promise.all([application.board.settled(), reader.board.settled()]);
    const said = ({ board }: Application) =>
      shotsInOrder(board.review.records).flatMap(
        ({ pickId }) => (pickId && board.brief(pickId)?.verdicts) || [],
      );
    expect(said(reader).filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(5);
    expect(said(reader)).toEqual(said(application));
    expect(reader.jobs.current).toEqual([]);
  });

  it('asks only what is new when a description is edited', async () => {
    await opened();
    const [shot] = shots();
    const take = application.board.take(shot?.pickId ?? '');
    const before = application.board.judgement(take);
    application.run({
      id: 'edit',
      at: Date.now(),
      command: {
        type: 'edit-description',
        shotId: shot?.id ?? '',
        description: `${shot?.description} A brown dog sits on the left.`,
      },
    });
    await ended(application.jobs.runningOf('analysis'));
    const after = application.board.judgement(take);
    const added = Object.keys(after?.answers ?? {}).filter((key) => !(key in (before?.answers ?? {})));
    expect(added.length).toBeGreaterThan(0);
    expect(added.every((key) => /dog/.test(key))).toBe(true);
    expect(after?.answers).toMatchObject(before?.answers ?? {});
  });

  it('regenerates what was approved, judges it, keeps both takes and stops at the limit', async () => {
    await opened();
    const [first] = shots();
    const original = join(folder, 'board', application.board.take(first?.pickId ?? '').path);
    const hash = async () =>
      createHash('sha256')
        .update(await readFile(original))
        .digest('hex');
    const before = await hash();
    approve();
    expect(await regenerated()).toMatchObject({ state: 'done' });
    const takes = Object.values(application.board.review.records.take).filter(
      (take) => take.shotId === first?.id,
    );
    expect(takes.map(({ round }) => round).sort()).toEqual([0, 1]);
    const made = takes.find(({ round }) => round === 1);
    expect(made?.path).toMatch(/^\.continuist\/takes\//);
    expect(application.board.derived.analyses[made?.id ?? '']?.state).toBe('done');
    expect(await hash()).toBe(before);
    approve();
    await regenerated();
    expect(() => approve()).toThrow(expect.objectContaining({ code: 'LIMIT_REACHED' }));
  });

  it('keeps requests for the feedback when no generator is chosen', async () => {
    await opened();
    await application.setSettings({ generator: 'none' });
    onTestFinished(() => application.setSettings({ generator: 'storybook' }).then(() => undefined));
    approve();
    expect(application.jobs.runningOf('regeneration')).toBeNull();
    const exported = feedbackOf(application.writeContext(null));
    expect(exported.shots[0]?.requests).toMatchObject([{ state: 'queued', generator: 'none' }]);
  });

  it('goes on when the model process is killed while it works, and logs that', async () => {
    const told: string[] = [];
    logged = (thrown) => void told.push(String(thrown));
    await application.open(join(folder, 'board'));
    const job = application.analyse({ shotIds: null, again: false });
    const stop = application.jobs.onChange(({ done }) => {
      if (done !== 1) return;
      stop();
      process.kill(application.inferencePid ?? 0, 'SIGKILL');
    });
    expect(await ended(job)).toMatchObject({ state: 'done' });
    const states = shots().map((shot) => application.board.derived.analyses[shot.pickId ?? '']?.state);
    expect(states).toEqual(new Array(5).fill('done'));
    expect(told).toEqual(["Error: the model's process ended: SIGKILL"]);
  });

  it('is not ended by an order whose picture goes while graphs are shown', async () => {
    await application.open(join(folder, 'board'));
    const unheard: unknown[] = [];
    const hear = (thrown: unknown): void => void unheard.push(thrown);
    process.on('unhandledRejection', hear);
    onTestFinished(() => void process.off('unhandledRejection', hear));
    const run = (command: Command): void =>
      void application.run({ id: randomUUID(), at: Date.now(), command });
    run({ type: 'pause-queue', paused: true });
    const [first, second] = shots() as [Shot, Shot];
    for (const { id: shotId, pickId, prompt } of [first, second])
      run({
        type: 'approve-suggestion',
        shotId,
        takeId: pickId ?? '',
        prompt,
        negativePrompt: '',
        seed: 'new',
        strength: null,
        acceptedEdits: [],
        edited: false,
      });
    run({ type: 'pause-queue', paused: false });
    application.board.review.system('Lose a picture', ({ take, ...records }) => ({
      ...records,
      shot: { ...records.shot, [second.id]: { ...second, pickId: null } },
      take: Object.fromEntries(Object.entries(take).filter(([id]) => id !== second.pickId)),
    }));
    expect(await regenerated()).toMatchObject({ state: 'done' });
    expect(unheard).toEqual([]);
  });

  it('tells a window what changed where the open board came from, and that it cannot be read', async () => {
    const board = join(folder, 'board');
    await application.open(board);
    const told = application.watching.watch({ watcher: 'w', shots: [] });
    onTestFinished(async () => void (await told.return(undefined)));
    /** What a window that is told everything knows by then. */
    const source = async (): Promise<SourceState | null> => {
      for (let next = await told.next(); !next.done; next = await told.next())
        if (next.value.type === 'source') return next.value;
      return null;
    };
    const [name = ''] = (await readdir(board)).filter((one) => one.endsWith('.json'));
    const file = join(board, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('red', 'blue'));
    expect(await source()).toMatchObject({ changes: [{ kind: 'description', number: '1' }], problem: null });
    application.takeInSource();
    expect(await source()).toMatchObject(SOURCE_AS_READ);
    expect(application.undo()).toMatchObject({ label: 'Take in what changed in the source', changed: true });
    await application.closeBoard();
    await writeFile(file, text.slice(0, -3));
    await application.open(board);
    expect(await source()).toMatchObject({
      changes: [],
      problem: expect.stringContaining(`${name} is not valid JSON`),
    });
  });

  it('shows a picture that went missing on its own frame and finds it again where it was moved', async () => {
    await opened();
    const [, second] = shots();
    const take = application.board.take(second?.pickId ?? '');
    await application.closeBoard();
    await copyFile(join(folder, 'board', take.path), join(folder, 'board', 'renamed.png'));
    await rm(join(folder, 'board', take.path));
    await application.open(join(folder, 'board'));
    expect(await application.board.fileOf(take)).toBe(join(folder, 'board', 'renamed.png'));
    await application.closeBoard();
    await rm(join(folder, 'board', 'renamed.png'));
    await application.open(join(folder, 'board'));
    const job = await ended(application.analyse({ shotIds: null, again: true }));
    expect(job?.state).toBe('done');
    const analysis = application.board.derived.analyses[take.id];
    expect(analysis).toMatchObject({
      state: 'unreadable',
      error: expect.stringContaining('no longer where it was'),
    });
  });
});

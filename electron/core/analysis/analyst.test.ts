/** What is asked of a frame is answered, whoever or whatever asked it: the whole application with the real judge. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Application } from '@core/application.js';
import { answerKey, type Judgement } from '@shared/analysis.js';
import type { Command } from '@shared/commands/index.js';
import type { Job } from '@shared/job.js';
import { type Claim, type Fact, type Shot, shotsInOrder, type Take } from '@shared/records/index.js';
import type { Settings } from '@shared/settings.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startApplication } from '../testing/application.js';

let root: string;
let folder: string;
/** Serves all tests, since its model takes long to load. */
let application: Application;
let sent = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'continuist-analyst-'));
  application = await startApplication(root, { log: () => undefined });
});
afterAll(async () => {
  await application.close();
  await rm(root, { recursive: true, force: true });
});

beforeEach(async () => {
  folder = await mkdtemp(join(root, 'board-'));
  await drawStoryboard(folder, { shots: 3 });
});
afterEach(() => application.closeBoard());

const start = (flags: Partial<Settings> = {}) => application.open(folder, { flags });
/** Until the test is over. */
const onJob = (listener: (job: Job) => void) => onTestFinished(application.jobs.onChange(listener));

const run = (command: Command) => application.run({ id: `c${sent++}`, at: Date.now(), command });
const running = () => application.jobs.runningOf('analysis');
const ended = async (job: Job | null) => (job ? application.jobs.ended(job.id) : null);
const analysed = async () => {
  await start();
  return ended(application.analyse({ shotIds: null, again: false }));
};

const shot = (at = 0): Shot => shotsInOrder(application.board.review.records)[at] as Shot;
const pick = (of = shot()): Take => application.board.take(of.pickId ?? '');
const claims = (of = shot()): Claim[] =>
  Object.values(application.board.review.records.claim).filter(({ shotId }) => shotId === of.id);
const judgement = (of = shot()): Judgement | null => application.board.judgement(pick(of));
const answered = (of = shot()): string[] => Object.keys(judgement(of)?.answers ?? {});

/** Nothing is left to ask of any frame, and each says so. */
async function expectAllAnswered(): Promise<void> {
  expect(running()).toBeNull();
  await application.board.settled();
  for (const take of Object.values(application.board.review.records.take)) {
    const known = application.board.judgement(take);
    const open = claims(application.board.shot(take.shotId)).filter(
      (claim) => !claim.muted && !known?.answers[answerKey(claim)],
    );
    expect(open).toEqual([]);
    expect(application.board.soFar.analyses[take.id]?.state).toBe('done');
  }
}

/** The next one that starts: at once, or as soon as it is known on a busy machine what is asked. */
const nextAnalysis = (): Promise<Job> =>
  new Promise((resolve) => {
    const before = running()?.id;
    const stop = application.jobs.onChange((job) => {
      if (job.kind !== 'analysis' || job.id === before) return;
      stop();
      resolve(job);
    });
  });

/** After `ask`, an analysis runs that asks just this of the first shot, and leaves nothing waiting. */
async function expectAsked(ask: () => void, text: RegExp | string): Promise<void> {
  const before = new Set(answered());
  const started = nextAnalysis();
  ask();
  expect(await ended(await started)).toMatchObject({ state: 'done' });
  const added = answered().filter((key) => !before.has(key));
  expect(added.length).toBeGreaterThan(0);
  for (const key of added) expect(key).toMatch(text);
  await expectAllAnswered();
}

const GIRL: Fact = {
  id: 'mira',
  subject: 'character',
  name: 'girl',
  statement: 'a girl in a green coat',
  aliases: [],
  firstShotId: null,
  lastShotId: null,
  origin: 'artist',
};

describe('once an analysis was asked for, what is asked is answered', () => {
  beforeEach(analysed);

  it('when the artist asks something else', () =>
    expectAsked(
      () => run({ type: 'add-claim', shotId: shot().id, kind: 'entity', text: 'a brown fox' }),
      /: a brown fox$/,
    ));

  it('when a claim is reworded, and again when that is undone and redone', async () => {
    const [claim] = claims() as [Claim];
    await expectAsked(
      () => run({ type: 'edit-claim', claimId: claim.id, text: 'a black cat' }),
      /: a black cat$/,
    );
    const job = running();
    application.undo();
    // It was answered before.
    expect(running()).toBe(job);
    application.redo();
    await expectAllAnswered();
  });

  it('when a claim is unmuted that was muted before it was answered', async () => {
    const first = nextAnalysis();
    run({ type: 'add-claim', shotId: shot().id, kind: 'entity', text: 'a white owl' });
    const asked = claims().find(({ text }) => text === 'a white owl') as Claim;
    run({ type: 'edit-claim', claimId: asked.id, text: 'a yellow kite', muted: true });
    await ended(await first);
    expect(answered()).not.toContain('entity: a yellow kite');
    await expectAsked(() => run({ type: 'edit-claim', claimId: asked.id, muted: false }), /: a yellow kite$/);
  });

  it('when undo or redo brings a claim back that was never answered', async () => {
    onJob(({ kind, id }) => {
      if (kind === 'analysis') application.jobs.cancel(id);
    });
    const first = nextAnalysis();
    run({ type: 'add-claim', shotId: shot().id, kind: 'entity', text: 'a blue boat' });
    await ended(await first);
    expect(answered()).not.toContain('entity: a blue boat');
    application.undo();
    expect(running()).toBeNull();
    const again = nextAnalysis();
    application.redo();
    expect(await again).toMatchObject({ kind: 'analysis' });
  });

  it('when the canon gets a fact', () =>
    expectAsked(() => run({ type: 'put-fact', fact: GIRL }), /green coat|one person/));

  it('when a description changes, also where its claims stay', async () => {
    const { id, description } = shot();
    await expectAsked(
      () => run({ type: 'edit-description', shotId: id, description: `${description} A brown dog sits.` }),
      /dog/,
    );
    const reworded = description.replace('stands', ' stands');
    const again = nextAnalysis();
    run({ type: 'edit-description', shotId: id, description: reworded });
    await ended(await again);
    expect(judgement()?.whole[reworded]).toBeDefined();
  });

  it('when a shot moves to where another fact holds', async () => {
    const first = nextAnalysis();
    run({ type: 'put-fact', fact: { ...GIRL, firstShotId: shot(1).id } });
    await ended(await first);
    const { id } = shot();
    expect(claims().some(({ text }) => text === GIRL.statement)).toBe(false);
    const again = nextAnalysis();
    run({ type: 'move-shots', shotIds: [id], beside: shot(2).id, side: 'after' });
    await ended(await again);
    expect(answered(application.board.shot(id)).some((key) => key.endsWith(GIRL.statement))).toBe(true);
    await expectAllAnswered();
  });
});

it('answers what is asked while an analysis runs before it ends', async () => {
  await start();
  const job = application.analyse({ shotIds: null, again: false });
  const stop = application.jobs.onChange(({ done }) => {
    if (done < 1) return;
    stop();
    const { id, description } = shot();
    run({ type: 'edit-description', shotId: id, description: `${description} A brown dog sits.` });
    run({ type: 'add-claim', shotId: shot(1).id, kind: 'entity', text: 'a brown fox' });
  });
  expect(await ended(job)).toMatchObject({ state: 'done' });
  expect(running()).toBeNull();
  expect(answered().some((key) => /dog/.test(key))).toBe(true);
  expect(answered(shot(1))).toContain('entity: a brown fox');
  await expectAllAnswered();
});

it('asks a frame at once what is asked while it is being looked at', async () => {
  await start();
  const stop = application.board.onDerived(() => {
    if (!application.board.isRunning(pick().id)) return;
    stop();
    run({ type: 'add-claim', shotId: shot().id, kind: 'entity', text: 'a brown fox' });
  });
  await ended(application.analyse({ shotIds: [shot().id], again: false }));
  expect(answered()).toContain('entity: a brown fox');
});

it('measures a picture again that was measured another way', async () => {
  await analysed();
  const measured = application.board.measures(pick());
  const { version: _, ...older } = measured ?? expect.fail('not measured');
  const keep = (measures: typeof older) => application.board.review.putMeasures(pick().sha256, measures);
  const again = () => application.analyse({ shotIds: [shot().id], again: true });
  const marked = { ...older, palette: ['#010203'] };
  keep(marked);
  await ended(again());
  expect(application.board.measures(pick())).toEqual(measured);
  const ofToday = { ...marked, version: measured?.version ?? 0 };
  keep(ofToday);
  await ended(again());
  expect(application.board.measures(pick())).toEqual(ofToday);
});

it('asks nothing of a board that nobody asked to analyse', async () => {
  await start();
  run({ type: 'add-claim', shotId: shot().id, kind: 'entity', text: 'a brown fox' });
  run({ type: 'edit-description', shotId: shot(1).id, description: 'A brown dog sits in a kitchen.' });
  await application.board.settled();
  expect(running()).toBeNull();
  expect(judgement()).toBeNull();
});

it('goes on, when the board is opened again, with an analysis that had begun, and with nothing else', async () => {
  await start();
  await ended(application.analyse({ shotIds: [shot().id], again: false }));
  await application.closeBoard();
  await start();
  expect(await ended(running())).toMatchObject({ state: 'done' });
  await expectAllAnswered();
  await application.closeBoard();
  await start();
  expect(running()).toBeNull();
});

describe('a cancelled analysis', () => {
  const cancelled = async () => {
    await start();
    const job = application.analyse({ shotIds: null, again: false });
    const stop = application.jobs.onChange(({ done, id }) => {
      if (done < 1) return;
      stop();
      application.jobs.cancel(id);
    });
    expect(await ended(job)).toMatchObject({ state: 'cancelled' });
  };

  it('stays so whatever else the artist does', async () => {
    await cancelled();
    run({ type: 'hold', shotId: shot().id, reason: '' });
    application.undo();
    run({ type: 'edit-prompt', shotId: shot().id, prompt: 'a fox', negativePrompt: '' });
    await application.board.settled();
    expect(running()).toBeNull();
    expect(judgement(shot(2))).toBeNull();
  });

  it('goes on when something new is asked, which comes first', async () => {
    await cancelled();
    const looked: string[] = [];
    onJob(({ doing }) => looked.push(doing));
    const again = nextAnalysis();
    run({ type: 'add-claim', shotId: shot(2).id, kind: 'entity', text: 'a brown fox' });
    expect(await ended(await again)).toMatchObject({ state: 'done' });
    expect(looked.find((doing) => doing.startsWith('Shot'))).toBe('Shot 3');
    await expectAllAnswered();
  });

  it('goes on when the artist asks for it', async () => {
    await cancelled();
    await ended(application.analyse({ shotIds: null, again: false }));
    await expectAllAnswered();
  });
});

describe('descriptions', () => {
  const derivations = () =>
    application.board.review.history().filter(({ label }) => label === 'Derive claims').length;

  it('are not read again when a decision is undone', async () => {
    await start();
    const before = derivations();
    run({ type: 'hold', shotId: shot().id, reason: '' });
    application.undo();
    application.redo();
    await application.board.settled();
    expect(derivations()).toBe(before);
    expect(claims().length).toBeGreaterThan(0);
  });

  it('give a shot its old claims back when their change is undone', async () => {
    await start();
    const { id } = shot();
    const texts = () => claims().map(({ text }) => text);
    const before = texts();
    run({ type: 'edit-description', shotId: id, description: 'A brown dog sits in a kitchen.' });
    expect(texts()).toContain('a brown dog');
    application.undo();
    expect(texts().sort()).toEqual(before.sort());
  });
});

// Last, since the model is loaded anew after it.
it('leaves a judge that fails alone until something is asked', async () => {
  await start({ judge: 'no such judge' });
  const states: string[] = [];
  onJob(({ state }) => states.push(state));
  expect(await ended(application.analyse({ shotIds: null, again: false }))).toMatchObject({
    state: 'failed',
    error: { code: 'JUDGE_UNAVAILABLE' },
  });
  await application.board.settled();
  expect(running()).toBeNull();
  run({ type: 'hold', shotId: shot().id, reason: '' });
  expect(running()).toBeNull();
  const again = nextAnalysis();
  run({ type: 'add-claim', shotId: shot().id, kind: 'entity', text: 'a brown fox' });
  expect(await ended(await again)).toMatchObject({ state: 'failed' });
  await application.board.settled();
  expect(running()).toBeNull();
  expect(states.filter((state) => state === 'failed')).toHaveLength(2);
});

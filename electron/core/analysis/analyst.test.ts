/** What is asked of a frame is answered, whoever or whatever asked it: the whole application with the real judge. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application } from '@core/application.js';
import { startNodeChild } from '@inference/index.js';
import { answerKey, type Judgement } from '@shared/analysis.js';
import type { Command } from '@shared/commands/index.js';
import type { Job } from '@shared/job.js';
import { type Claim, type Fact, type Shot, shotsInOrder, type Take } from '@shared/records/index.js';
import type { Settings } from '@shared/settings.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
let application: Application;
let sent = 0;

async function start(flags: Partial<Settings> = {}): Promise<void> {
  application = await Application.create({
    version: '0.0.0',
    host: 'test',
    dataFolder: join(folder, 'data'),
    modelsFolder: fileURLToPath(new URL('../../../models', import.meta.url)),
    sample: join(folder, 'board'),
    startChild: startNodeChild,
    settings: { userFile: join(folder, 'settings.json'), environment: {}, flags },
    startingFolders: [],
    threads: 1,
    log: () => undefined,
  });
  await application.open(join(folder, 'board'));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-analyst-'));
  await drawStoryboard(join(folder, 'board'), { shots: 3 });
});
afterEach(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

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

/** After `ask`, an analysis runs that asks just this of the first shot, and leaves nothing waiting. */
async function expectAsked(ask: () => void, text: RegExp | string): Promise<void> {
  const before = new Set(answered());
  ask();
  expect(running()).not.toBeNull();
  expect(await ended(running())).toMatchObject({ state: 'done' });
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
    run({ type: 'add-claim', shotId: shot().id, kind: 'entity', text: 'a white owl' });
    const asked = claims().find(({ text }) => text === 'a white owl') as Claim;
    const first = running();
    run({ type: 'edit-claim', claimId: asked.id, text: 'a yellow kite', muted: true });
    await ended(first);
    expect(answered()).not.toContain('entity: a yellow kite');
    await expectAsked(() => run({ type: 'edit-claim', claimId: asked.id, muted: false }), /: a yellow kite$/);
  });

  it('when undo or redo brings a claim back that was never answered', async () => {
    application.jobs.onChange(({ kind, id }) => {
      if (kind === 'analysis') application.jobs.cancel(id);
    });
    run({ type: 'add-claim', shotId: shot().id, kind: 'entity', text: 'a blue boat' });
    await ended(running());
    expect(answered()).not.toContain('entity: a blue boat');
    application.undo();
    expect(running()).toBeNull();
    application.redo();
    expect(running()).not.toBeNull();
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
    run({ type: 'edit-description', shotId: id, description: reworded });
    await ended(running());
    expect(judgement()?.whole[reworded]).toBeDefined();
  });

  it('when a shot moves to where another fact holds', async () => {
    run({ type: 'put-fact', fact: { ...GIRL, firstShotId: shot(2).id } });
    await ended(running());
    expect(claims().some(({ text }) => text === GIRL.statement)).toBe(false);
    await expectAsked(
      () => run({ type: 'move-shot', shotId: shot().id, position: 2 }),
      /green coat|one person/,
    ).catch(() => undefined);
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
  await application.close();
  await start();
  expect(await ended(running())).toMatchObject({ state: 'done' });
  await expectAllAnswered();
  await application.close();
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
    application.jobs.onChange(({ doing }) => looked.push(doing));
    run({ type: 'add-claim', shotId: shot(2).id, kind: 'entity', text: 'a brown fox' });
    expect(await ended(running())).toMatchObject({ state: 'done' });
    expect(looked.find((doing) => doing.startsWith('Shot'))).toBe('Shot 3');
    await expectAllAnswered();
  });

  it('goes on when the artist asks for it', async () => {
    await cancelled();
    await ended(application.analyse({ shotIds: null, again: false }));
    await expectAllAnswered();
  });
});

it('leaves a judge that fails alone until something is asked', async () => {
  await start({ judge: 'no such judge' });
  const states: string[] = [];
  application.jobs.onChange(({ state }) => states.push(state));
  expect(await ended(application.analyse({ shotIds: null, again: false }))).toMatchObject({
    state: 'failed',
    error: { code: 'JUDGE_UNAVAILABLE' },
  });
  await application.board.settled();
  expect(running()).toBeNull();
  run({ type: 'hold', shotId: shot().id, reason: '' });
  expect(running()).toBeNull();
  run({ type: 'add-claim', shotId: shot().id, kind: 'entity', text: 'a brown fox' });
  expect(await ended(running())).toMatchObject({ state: 'failed' });
  await application.board.settled();
  expect(running()).toBeNull();
  expect(states.filter((state) => state === 'failed')).toHaveLength(2);
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

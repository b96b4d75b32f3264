/** A judge is examined through the whole application: the real judge, real pictures. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Application } from '@core/application.js';
import { answerKey } from '@shared/analysis.js';
import { NO_WORD, skillOf } from '@shared/examination/index.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApplication } from '../testing/application.js';
import { FRAMES } from './drawn-set.js';

let root = '';
let application: Application;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'continuist-examination-'));
  await drawStoryboard(join(root, 'board'), { shots: 6 });
  application = await startApplication(root, { log: () => undefined });
  await application.open(join(root, 'board'));
});
afterAll(async () => {
  await application.close();
  await rm(root, { recursive: true, force: true });
});

const examinations = () => join(root, 'data', 'examinations');
const lines = async () => {
  const [name = ''] = await readdir(examinations());
  return (await readFile(join(examinations(), name), 'utf8')).split('\n').filter(Boolean);
};

it('is cancelled, goes on where it was left, and counts on the board when it is done', async () => {
  const { jobs, board } = application;
  await jobs.ended(application.analyse({ shotIds: null, again: false }).id);
  expect(board.word.skills.size).toBe(0);
  const first = application.examinations.start();
  expect(application.examinations.start().id).toBe(first.id);
  const cut = new Promise<void>((resolve) =>
    jobs.onChange(({ id, done }) => {
      if (id === first.id && done >= 3 && jobs.cancel(first.id)) resolve();
    }),
  );
  await cut;
  expect((await jobs.ended(first.id))?.state ?? 'cancelled').toBe('cancelled');
  const begun = await lines();
  expect(begun.length).toBeGreaterThan(3);
  expect(begun.length).toBeLessThan(FRAMES);
  // Half an examination says nothing.
  expect(board.word.skills.size).toBe(0);
  expect((await application.examinations.list())[0]).toMatchObject({ onBoard: true, ofPictures: FRAMES });

  const ended = await jobs.ended(application.examinations.start().id);
  expect([ended?.state, ended?.error]).toEqual(['done', null]);
  expect(ended?.summary).toMatch(/is examined: it may be asked about everything; \d+ s$/);
  const after = await lines();
  expect(after.slice(0, begun.length)).toEqual(begun);
  expect(after).toHaveLength(FRAMES + 1);
  const [report] = await application.examinations.list();
  expect(report).toMatchObject({ judge: 'storybook', pictures: FRAMES, onBoard: true });
  expect(report?.version).toBe(board.judge?.version);
  expect(report?.steadiness).toMatchObject({ claims: 300, isUnsteady: false });
  expect(report?.steadiness?.chance).toBeLessThan(0.02);
  const claims = after.slice(1).flatMap((line) => JSON.parse(line).answers as object[]);
  expect(claims).toHaveLength(300);
  const skills = new Map(report?.skills.map((one) => [one.skill, one]));
  for (const skill of ['entity', 'colour', 'side', 'time', 'framing', 'style'] as const) {
    expect(skills.get(skill)).toMatchObject({ silenced: false });
    expect(skills.get(skill)?.drawn?.pairs).toBeGreaterThanOrEqual(10);
    expect(skills.get(skill)?.drawn?.low).toBeGreaterThan(0.5);
  }
  expect(board.word.skills.size).toBeGreaterThan(5);
});

it('is asked what this board contradicts, once', async () => {
  const { board, jobs } = application;
  const asked = board.shots.map(({ id, pickId }) => {
    const own = new Set(board.claimsOf(id).map(({ kind, text }) => `${kind}: ${text}`));
    const { answers } = board.judgement(board.take(pickId ?? '')) ?? { answers: {} };
    return Object.keys(answers).filter((key) => !own.has(key));
  });
  expect(asked.flat().length).toBeGreaterThan(0);
  let pictures = 0;
  const stop = jobs.onChange(({ kind, done }) => {
    if (kind === 'examination') pictures = Math.max(pictures, done);
  });
  await jobs.ended(application.examinations.start().id);
  stop();
  expect(pictures).toBe(FRAMES);
});

it('does not ask what it is silenced in, and says so', async () => {
  const { board } = application;
  const { skills, ...rest } = board.word;
  const time = skills.get('time');
  if (!time) throw new Error('nothing is known of times');
  board.adoptWord({ ...rest, skills: new Map([...skills, ['time', { ...time, silenced: true }]]) });
  await board.settled();
  const verdicts = board.shots.flatMap(({ id, pickId }) => {
    const claims = new Map(board.claimsOf(id).map((claim) => [claim.id, claim]));
    return (board.analysis(pickId ?? '')?.verdicts ?? []).flatMap((verdict) => {
      const claim = claims.get(verdict.claimId);
      return claim && skillOf(claim) === 'time' && verdict.outcome !== 'skipped' ? [verdict] : [];
    });
  });
  expect(verdicts.length).toBeGreaterThan(0);
  for (const { outcome, p, reason } of verdicts) {
    expect([outcome, p]).toEqual(['not-judged', null]);
    expect(reason).toContain('not asked about time of day');
  }
  expect(board.shots.flatMap(({ id }) => board.askedOf(id)).filter((one) => skillOf(one) === 'time')).toEqual(
    [],
  );
});

it('learns from what the artist overrules, shows it, and begins anew', async () => {
  const { board } = application;
  const placeOf = (shotId: string) => board.claimsOf(shotId).find(({ kind }) => kind === 'place');
  const shots = board.shots.filter(({ id }) => placeOf(id));
  expect(shots.length).toBeGreaterThanOrEqual(5);
  for (const { id, pickId } of shots) {
    const take = board.take(pickId ?? '');
    const known = board.judgement(take);
    const claim = placeOf(id);
    if (!known || !claim) throw new Error('it was not judged');
    board.judged(take, {
      ...known,
      answers: { ...known.answers, [answerKey(claim)]: { p: 0.02, reason: '' } },
    });
  }
  board.adoptWord(NO_WORD);
  await board.settled();
  const ownFail = board.judge?.thresholds.place.fail ?? 0;
  const fails = () =>
    shots.filter(({ id, pickId }) =>
      board
        .analysis(pickId ?? '')
        ?.verdicts.some(({ claimId, outcome }) => claimId === placeOf(id)?.id && outcome === 'fail'),
    ).length;
  expect(fails()).toBe(shots.length);
  for (const [at, { id, pickId }] of shots.entries())
    application.run({
      id: `approve-${at}`,
      at: Date.now(),
      command: { type: 'approve-take', shotId: id, takeId: pickId ?? '' },
    });
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
    await board.settled();
  };
  await until(() => (board.word.skills.get('place')?.cases ?? 0) >= shots.length);
  expect(board.word.skills.get('place')).toMatchObject({ overruled: shots.length });
  expect(board.word.skills.get('place')?.fail).toBeLessThan(0.02);
  expect(fails()).toBe(0);
  await application.examinations.startOver('place', false);
  await board.settled();
  expect(board.word.skills.get('place')).toMatchObject({ cases: 0, overruled: 0 });
  expect(board.word.skills.get('place')?.fail).toBeGreaterThan(0.02);
  expect(fails()).toBe(shots.length);
  const [report] = await application.examinations.list();
  expect(report?.skills.find(({ skill }) => skill === 'place')).toMatchObject({ ownFail, cases: 0 });
  expect(report?.skills.find(({ skill }) => skill === 'place')?.since).toBeGreaterThan(0);
  await application.examinations.startOver('place', true);
  await until(() => (board.word.skills.get('place')?.cases ?? 0) === shots.length);
  expect(fails()).toBe(0);
});

it('counts on a board that is opened later, without being examined again', async () => {
  await application.closeBoard();
  await application.open(join(root, 'board'));
  await application.board.seen();
  await new Promise<void>((resolve) => {
    const look = () => (application.board.word.skills.size > 5 ? resolve() : setTimeout(look, 50));
    look();
  });
  expect(application.jobs.runningOf('examination')).toBeNull();
});

/** A board judged by the embedded model and a server together: from the job to the feedback, and back from disk. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Application } from '@core/application.js';
import { feedbackOf } from '@core/formats/index.js';
import { feedback } from '@shared/feedback.js';
import { PretendServer } from '@testing/pretend-server.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApplication } from '../testing/application.js';

let folder: string;
let server: PretendServer;
let application: Application;

async function started(): Promise<Application> {
  const made = await startApplication(folder, {
    flags: {
      judge: 'ensemble',
      ensemble: ['storybook', 'openai-compatible'],
      servers: [{ url: server.url, model: '', inFlight: 4 }],
    },
  });
  await made.open(join(folder, 'board'));
  return made;
}

async function analysed(): Promise<void> {
  const job = application.analyse({ shotIds: null, again: false });
  expect(await application.jobs.ended(job.id)).toMatchObject({ state: 'done' });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-ensemble-'));
  await drawStoryboard(join(folder, 'board'), { shots: 3 });
  // Sees nothing of what is asked for: against the embedded model on all that it sees.
  server = await new PretendServer({ p: () => 0.04 }).start();
  application = await started();
});

afterEach(async () => {
  await application.close();
  await server.kill();
  await rm(folder, { recursive: true, force: true });
});

it('can be chosen, shows who said what, and leaves unsure what the judges disagree on', async () => {
  expect(application.info().judges.find(({ id }) => id === 'ensemble')).toMatchObject({ ready: true });
  await analysed();
  const { analyses } = application.board.derived;
  const verdicts = Object.values(analyses).flatMap((analysis) => analysis.verdicts);
  const disagreed = verdicts.filter(({ reason }) => /disagree: Storybook .*, .* 0\.04$/.test(reason));
  expect(disagreed.length).toBeGreaterThan(3);
  for (const { outcome, agreement, members } of disagreed) {
    expect(outcome).toBe('unsure');
    expect(agreement).toBeLessThan(0.5);
    expect(members?.map(({ id }) => id)).toEqual(['storybook', 'openai-compatible']);
  }

  const made = feedback.parse(feedbackOf(application.writeContext(null)));
  expect(made.judge).toMatchObject({
    id: 'ensemble',
    members: [
      { id: 'storybook', version: expect.stringMatching(/^storybook-/) },
      { id: 'openai-compatible', version: expect.stringMatching(/^openai-compatible-/) },
    ],
  });
  const written = made.shots.flatMap((shot) => shot.verdicts);
  expect(written.filter(({ reason }) => reason.startsWith('the judges disagree'))).toEqual(
    disagreed.map(() =>
      expect.objectContaining({ agreement: expect.any(Number), members: expect.any(Array) }),
    ),
  );
});

it('turns the members’ answers round with a negated claim', async () => {
  await analysed();
  const [shot] = Object.values(application.board.review.records.shot);
  application.run({
    id: 'add',
    at: Date.now(),
    command: {
      type: 'edit-description',
      shotId: shot?.id ?? '',
      description: `${shot?.description} There are no kites.`,
    },
  });
  const job = application.jobs.runningOf('analysis');
  if (job) await application.jobs.ended(job.id);
  const { claim } = application.board.review.records;
  const negated = application.board.derived.analyses[shot?.pickId ?? '']?.verdicts.find(
    ({ claimId }) => claim[claimId]?.negated,
  );
  expect(negated?.members?.[1]?.p).toBeCloseTo(0.96, 2);
  expect(negated?.outcome).toBe('pass');
});

it('asks nothing again after it is opened anew', async () => {
  await analysed();
  expect(server.asked.length).toBeGreaterThan(0);
  await application.close();
  server.asked.length = 0;
  application = await started();
  await analysed();
  expect(server.asked).toEqual([]);
  const [analysis] = Object.values(application.board.derived.analyses);
  expect(analysis?.verdicts.some(({ members }) => members !== undefined)).toBe(true);
});

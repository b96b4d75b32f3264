/** A reload of the window interrupts nothing: the host's work goes on, and the window shows it again. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { PretendServer } from '@testing/pretend-server.js';
import { drawStoryboard } from '@testing/storyboard.js';
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { openPage } from './support/browser.js';
import { startHost } from './support/host.js';

const SHOTS = 8;
/** Pictures that the judge answers for while it is told to wait with the others: fewer than there are. */
const FEW = 4;

const counted = /([1-9]\d*)\/\d+/;

/** Frames that are done, of an analysis that runs, as soon as the window says that some are. */
async function analysed(page: Page): Promise<number> {
  const words = page.getByTestId('job-analysis').getByText(counted);
  return Number(counted.exec((await words.textContent()) ?? '')?.[1]);
}

/** A judge that is busy with all but the first pictures until it is told to go on, so that its work is never over before. */
async function patientJudge() {
  const pictures = new Set<string>();
  let waits = true;
  const server = await new PretendServer({
    fate(_, { picture }) {
      if (pictures.size < FEW) pictures.add(picture);
      if (!waits || pictures.has(picture)) return { do: 'answer' };
      return { do: 'refuse', status: 503, message: 'busy', headers: { 'retry-after': '0.2' } };
    },
  }).start();
  onTestFinished(() => server.kill());
  const environment = {
    CONTINUIST_JUDGE: 'openai-compatible',
    CONTINUIST_SERVERS: JSON.stringify([{ url: server.url }]),
  };
  const wait = (does: boolean): void => {
    waits = does;
  };
  return { environment, wait, server };
}

test('an analysis and a regeneration go on while the window is loaded anew', async () => {
  const folder = await temporaryFolder();
  const board = await drawStoryboard(join(folder, 'board'), { shots: SHOTS });
  const { environment, wait } = await patientJudge();
  const host = await startHost({ dataFolder: join(folder, 'data'), board, environment });
  const { page, problems } = await openPage(host.address);

  const before = await analysed(page);
  await page.reload();
  const after = await analysed(page);
  expect(after).toBeGreaterThanOrEqual(before);
  expect(after).toBeLessThan(SHOTS);
  wait(false);
  await page.getByTestId('analyse').waitFor({ timeout: 400_000 });
  expect(await page.locator('[data-testid^="frame-"][data-sign="unknown"]').count()).toBe(0);

  wait(true);
  await page.getByTestId('frame-1').click();
  await page.keyboard.press('e');
  await page.getByTestId('prompt-field').fill('A girl in a red coat stands in a meadow at night. Gouache.');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByTestId('approve').click();
  await page.getByTestId('job-regeneration').waitFor();
  await page.reload();
  await page.getByTestId('job-regeneration').waitFor();
  wait(false);
  await page.getByTestId('frame-1').click();
  await page.getByTestId('take-2').waitFor({ timeout: 400_000 });
  await page.getByTestId('job-regeneration').waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});

test('what the judge said shows before it is there; where it cannot start that is said, and nothing is waited for', async () => {
  const folder = await temporaryFolder();
  const dataFolder = join(folder, 'data');
  const board = await drawStoryboard(join(folder, 'board'), { shots: 1 });
  const { environment, server } = await patientJudge();
  const open = async (first: () => Promise<unknown> = async () => undefined) => {
    const host = await startHost({ dataFolder, board, environment });
    await first();
    return { host, ...(await openPage(host.address)) };
  };
  const judged = (page: Page) => page.locator('[data-testid="frame-1"][data-sign="high"]').waitFor();
  const failed = (page: Page) => page.getByRole('alert').getByText('The model could not be loaded').waitFor();

  const first = await open();
  await first.page.getByTestId('analyse').click();
  await judged(first.page);
  await first.host.end();
  await server.kill();

  const second = await open();
  await judged(second.page);
  await failed(second.page);
  await second.host.end();

  // As of a judge that never was on this machine, and it has failed before the window is there.
  await rm(join(dataFolder, 'judges.json'));
  const log = () => readFile(join(dataFolder, 'continuist.log'), 'utf8');
  const before = (await log()).length;
  const { host, page } = await open(async () => {
    // Once when the board is opened, once by the analysis that would go on.
    const twice = () => log().then((text) => text.slice(before).split('JUDGE_UNAVAILABLE').length > 2);
    await expect.poll(twice, { timeout: 60_000 }).toBe(true);
  });
  await failed(page);
  await page.getByTestId('frame-1').and(page.getByLabel('not analysed yet')).waitFor();
  await page.getByText('Approve takes the frame as it is.').waitFor();
  await host.end();
});

test('a window whose host ended says that the connection is lost, and of no fault of its own', async () => {
  const { page, host, problems } = await openAnalysedSample();
  expect(await host.end()).toBe(0);
  await page.getByText('Connection lost. Your decisions are saved.').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('models and devices');
  await page.getByRole('option', { name: /^Models and devices/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Continuist does not answer.').first().waitFor();
  await page.keyboard.press('Escape');
  // That nobody answers is the browser's own remark.
  expect(problems.filter((problem) => !problem.includes('net::ERR_'))).toEqual([]);
  expect(await page.getByTestId('message').filter({ hasText: 'went wrong' }).count()).toBe(0);
});

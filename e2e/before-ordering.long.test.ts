/** What stands around an order, with a program that follows sentences: what is said to it, hints, and what changed since. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

/** Notes what it is asked for, and gives back the picture that it is to replace. */
const PROGRAM = `
import { appendFileSync, copyFileSync, readFileSync } from 'node:fs';
const asked = JSON.parse(readFileSync(0, 'utf8'));
appendFileSync(process.argv[2], JSON.stringify(asked) + '\\n');
copyFileSync(asked.fromFile, asked.output);
console.log(JSON.stringify({ image: asked.output }));
`;

async function openWithProgram() {
  const folder = await temporaryFolder();
  const [program, log] = [join(folder, 'copy.mjs'), join(folder, 'asked.jsonl')];
  await Promise.all([writeFile(program, PROGRAM), writeFile(log, '')]);
  const can = ['img2img', 'instruct', 'reference', 'seed', 'negative'];
  const command = { program: [process.execPath, program, log], can };
  const opened = await openAnalysedSample({ generator: 'command', generators: { command }, advance: false });
  const asked = async (): Promise<Record<string, unknown>[]> =>
    (await readFile(log, 'utf8'))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { ...opened, asked };
}

const frame = (page: Page, number: number): Locator => page.getByTestId(`frame-${number}`);
const openShot = async (page: Page, number: number): Promise<void> => {
  await frame(page, number).click();
  await page.getByRole('heading', { name: `Shot ${number}`, exact: true }).waitFor();
};
const mark = (page: Page): Locator => page.getByTestId('out-of-date');
const stands = (page: Page, number: number, state: string): Promise<void> =>
  page.locator(`[data-testid="frame-${number}"][data-state="${state}"]`).waitFor();

/** Each way out of something in the panel, that leaves what was chosen or typed in it. */
const ways = (page: Page): readonly (() => Promise<unknown>)[] => [
  () => page.keyboard.press('Escape'),
  () => page.getByTestId('viewer').click({ position: { x: 380, y: 330 } }),
  () => frame(page, 3).click(),
];

async function order(page: Page, number: number, prompt: string): Promise<void> {
  await openShot(page, number);
  await page.keyboard.press('e');
  await page.getByTestId('prompt-field').fill(prompt);
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
}

async function describe(page: Page, number: number, words: string): Promise<void> {
  await openShot(page, number);
  await page.getByRole('button', { name: 'Edit the description' }).click();
  await page.getByRole('textbox', { name: 'Description', exact: true }).fill(words);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

test('a sentence and pictures to look like are said by key, kept by every way out, and ordered as they stand', async () => {
  const { page, problems, asked } = await openWithProgram();
  const sentence = page.getByRole('textbox', { name: 'What to change' });
  const isFocused = () => sentence.evaluate((field) => field === document.activeElement);
  await openShot(page, 2);
  await page.getByTestId('say-change').waitFor();
  await page.keyboard.press('Shift+E');
  await sentence.fill('Make the sky red.');
  expect(await unfairness(page)).toEqual([]);
  for (const leave of [...ways(page), () => page.reload()]) {
    await leave();
    await openShot(page, 2);
    expect(await sentence.inputValue()).toBe('Make the sky red.');
    await page.keyboard.press('Shift+E');
    await expect.poll(isFocused).toBe(true);
  }
  await page.keyboard.press('Escape');

  const references = page.getByTestId('references');
  const picker = page.getByRole('dialog', { name: 'Pictures to look like' });
  const keeper = page.getByRole('dialog', { name: 'Use take 1 as reference' });
  const bookmark = page.getByRole('button', { name: 'Use take 1 as reference' });
  for (const leave of ways(page)) {
    await bookmark.click();
    await keeper.waitFor();
    await leave();
    await keeper.waitFor({ state: 'detached' });
    await openShot(page, 2);
  }
  await bookmark.click();
  await keeper.getByLabel('Who or what it shows').fill('The harbour');
  await keeper.getByRole('button', { name: 'Keep' }).click();
  await keeper.waitFor({ state: 'detached' });
  for (const leave of ways(page)) {
    await page.getByTestId('refer').click();
    await picker.waitFor();
    await leave();
    await picker.waitFor({ state: 'detached' });
    await openShot(page, 2);
  }
  await page.getByTestId('refer').click();
  await picker.getByRole('button', { name: 'The harbour', exact: true }).click();
  await picker.getByRole('button', { name: 'Shot 1', exact: true }).click();
  expect(await unfairness(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await references.getByRole('img').count()).toBe(2);

  // The queue waits, so that what was given can change.
  await page.keyboard.press('q');
  await page.getByTestId('queue-pause').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await stands(page, 2, 'regenerating');
  await openShot(page, 4);
  await page.getByTestId('refer').click();
  await picker.getByRole('button', { name: 'Keep The harbour no longer' }).click();
  await page.keyboard.press('Escape');
  await openShot(page, 2);
  await mark(page).getByText('The reference picture of The harbour changed').waitFor();
  await page.keyboard.press('Control+z');
  await mark(page).waitFor({ state: 'detached' });
  await page.keyboard.press('q');
  await page.getByTestId('queue-pause').click();
  await page.getByText('Nothing is ordered.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('take-2').waitFor();
  expect(await asked()).toMatchObject([
    { instruction: 'Make the sky red.', references: [expect.any(String), expect.any(String)] },
  ]);
  expect(problems).toEqual([]);
});

test('what was approved before a change waits for another look, and nothing is made of it by itself', async () => {
  const { page, problems, asked } = await openWithProgram();
  await page.keyboard.press('q');
  await page.getByTestId('queue-pause').click();
  await page.keyboard.press('Escape');
  await order(page, 2, 'a red boat in the harbour');
  await order(page, 4, 'a blue boat in the harbour');
  await describe(page, 2, 'A red boat leaves the harbour at dawn.');
  await stands(page, 2, 'out-of-date');
  await mark(page).getByText('The description changed after you approved this. Look again.').waitFor();
  expect(await unfairness(page)).toEqual([]);

  // Undo takes the change back, and with it the mark.
  await page.keyboard.press('Control+z');
  await mark(page).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+z');
  await mark(page).waitFor();

  await page.keyboard.press('q');
  const row = page.getByTestId('queue-row').filter({ hasText: 'Shot 2' });
  await row.getByText('The description changed').waitFor();
  expect(await unfairness(page)).toEqual([]);
  await page.getByTestId('queue-pause').click();
  await page.getByTestId('queue-row').filter({ hasText: 'Shot 4' }).waitFor({ state: 'detached' });
  await row.waitFor();
  await page.keyboard.press('Escape');
  // Only what still counts was made.
  expect(await asked()).toMatchObject([{ prompt: 'a blue boat in the harbour' }]);

  await openShot(page, 2);
  await page.getByTestId('bring-up-to-date').click();
  await mark(page).waitFor({ state: 'detached' });
  await stands(page, 2, 'pending');
  await page.keyboard.press('Control+z');
  await mark(page).waitFor();
  // A frame that was approved as it is, too.
  await openShot(page, 4);
  await page.keyboard.press('Shift+P');
  await stands(page, 4, 'approved');
  await describe(page, 4, 'A blue boat leaves the harbour at night.');
  await mark(page).waitFor();
  await page.keyboard.press('Shift+U');
  await mark(page).waitFor({ state: 'detached' });
  await stands(page, 2, 'pending');
  await page.keyboard.press('Control+z');
  await stands(page, 2, 'out-of-date');
  expect(await asked()).toHaveLength(1);

  await openShot(page, 2);
  await page.getByTestId('approve-as-now').click();
  await page.getByTestId('take-2').waitFor();
  await mark(page).waitFor({ state: 'detached' });
  expect((await asked()).map(({ prompt }) => prompt)).toEqual([
    'a blue boat in the harbour',
    'a red boat in the harbour',
  ]);
  expect(problems).toEqual([]);
});

test('a hint is followed by a click, or dismissed for good, and bars nothing', async () => {
  const { page, problems, asked } = await openWithProgram();
  const hints = page.getByTestId('hints').getByRole('listitem');
  await openShot(page, 2);
  await page.keyboard.press('e');
  await page.getByTestId('prompt-field').fill('a girl and an old man in a kitchen');
  await hints.first().waitFor();
  expect(await unfairness(page)).toEqual([]);
  // However the prompt is left, they stand under it.
  for (const leave of [...ways(page), () => page.reload()]) {
    await leave();
    await openShot(page, 2);
    await hints.first().waitFor();
    await page.keyboard.press('e');
    expect(await page.getByTestId('prompt-field').inputValue()).toBe('a girl and an old man in a kitchen');
  }
  await page.keyboard.press('Escape');
  const mended = hints.filter({ has: page.getByRole('button', { name: 'Add it' }) }).first();
  const said = (await mended.locator('span').first().textContent()) ?? '';
  await mended.getByRole('button', { name: 'Add it' }).click();
  await hints.filter({ hasText: said }).waitFor({ state: 'detached' });
  expect(await page.getByTestId('prompt-diff').textContent()).not.toBe('a girl and an old man in a kitchen');

  await page.keyboard.press('e');
  await page.getByTestId('prompt-field').fill('a girl and an old man in a kitchen');
  await hints
    .filter({ hasText: said })
    .getByRole('button', { name: /^Dismiss/ })
    .click();
  await hints.filter({ hasText: said }).waitFor({ state: 'detached' });
  await page.reload();
  await openShot(page, 2);
  await page.getByTestId('prompt-diff').waitFor();
  expect(await hints.filter({ hasText: said }).count()).toBe(0);
  await page.keyboard.press('p');
  await page.getByTestId('take-2').waitFor();
  expect(await asked()).toMatchObject([{ prompt: 'a girl and an old man in a kitchen' }]);
  expect(problems).toEqual([]);
});

/** A board whose pictures do not say by themselves which shots they show, in a real browser. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, test } from 'vitest';
import { openPage } from './support/browser.js';
import { atHome, startHost } from './support/host.js';

test('the match is shown before a board opens, is put right by hand and by a pattern, and later once more', async () => {
  const home = await temporaryFolder();
  const board = await drawStoryboard(join(home, 'board'), { shots: 1 });
  const drawn = await drawStoryboard(join(home, 'drawn'), { shots: 3 });
  const folder = join(home, 'guessed');
  await mkdir(folder);
  for (const [at, name] of ['frame_000.png', 'frame_001.png', 'frame_002.png'].entries())
    await copyFile(join(drawn, '..', 'frames', `shot_00${at + 1}.png`), join(folder, name));
  const shots = ['one', 'two', 'three'].map((sceneDescription, at) => ({
    shotNumber: at + 1,
    sceneDescription,
  }));
  await writeFile(join(folder, 'a.json'), JSON.stringify({ shots }));
  await writeFile(join(folder, 'b.json'), JSON.stringify({ shots: shots.slice(0, 2) }));
  const host = await startHost({ dataFolder: join(home, 'data'), board, environment: atHome(home) });
  const { page, context, problems } = await openPage(host.address);
  await page.getByTestId('frame-1').waitFor();

  const browse = async (): Promise<void> => {
    await page.keyboard.press('Control+o');
    await page.getByTestId('entry-Home').click();
    await page.getByTestId('entry-guessed').click();
    await page.getByTestId('open-here').click();
  };
  const dialog = page.getByRole('dialog');
  const title = dialog.getByRole('heading', { name: 'Which picture shows which shot' });
  const gone = () => dialog.waitFor({ state: 'detached' });
  // Which file is asked first; the cross, Cancel, Escape and the veil open nothing.
  const ways = [
    () => dialog.getByRole('button', { name: 'Close' }).click(),
    () => dialog.getByRole('button', { name: 'Cancel' }).click(),
    () => page.keyboard.press('Escape'),
    () => page.mouse.click(4, 300),
  ];
  for (const leave of ways) {
    await browse();
    await dialog.getByRole('heading', { name: 'Which shots file' }).waitFor();
    expect(await dialog.getByTestId('match-open').isDisabled()).toBe(true);
    await leave();
    await gone();
  }
  expect(await page.getByTestId('frame-2').count()).toBe(0);

  await browse();
  await dialog.getByRole('heading', { name: 'Which shots file' }).waitFor();
  await page.keyboard.press('Enter');
  await title.waitFor();
  await dialog.getByText('matched in the order of their names').waitFor();
  const row = (name: string) => dialog.getByTestId(`match-${name}`);
  const chosen = (name: string) => row(name).getByRole('combobox').inputValue();
  expect(await Promise.all(['frame_000.png', 'frame_001.png', 'frame_002.png'].map(chosen))).toEqual([
    '1',
    '2',
    '3',
  ]);
  const picture = row('frame_000.png').locator('img');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(160);

  const pattern = dialog.getByLabel('Pattern');
  await pattern.fill('frame_{shott}');
  await dialog.getByText('At character 7: there is no {shott}; did you mean {shot}?').waitFor();
  expect(await dialog.getByTestId('match-open').isDisabled()).toBe(true);
  await pattern.fill('frame_{shot}.png');
  await row('frame_000.png').getByText('Left out: no shot is numbered 000').waitFor();
  expect(await chosen('frame_002.png')).toBe('2');
  await row('frame_000.png').getByRole('combobox').selectOption({ label: '3 · three' });
  await row('frame_000.png').getByText('by you').waitFor();
  // Left half-way, also by a reload, it comes back as it was left; what was put by hand can be found as before.
  await page.reload();
  await page.getByTestId('frame-1').waitFor();
  await browse();
  await dialog.getByRole('heading', { name: 'Which shots file' }).waitFor();
  await page.keyboard.press('Enter');
  await row('frame_000.png').getByText('by you').waitFor();
  expect(await pattern.inputValue()).toBe('frame_{shot}.png');
  await row('frame_000.png').getByRole('combobox').selectOption('As it was found');
  await row('frame_000.png').getByText('Left out: no shot is numbered 000').waitFor();
  await row('frame_000.png').getByRole('combobox').selectOption({ label: '3 · three' });
  await dialog.getByText('By you: 1 picture, the pattern.').waitFor();
  await dialog.getByText('Nothing is guessed.').waitFor();
  await dialog.getByTestId('match-open').press('Enter');
  await gone();
  await page.getByTestId('frame-3').waitFor();
  const names = ['frame_000.png', 'frame_001.png', 'frame_002.png'];
  const hashes = await Promise.all(
    names.map(async (name) =>
      createHash('sha256')
        .update(await readFile(join(folder, name)))
        .digest('hex'),
    ),
  );
  /** The names of the pictures of shots 1, 2 and 3. */
  const shown = () =>
    Promise.all(
      [1, 2, 3].map(async (number) => {
        const address = (await page.getByTestId(`frame-${number}`).locator('img').getAttribute('src')) ?? '';
        return names[hashes.findIndex((hash) => address.includes(hash))];
      }),
    );
  const before = ['frame_001.png', 'frame_002.png', 'frame_000.png'];
  expect(await shown()).toEqual(before);

  const ask = async (): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('match pictures to shots');
    await page.keyboard.press('Enter');
    await title.waitFor();
  };
  await ask();
  expect([await pattern.inputValue(), ...(await Promise.all(names.map(chosen)))]).toEqual([
    'frame_{shot}.png',
    '3',
    '1',
    '2',
  ]);
  const match = dialog.getByTestId('match-open');
  for (const name of names) await row(name).getByRole('combobox').selectOption({ label: 'Left out' });
  await dialog.getByText('Every picture is left out').waitFor();
  expect([await match.isDisabled(), await match.textContent()]).toEqual([true, 'Match']);
  for (const [at, name] of names.entries())
    await row(name)
      .getByRole('combobox')
      .selectOption(String(at + 1));
  await match.click();
  await gone();
  await page.getByText('Matched: 3 new pictures.').waitFor();
  await expect.poll(shown).toEqual(names);
  await page.keyboard.press('Control+z');
  await expect.poll(shown).toEqual(before);
  await ask();
  expect(await Promise.all(names.map(chosen))).toEqual(['3', '1', '2']);
  await page.keyboard.press('Escape');
  await gone();

  // Dropped, it is found by its names and lengths; what lies nowhere near is said, and chosen instead.
  const cdp = await context.newCDPSession(page);
  const drop = async (path: string): Promise<void> => {
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  };
  const named = await page.title();
  await drop(join(drawn, '..'));
  await expect.poll(() => page.title(), { timeout: 60_000 }).not.toBe(named);
  await drop(await folderWith({ 'elsewhere.json': '{}' }));
  await page.getByText('What you dropped was not found.').waitFor();
  await page.keyboard.press('Escape');
  await gone();

  // A folder all of whose pictures lie below it.
  await page.keyboard.press('Control+o');
  await page.getByTestId('entry-Home').click();
  await page.getByTestId('entry-board').click();
  await page.getByText('Open this folder, 1 picture').click();
  await gone();
  await page.getByTestId('frame-2').waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});

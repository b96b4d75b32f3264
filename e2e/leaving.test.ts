/**
 * Every editor, popover, menu and dialog, left by every way out that it has. Afterwards the window works, the focus is
 * somewhere sensible, nothing that was typed is lost, and the console has no error.
 */
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { openPage } from './support/browser.js';
import { drawFlawedBoard } from './support/flawed-board.js';
import { startHost } from './support/host.js';

const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const popover = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const panel = (page: Page): Locator => page.locator('aside.panel');

interface Way {
  readonly name: string;
  go(page: Page, opener: Opener): Promise<void>;
  /** Where the focus is afterwards; default: anywhere that is on the page. */
  readonly focus?: 'back';
  /** What was open stays open. */
  readonly stays?: true | 'perhaps';
  /** What was typed is sent: it is no draft any more. */
  readonly sends?: true;
}

interface Opener {
  readonly name: string;
  open(page: Page): Promise<void>;
  /** Is visible while it is open. */
  inside(page: Page): Locator;
  /** Takes the focus when it closes; default: what had it before. */
  back?(page: Page): Locator;
  /** Where words are typed. */
  field?(page: Page): Locator;
  readonly ways: readonly Way[];
}

const key = (name: string, way: Partial<Way> = {}): Way => ({
  name: `the key ${name}`,
  go: (page) => page.keyboard.press(name),
  ...way,
});
const press = (name: string | RegExp, way: Partial<Way> = {}): Way => ({
  name: `the button ${name}`,
  go: (page, opener) => opener.inside(page).getByRole('button', { name, exact: true }).click(),
  ...way,
});
const byEscape = key('Escape', { focus: 'back' });
const clickPicture: Way = {
  name: 'a click on the picture',
  go: (page) => page.getByTestId('viewer').click({ position: { x: 380, y: 330 } }),
};
const clickShot: Way = { name: 'a click on another shot', go: (page) => page.getByTestId('frame-3').click() };
const reload: Way = { name: 'a reload', go: async (page) => void (await page.reload()) };
const backAndForward: Way = {
  name: 'back and forward',
  async go(page) {
    await page.goBack();
    await page.goForward();
  },
};
/** From a button of it: in a field the key would be a letter. */
const keyFrom = (from: string, ...keys: string[]): Way => ({
  name: `${keys.join(', ')} from ${from}`,
  async go(page, opener) {
    await opener.inside(page).getByRole('button', { name: from }).first().focus();
    for (const one of keys) await page.keyboard.press(one);
  },
});
const another = (shortcut: string, name: string): Way => ({
  name: `${name} on top`,
  stays: true,
  async go(page) {
    await page.keyboard.press(shortcut);
    await page.getByRole('dialog', { name }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name }).waitFor({ state: 'detached' });
  },
});

/** Ways out of what stands in the panel itself, where no layer holds the keys. */
const inPanel = (from: string): Way[] => [
  { ...clickPicture, stays: true },
  clickShot,
  keyFrom(from, 'ArrowRight'),
  keyFrom(from, 'h'),
  keyFrom(from, 'p'),
  reload,
];
const ofFloat: Way[] = [byEscape, clickPicture, clickShot];
const byVeil: Way = {
  name: 'a click on the veil',
  focus: 'back',
  async go(page) {
    // A layer hears clicks beside it from the turn after it was drawn.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
        ),
    );
    await page.mouse.click(4, 400);
  },
};
const ofDialog: Way[] = [byEscape, press('Close', { focus: 'back' }), byVeil];

const clicking =
  (name: string | RegExp) =>
  (page: Page): Promise<void> =>
    button(page, name).first().click();
const floatOf = (name: string, opener: string | RegExp, ways = ofFloat): Opener => ({
  name: `“${name}”`,
  open: clicking(opener),
  inside: (page) => popover(page, name),
  back: (page) => button(page, opener).first(),
  ways,
});
const dialogOf = (name: string, open: (page: Page) => Promise<void>): Opener => ({
  name: `the dialog “${name}”`,
  open,
  inside: (page) => popover(page, name),
  ways: ofDialog,
});
const chosen = (title: string) => async (page: Page) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(title);
  await page.getByRole('option', { name: title }).first().click();
};

const OPENERS: readonly Opener[] = [
  {
    name: 'the prompt',
    open: (page) => page.keyboard.press('e'),
    inside: (page) => page.getByTestId('suggestion').filter({ has: field(page, 'Prompt') }),
    field: (page) => field(page, 'Prompt'),
    back: panel,
    ways: [
      byEscape,
      press('Done', { focus: 'back' }),
      key('Control+Enter', { focus: 'back' }),
      press('Save without regenerating', { focus: 'back', sends: true }),
      ...inPanel('Done'),
      { ...keyFrom('Done', '3', 'Control+z'), stays: 'perhaps' },
      another('Control+k', 'Find an action'),
      backAndForward,
    ],
  },
  {
    name: 'the negative prompt',
    open: (page) => page.keyboard.press('e'),
    inside: (page) => page.getByTestId('suggestion').filter({ has: field(page, 'Prompt') }),
    field: (page) => field(page, 'Negative prompt'),
    back: panel,
    ways: [byEscape, clickShot, reload],
  },
  {
    name: 'the description',
    open: clicking('Edit the description'),
    inside: (page) =>
      page.getByRole('region', { name: 'Description' }).filter({ has: page.locator('textarea') }),
    field: (page) => field(page, 'Description'),
    back: panel,
    ways: [byEscape, press('Save later', { focus: 'back' }), ...inPanel('Save later')],
  },
  {
    name: 'the note',
    open: (page) => page.keyboard.press('Alt+n'),
    inside: (page) => field(page, 'Shot note'),
    field: (page) => field(page, 'Shot note'),
    ways: [
      key('Escape', { stays: true, sends: true }),
      key('Tab', { stays: true, sends: true }),
      { ...clickPicture, stays: true, sends: true },
      { ...clickShot, stays: true, sends: true },
      { ...another('Control+,', 'Settings'), sends: true },
      { ...reload, stays: 'perhaps' },
    ],
  },
  {
    ...floatOf('Why it is rejected', 'Reject'),
    field: (page) => field(page, 'Another reason'),
    ways: [...ofFloat, reload],
  },
  {
    ...floatOf('Ask something else', /^Ask something else/),
    field: (page) => page.getByPlaceholder('the lantern is lit'),
    ways: [...ofFloat, reload],
  },
  {
    ...floatOf('Claim', /^A fox/),
    field: (page) => popover(page, 'Claim').getByRole('textbox').first(),
    ways: [...ofFloat, reload],
  },
  {
    ...floatOf('Dismiss the finding', /^Dismiss/),
    field: (page) => popover(page, 'Dismiss the finding').getByRole('textbox'),
    ways: [...ofFloat, reload],
  },
  {
    ...floatOf('Storyboard', /^(Drawn|typed)/),
    field: (page) => field(page, 'Name'),
    ways: [...ofFloat, reload, press('Rename', { focus: 'back', sends: true })],
  },
  floatOf('Judge', /^Judge:/),
  floatOf('Generator', /^Generator:/),
  floatOf('Filter the shots', 'Filter'),
  {
    name: 'the menu of exports',
    open: clicking('Export'),
    inside: (page) => page.getByRole('menu'),
    back: (page) => button(page, 'Export'),
    ways: [byEscape, { name: 'a click beside it', go: (page) => page.mouse.click(300, 500) }],
  },
  {
    name: 'the menu of orders',
    open: clicking(/^Sort:/),
    inside: (page) => page.getByRole('menu'),
    back: (page) => button(page, /^Sort:/),
    ways: [byEscape, { name: 'a click beside it', go: (page) => page.mouse.click(300, 500) }],
  },
  dialogOf('Open a storyboard', clicking('Open a storyboard')),
  {
    ...dialogOf('Find an action', (page) => page.keyboard.press('Control+k')),
    ways: [byEscape, byVeil],
  },
  dialogOf('Keys', (page) => page.keyboard.press('?')),
  dialogOf('Settings', clicking('Settings')),
  dialogOf('Models and devices', chosen('Models and devices')),
  {
    ...dialogOf('Approve all waiting', clicking('Approve all waiting')),
    ways: [...ofDialog, press('Cancel', { focus: 'back' })],
  },
];

/** The second shot, undecided, with nothing open. */
async function start(page: Page): Promise<void> {
  await page.getByTestId('frame-2').click();
  await page.getByRole('heading', { name: 'Shot 2' }).waitFor();
  while ((await page.getByTestId('status').getAttribute('data-state')) !== 'pending') {
    const before = await page.getByTestId('status').getAttribute('data-state');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(
      (state) => document.querySelector('[data-testid=status]')?.getAttribute('data-state') !== state,
      before,
    );
    await page.getByTestId('frame-2').click();
  }
}

/** It is drawn whole, and a key is answered. */
async function isAlive(page: Page): Promise<void> {
  await page.getByTestId('status').waitFor();
  expect(await page.getByTestId('broken').count()).toBe(0);
}

/** Takes the draft away, so that the next way begins without one. */
async function discard(page: Page, opener: Opener): Promise<void> {
  const text = opener.field?.(page);
  if (!text) return;
  if (!(await text.isVisible())) await opener.open(page);
  const marks = page.getByTestId('draft').getByRole('button', { name: 'Discard' });
  while ((await marks.count()) > 0) await marks.first().click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function leave(page: Page, opener: Opener, way: Way, words: string): Promise<void> {
  await start(page);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await opener.open(page);
  const inside = opener.inside(page);
  await inside.waitFor();
  await opener.field?.(page).fill(words);
  await way.go(page, opener);
  if (way.stays !== 'perhaps') await inside.waitFor({ state: way.stays ? 'visible' : 'hidden' });
  await isAlive(page);
  if (way.focus) {
    const back = opener.back?.(page) ?? page.locator('body');
    await expect
      .poll(() =>
        back.evaluate(
          (element) =>
            element === document.activeElement ||
            (element.matches('aside') && element.contains(document.activeElement)),
        ),
      )
      .toBe(true);
  }
  if (!opener.field) return;
  if (way.stays) await page.keyboard.press('Escape');
  await start(page);
  const drafts = page.getByTestId('draft');
  if (way.sends) await drafts.waitFor({ state: 'detached' });
  if (!(await opener.field(page).isVisible())) await opener.open(page);
  expect(await opener.field(page).inputValue()).toBe(words);
  if (!way.sends) await drafts.first().waitFor();
  await discard(page, opener);
}

test('everything that opens can be left by every way out, and loses nothing', async () => {
  const folder = await temporaryFolder();
  const host = await startHost({
    dataFolder: join(folder, 'data'),
    board: await drawFlawedBoard(join(folder, 'board')),
    environment: { CONTINUIST_GENERATOR: 'none', CONTINUIST_ADVANCE: 'true' },
  });
  const { page, problems } = await openPage(host.address);
  await page.locator('[data-testid="frame-2"][data-sign="high"]').waitFor({ timeout: 400_000 });
  await page.getByTestId('analyse').waitFor({ timeout: 400_000 });
  const failures: string[] = [];
  let at = 0;
  for (const opener of OPENERS)
    for (const way of opener.ways) {
      at++;
      const thrown = await leave(page, opener, way, `typed words ${at}`).catch((error: Error) => error);
      const wrong = [...problems.splice(0), ...(thrown ? [thrown.message] : [])];
      if (wrong.length === 0) continue;
      failures.push(`${opener.name}, left by ${way.name}: ${wrong.join('; ')}`);
      await page.reload().catch((error: Error) => failures.push(error.message));
    }
  expect(failures).toEqual([]);
}, 1_800_000);

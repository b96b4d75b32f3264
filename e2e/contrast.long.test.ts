/** High contrast, in both themes: every text at 7 : 1 (WCAG 2.2, 1.4.6), and what is chosen told by more than colour. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';

async function faint(page: Page, within: string): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .include(within)
    .withRules(['color-contrast-enhanced'])
    .setLegacyMode()
    .analyze();
  return found.violations.flatMap(({ nodes }) =>
    nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary?.slice(0, 160)}`),
  );
}

/** Each screen, and the key that shows it and puts it away. */
const SCREENS = [
  { name: 'strip', within: 'html' },
  { name: 'grid', within: 'html', key: 'g', away: 'g' },
  { name: 'takes', within: 'html', key: 'i', away: 'i' },
  { name: 'canon', within: 'html', key: 'Shift+C', away: 'Shift+C' },
  { name: 'settings', within: '.dialog', key: 'Control+,', away: 'Escape' },
  { name: 'keys', within: '.dialog', key: '?', away: 'Escape' },
  { name: 'by score', within: '.dialog', key: 'j', away: 'Escape' },
  { name: 'approve all', within: '.dialog', key: 'Shift+Enter', away: 'Escape' },
  { name: 'palette', within: '[role="dialog"]', key: 'Control+k', away: 'Escape' },
] as const;

const look = (page: Page) =>
  page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.dataset.contrast]);

test('every text of every screen stands out, dark and light', async () => {
  const { page, host, problems } = await openAnalysedSample();
  // Nothing is measured half-way between two colours.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press(']');
  await page.getByTestId('finding').first().waitFor();
  await page.keyboard.press('Control+,');
  const contrast = page.getByRole('group', { name: 'Contrast' });
  await contrast.getByRole('button', { name: 'High' }).click();
  await page.locator(':root[data-contrast="high"]').waitFor();
  const theme = page.getByRole('group', { name: 'Theme' });
  await page.keyboard.press('Escape');
  for (const name of ['Dark', 'Light']) {
    await page.keyboard.press('Control+,');
    await theme.getByRole('button', { name }).click();
    await page.locator(`:root[data-theme="${name.toLowerCase()}"]`).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    for (const { within, ...screen } of SCREENS) {
      if ('key' in screen) await page.keyboard.press(screen.key);
      if (within !== 'html') await page.locator(within).first().waitFor();
      expect(await faint(page, within), `${screen.name}, ${name}`).toEqual([]);
      if ('away' in screen) await page.keyboard.press(screen.away);
    }
  }
  expect(problems).toEqual([]);
  await host.end();
});

test('what the system asks for is followed at once, and what was chosen stays chosen', async () => {
  const { page, host, problems } = await openAnalysedSample({ theme: 'system' });
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await expect.poll(() => look(page)).toEqual(['light', 'high']);
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'no-preference' });
  await expect.poll(() => look(page)).toEqual(['dark', 'usual']);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('high contrast');
  await page.keyboard.press('Enter');
  await expect.poll(() => look(page)).toEqual(['dark', 'high']);
  await page.reload();
  await page.locator('[data-testid^="frame-"]').first().waitFor();
  await expect.poll(() => look(page)).toEqual(['dark', 'high']);
  expect(problems).toEqual([]);
  await host.end();
});

test('where the system paints in its own colours, lines tell what backgrounds told', async () => {
  const { page, host, problems } = await openAnalysedSample();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.keyboard.press(']');
  const added = page.locator('.diff ins').first();
  await added.waitFor();
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
  expect(await style('.diff ins', 'text-decoration-line')).toBe('underline');
  expect(await style('.diff del', 'text-decoration-line')).toBe('line-through');
  expect(await style('[data-testid="filter-all"]', 'outline-style')).toBe('solid');
  expect(await style('[data-testid="filter-flagged"]', 'outline-style')).toBe('none');
  const [track, filled] = [
    await style('.meter', 'background-color'),
    await style('.meter > i', 'background-color'),
  ];
  expect(track).not.toBe(filled);
  expect(problems).toEqual([]);
  await host.end();
});

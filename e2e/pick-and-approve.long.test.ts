/** Another take is picked and approved at once, before it is known what is found in it. */
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';

test('approving waits for what is found in a take that was picked just before', async () => {
  const { page, problems } = await openAnalysedSample({ advance: false });
  const shot = page.getByRole('heading', { name: 'Shot 6', exact: true });
  const open = async () => {
    await page.getByTestId('frame-6').click();
    await shot.waitFor();
  };
  await open();
  await page.getByTestId('prompt-diff').locator('ins').first().waitFor();
  await page.keyboard.press('p');
  await page.getByTestId('take-2').waitFor();
  // It is judged, and better: it counts, and nothing is decided of it.
  const frame = page.getByTestId('frame-6');
  await expect.poll(() => frame.getAttribute('aria-label')).toMatch(/description \d+ of 100, Pending/);
  await page.locator('[data-testid=take-2][data-picked=true]').waitFor();
  const decision = page.getByRole('region', { name: 'Decision' });
  await expect.poll(() => decision.textContent()).not.toContain('Looking for a suggestion');
  await page.evaluate(() => {
    const press = (init: KeyboardEventInit) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
    press({ key: '1', code: 'Digit1', altKey: true });
    setTimeout(() => press({ key: 'p', code: 'KeyP' }));
  });
  await page.getByText('Shot 6 has a suggestion now. Read it, then approve.').waitFor();
  await page.getByTestId('prompt-diff').locator('ins').first().waitFor();
  expect(await frame.getAttribute('aria-label')).toContain('Pending');
  expect(problems).toEqual([]);
});

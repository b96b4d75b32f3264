/** The main job without seeing: what a screen reader says on the way from a flagged shot to its new take. */
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { ScreenReader } from './support/screen-reader.js';

/** Those phrases of the transcript, in their order. */
const heard = (said: readonly string[], phrases: readonly RegExp[]) => {
  let from = 0;
  return phrases.map((phrase) => {
    const at = said.findIndex((one, i) => i >= from && phrase.test(one));
    if (at >= 0) from = at + 1;
    return at < 0 ? `not heard: ${phrase}` : said[at];
  });
};

test('a flagged shot is found, understood, approved and judged anew by ear', async () => {
  const { page, host, problems } = await openAnalysedSample();
  const reader = await ScreenReader.start(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('4');
  await page.keyboard.press('Enter');
  await page.getByTestId('finding').first().waitFor();
  // What is suggested comes behind what was found.
  await page.getByTestId('approve').filter({ hasText: 'Approve prompt' }).waitFor();
  await expect
    .poll(async () => (await reader.said()).join('\n'))
    .toMatch(/polite: Shot 4, description \d+ of 100, Pending, This does not seem to be in a kitchen\./);

  const said = await reader.readTo('button, Approve prompt');
  expect(
    heard(said, [
      /^heading, Shot 4, level 2/,
      /^region, Description/,
      /^button, in the kitchen, not kept, not expanded/,
      /^button, Wenna, kept/,
      /^region, Findings/,
      /^image, serious finding/,
      /^This does not seem to be in a kitchen\./,
      /^region, Prompt/,
      /^insertion/,
      /^deletion/,
      /^switch, Say “in a kitchen” first and give it more weight, on, checked/,
      /^region, Scores/,
      /^button, Description \d+/,
      /^region, Takes/,
      /^region, Decision/,
      /Orders one picture from Storybook, round 1 of 3\./,
      /^button, Approve prompt/,
    ]).filter((one) => one?.startsWith('not heard')),
    said.join('\n'),
  ).toEqual([]);

  await reader.act();
  const after: string[] = [];
  const hear = async () => {
    after.push(...(await reader.said()));
    return after.join('\n');
  };
  await expect.poll(hear).toMatch(/polite: Shot 4: Regenerating\. Shot \d+, description/);
  // The new take is told of wherever the artist is by then.
  await expect.poll(hear, { timeout: 120_000 }).toMatch(/polite: 1 regenerated, 1 better than before/);
  expect(
    after.filter((one) => /Hint|All messages/.test(one)),
    'what nobody asked for',
  ).toEqual([]);
  await page.keyboard.press('h');
  await expect.poll(hear).toMatch(/polite: Shot \d+: On hold\./);
  await page.keyboard.press('Control+z');
  await expect.poll(hear).toMatch(/polite: Shot \d+: Pending\./);
  expect(problems).toEqual([]);
  await host.end();
});

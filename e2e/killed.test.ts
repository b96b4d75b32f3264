/** The program is killed without warning, in the middle of its work: what was decided stays, the work goes on. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { shotsInOrder } from '@shared/records/index.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, test } from 'vitest';
import { openWindow, startHost } from './support/host.js';
import { nothingRuns, type Seen } from './support/mirror.js';

const judged = ({ overview, records }: Seen): string[] =>
  shotsInOrder(records).flatMap(({ number, pickId }) =>
    pickId && overview.summaries[pickId]?.state === 'done' ? [number] : [],
  );

test('killed during analysis: decisions are kept and only the rest is judged', async () => {
  const folder = await temporaryFolder();
  const board = await drawStoryboard(join(folder, 'board'), { shots: 16 });
  const dataFolder = join(folder, 'data');

  const first = await startHost({ dataFolder, board });
  const window = await openWindow(first.address);
  const { records } = await window.mirror.until(({ open }) => open);
  const [one, two, three] = shotsInOrder(records);
  if (!one?.pickId || !two || !three) throw new Error('the board is not there');
  await window.api.command.run({
    id: randomUUID(),
    at: Date.now(),
    command: { type: 'approve-take', shotId: one.id, takeId: one.pickId },
  });
  await window.api.command.run({
    id: randomUUID(),
    at: Date.now(),
    command: { type: 'reject', shotId: two.id, reason: 'The wrong framing' },
  });
  await window.api.command.run({
    id: randomUUID(),
    at: Date.now(),
    command: { type: 'set-note', shotId: three.id, note: 'Keep the fog.' },
  });
  const before = judged(await window.mirror.until((seen) => judged(seen).length >= 3));
  await first.kill();
  window.close();
  expect(before.length, 'the kill came before the end').toBeLessThan(16);

  const second = await startHost({ dataFolder, board });
  const again = await openWindow(second.address);
  const opened = await again.mirror.until(({ open }) => open);
  expect(opened.records.shot[one.id]?.status).toBe('approved');
  expect(opened.records.shot[two.id]?.status).toBe('rejected');
  expect(
    Object.values(opened.records.decision)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['approve', 'reject']);
  expect(opened.records.shot[three.id]?.note).toBe('Keep the fog.');
  const done = await again.mirror.until((seen) => judged(seen).length === 16 && nothingRuns(seen));
  const [job] = Object.values(done.jobs).filter(({ kind }) => kind === 'analysis');
  expect(job?.total, 'frames judged before the kill are not judged again').toBeLessThanOrEqual(
    16 - before.length + 1,
  );
  again.close();
  await second.end();
});

test('killed during regeneration: every approved request is made, once', async () => {
  const folder = await temporaryFolder();
  const board = await drawStoryboard(join(folder, 'board'), { shots: 4 });
  const dataFolder = join(folder, 'data');

  const first = await startHost({ dataFolder, board });
  const window = await openWindow(first.address);
  const ready = await window.mirror.until(
    (seen) => seen.open && judged(seen).length === 4 && nothingRuns(seen),
  );
  for (const shot of shotsInOrder(ready.records)) {
    if (!shot.pickId) throw new Error('a shot has no picture');
    await window.api.command.run({
      id: randomUUID(),
      at: Date.now(),
      command: {
        type: 'approve-suggestion',
        shotId: shot.id,
        takeId: shot.pickId,
        prompt: `${shot.prompt} Soft light.`,
        negativePrompt: '',
        seed: 'new',
        strength: null,
        acceptedEdits: [],
        edited: true,
      },
    });
  }
  const requests = (seen: Seen, state: string) =>
    Object.values(seen.records.request).filter((request) => request.state === state);
  await window.mirror.until(
    (seen) => requests(seen, 'done').length >= 1 && requests(seen, 'running').length === 1,
  );
  await first.kill();
  window.close();

  const second = await startHost({ dataFolder, board });
  const again = await openWindow(second.address);
  const done = await again.mirror.until((seen) => requests(seen, 'done').length === 4);
  expect(Object.keys(done.records.request)).toHaveLength(4);
  const made = Object.values(done.records.take).filter(({ origin }) => origin.kind === 'regenerated');
  expect(made.map(({ shotId }) => shotId).sort(), 'one new take a shot, none twice').toEqual(
    Object.keys(done.records.shot).sort(),
  );
  again.close();
  expect(await second.end()).toBe(0);
});

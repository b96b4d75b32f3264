/** The shell on a board that came from another machine: nothing of what was ordered there runs here without a yes. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBoard } from '@core/board/index.js';
import { findStoryboard } from '@core/formats/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterEach, expect, it, vi } from 'vitest';
import { shell } from './testing/shell.js';

afterEach(() => vi.unstubAllEnvs());

/** Draws nothing, but tells that it ran. */
const PROGRAM = `require('fs').appendFileSync(process.argv[1], 'ran\\n'); console.log('{"error": "no ink"}')`;

/** A board on which somebody else approved one picture, and this machine, with a generator of its own. */
async function received() {
  const folder = await temporaryFolder();
  const board = await drawStoryboard(join(folder, 'board'), { shots: 1 });
  const theirs = await openBoard(await findStoryboard(board), {
    dataFolder: join(folder, 'their data'),
    cacheFolder: join(folder, 'their cache'),
    settings: () => ({ ...DEFAULT_SETTINGS, generator: 'command' }),
    log: (thrown) => {
      throw thrown;
    },
  });
  const [shot] = theirs.shots;
  if (!shot?.pickId) throw new Error('The board is empty.');
  const words = { prompt: 'theirs', negativePrompt: '', seed: 'new', strength: null } as const;
  theirs.review.run({
    id: 'theirs',
    at: 1,
    command: {
      type: 'approve-suggestion',
      shotId: shot.id,
      takeId: shot.pickId,
      ...words,
      acceptedEdits: [],
      edited: true,
    },
  });
  theirs.close();
  const data = join(folder, 'data');
  const ran = join(folder, 'ran');
  await mkdir(data);
  const program = [process.execPath, '-e', PROGRAM, ran];
  await writeFile(join(data, 'settings.json'), JSON.stringify({ generators: { command: { program } } }));
  vi.stubEnv('CONTINUIST_DATA_FOLDER', data);
  const runs = () =>
    readFile(ran, 'utf8').then(
      (text) => text.length / 'ran\n'.length,
      () => 0,
    );
  return { board, runs };
}

it('is analysed and regenerated without what was approved elsewhere, which is said', async () => {
  const { board, runs } = await received();
  expect((await shell('analyse', board)).code).toBe(0);
  expect(await runs()).toBe(0);
  const { code, out, error } = await shell('regenerate', board);
  expect(code).toBe(0);
  expect(out).toContain('Nothing is approved and waiting.');
  expect(error).toContain('Waiting for a yes, since it was not approved on this machine: 1.');
  expect(await runs()).toBe(0);
  const again = await shell('regenerate', board, '--approve-again');
  expect(again.code).toBe(0);
  // Why it came to nothing, and what to do.
  expect(again.error).toMatch(/^Shot 1: .*no ink\. /);
  expect(await runs()).toBe(1);
});

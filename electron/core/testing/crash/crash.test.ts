/**
 * Processes killed in the middle of their work, by seed. A few in every run; `npm run test:crash` kills 200 over all
 * phases and prints how many fell into each. `CRASH_SEED=4711 npm run test:crash -- -t migration` repeats what a
 * seed did in one phase.
 */
import { fileURLToPath } from 'node:url';
import { bundleOf } from '@testing/bundle-of.js';
import { expect, test } from 'vitest';
import { killDownload } from './download.js';
import { randomOf } from './kill.js';
import { FIRST, inFolder, isLong, kill, killIn, killsFor } from './killing.js';
import { PHASES } from './phases.js';

const fetchChild = bundleOf(
  fileURLToPath(new URL('../../../../models/library/download/testing/fetch-child.ts', import.meta.url)),
);
const reviews = PHASES.filter(({ kind }) => kind === 'review');

if (isLong) {
  killIn(reviews, () => '');

  test('killed in download: it goes on, and no half file has its name', async () => {
    const wanted = killsFor('download');
    for (let n = 0; n < wanted; n++) {
      const wrong = await inFolder((folder) => killDownload(fetchChild, folder, randomOf(FIRST + n)));
      expect(wrong, `seed ${FIRST + n}`).toEqual([]);
    }
    console.log(`| download | ${wanted} kills | ${wanted} inside | seeds from ${FIRST} |`);
  });
} else {
  test.each(reviews)('killed once in $name: nothing that was acknowledged is lost', async (phase) => {
    await kill(phase, FIRST);
  });
}

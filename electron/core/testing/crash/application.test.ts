/** The same of the whole application (see crash.test.ts): its phases take longest, and run beside the others. */
import { afterAll, beforeAll, describe } from 'vitest';
import { bundleApplication } from './bundle.js';
import { isLong, killIn } from './killing.js';
import { PHASES } from './phases.js';

let application: Awaited<ReturnType<typeof bundleApplication>> | null = null;

describe.runIf(isLong)('the application', () => {
  beforeAll(async () => {
    application = await bundleApplication('electron/core/testing/crash/application-child.ts');
  });
  afterAll(() => application?.remove());

  killIn(
    PHASES.filter(({ kind }) => kind === 'application'),
    () => application?.program ?? '',
  );
});

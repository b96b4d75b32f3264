import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConformanceFixture } from '../../testing/fixture.js';

const program = fileURLToPath(new URL('draw.mjs', import.meta.url));

export const fixture = async (): Promise<ConformanceFixture> => ({
  section: { program: [process.execPath, program] },
  unready: { program: [] },
  request: {},
  negative: { negativePrompt: 'text' },
  failing: { prompt: 'fail' },
  endless: { prompt: 'never end' },
  runsOn: async (folder) => {
    const pids = (await readFile(join(folder, 'pids'), 'utf8')).trim().split('\n').map(Number);
    return pids.some(isRunning);
  },
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

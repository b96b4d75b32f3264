import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ComfyDouble } from '@testing/comfyui/double.js';
import { drawPlain } from '@testing/comfyui/drawing.js';
import { writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import type { ConformanceFixture } from '../../testing/fixture.js';

export const fixture = async (): Promise<ConformanceFixture> => {
  const double = await new ComfyDouble({
    step: ({ positive }) => (positive === 'never end' ? 60_000 : 1),
    draw: (order, at) => {
      if (order.positive === 'fail') throw new Error('the picture does not come out');
      return drawPlain(order, at);
    },
  }).start();
  const folder = await mkdtemp(join(tmpdir(), 'continuist-comfyui-'));
  const workflow = join(folder, 'graph.json');
  await writeFile(workflow, writePython(usualGraph()));
  return {
    section: { addresses: [double.url], workflow },
    unready: { addresses: [double.url], workflow: join(folder, 'absent.json') },
    request: {},
    negative: { negativePrompt: 'fog' },
    failing: { prompt: 'fail' },
    endless: { prompt: 'never end' },
    // It stops between two steps, a little after it was asked to.
    runsOn: async () => {
      for (const end = Date.now() + 10_000; double.runner.waiting > 0; await pause(5))
        if (Date.now() > end) return true;
      return false;
    },
  };
};

import { setTimeout as pause } from 'node:timers/promises';
import { A1111Double } from '@testing/a1111/double.js';
import { drawPlain } from '@testing/a1111/drawing.js';
import type { ConformanceFixture } from '../../testing/fixture.js';

export const fixture = async (): Promise<ConformanceFixture> => {
  const double = await new A1111Double({
    draw: (order) => {
      if (order.prompt === 'fail') throw new Error('the picture does not come out');
      return drawPlain(order);
    },
  }).start();
  double.state.waitsToBeSeen = true;
  return {
    section: { address: double.url, steps: 10 },
    unready: { address: '' },
    request: {},
    negative: { negativePrompt: 'fog' },
    failing: { prompt: 'fail' },
    endless: { settings: { steps: 1_000_000 } },
    // It stops between two steps, a little after it was asked to.
    runsOn: async () => {
      for (const end = Date.now() + 10_000; double.state.isBusy; await pause(5))
        if (Date.now() > end) return true;
      return false;
    },
  };
};

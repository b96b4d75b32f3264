/** What is left at the server of a test that nobody waits for any more. */
import { setTimeout as pause } from 'node:timers/promises';
import { ComfyDouble } from '@testing/comfyui/double.js';
import { expect, it, onTestFinished } from 'vitest';
import { guarded } from '../guarded.js';
import { LIMITS } from './client.js';
import { comfyGenerator } from './index.js';

it('a test that is stopped ends its work at the server, as any other picture does', async () => {
  const double = await new ComfyDouble().start();
  onTestFinished(() => double.stop());
  double.runner.isFrozen = true;
  const own = guarded(comfyGenerator({ addresses: [double.url], workflow: '' }, LIMITS), 'ComfyUI');
  const stopped = new AbortController();
  const seen = expect(own.test?.(stopped.signal)).rejects.toThrow('not any more');
  while (double.runner.running === null) await pause(2);
  stopped.abort(new Error('not any more'));
  await seen;
  const asked = double.asked.filter(
    ({ method, path }) => method === 'POST' && /cancel$|interrupt$/.test(path),
  );
  expect(asked).toHaveLength(1);
  while (double.runner.waiting > 0) await pause(2);
});

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineOptions } from '../engine.js';

/** For tiny models, of which nothing is prepared. */
export const ON_PROCESSOR: EngineOptions = {
  device: 'cpu',
  threads: 1,
  prepared: join(tmpdir(), 'continuist-unused'),
};

import { mkdirSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Logger } from 'pino';

const require = createRequire(import.meta.url);

/** Writes defects with their stacks to a file, at once: the next thing to happen may be the end of the process. */
export function openLog(file: string): (thrown: unknown) => void {
  const descriptor = opened(file);
  if (descriptor === null) return () => undefined;
  let logger: Logger | null = null;
  return (thrown) => {
    logger ??= loggerTo(descriptor);
    logger.error(thrown instanceof Error ? thrown : { thrown: String(thrown) });
  };
}

/** Null where nothing can be written there: nothing else may end for that. */
function opened(file: string): number | null {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'a');
  } catch {
    return null;
  }
}

/** With the first defect: no start waits for what most never need. */
function loggerTo(descriptor: number): Logger {
  const { pino } = require('pino') as typeof import('pino');
  const destination = pino.destination({ dest: descriptor, sync: true });
  // On a full disk there is no log; nothing else may end for that.
  destination.on('error', () => undefined);
  return pino({ base: { pid: process.pid } }, destination);
}

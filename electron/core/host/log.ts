import { pino } from 'pino';

/** Writes defects with their stacks to a file, at once: the next thing to happen may be the end of the process. */
export function openLog(file: string): (thrown: unknown) => void {
  const destination = pino.destination({ dest: file, mkdir: true, sync: true });
  // On a full disk there is no log; nothing else may end for that.
  destination.on('error', () => undefined);
  const logger = pino({ base: { pid: process.pid } }, destination);
  return (thrown) => {
    logger.error(thrown instanceof Error ? thrown : { thrown: String(thrown) });
  };
}

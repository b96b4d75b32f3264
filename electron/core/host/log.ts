import { pino } from 'pino';

/** Writes defects with their stacks to a file, at once: the next thing to happen may be the end of the process. */
export function openLog(file: string): (thrown: unknown) => void {
  const logger = pino(
    { base: { pid: process.pid } },
    pino.destination({ dest: file, mkdir: true, sync: true }),
  );
  return (thrown) => {
    logger.error(thrown instanceof Error ? thrown : { thrown: String(thrown) });
  };
}

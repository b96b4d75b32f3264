#!/usr/bin/env node
import { EXIT } from './exit-code.js';
import { run } from './program.js';

const cancel = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    // A second one does not wait.
    if (cancel.signal.aborted) process.exit(EXIT.cancelled);
    cancel.abort();
  });
}

// Whoever read along is gone, as in `| head`; what was begun goes on.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'EPIPE') return;
    if (stream === process.stdout)
      process.stderr.write(
        `The result could not be written to standard output (${thrown.code}).\nYour review is safe. Make room, or send it elsewhere, and run this again.\n`,
      );
    process.exit(EXIT.error);
  });

const code = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
  signal: cancel.signal,
});
// Not process.exit(): a pipe that reads slowly still gets all of stdout.
process.exitCode = code;

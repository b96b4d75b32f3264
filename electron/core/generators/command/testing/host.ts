/** For a test: runs a program that never ends, tells its process ids, and waits to be killed. */
import { runProgram } from '../run-program.js';

const child = `setInterval(() => undefined, 1000)`;
const program = `
  process.on('SIGTERM', () => undefined);
  const { pid } = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]);
  console.log(process.pid + ' ' + pid);
  setInterval(() => undefined, 1000);
`;

await runProgram([process.execPath, '-e', program], {
  input: '',
  milliseconds: 60_000,
  signal: new AbortController().signal,
  onLine: (line) => void process.stdout.write(`${line}\n`),
});

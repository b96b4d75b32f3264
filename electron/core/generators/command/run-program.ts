/** A program run to its end, with everything that it starts, within limits of time and output; it does not outlive us. */
import { type ChildProcess, spawn } from 'node:child_process';
import { endWithUs } from './end-with-us.js';
import { ownEnvironment } from './own-environment.js';

export interface ProgramRun {
  /** For its stdin. */
  readonly input: string;
  readonly milliseconds: number;
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
}

export interface ProgramEnd {
  /** What went wrong, in words; null when it ended with exit code 0. */
  readonly why: string | null;
  /** The end of what it wrote there, as it came. */
  readonly stderr: string;
}

/** Characters of stdout, in all and in one line, and lines; pictures do not go through it. */
const MOST_OUTPUT = 16 * 1024 * 1024;
const MOST_LINES = 100_000;
const MOST_LINE = 1024 * 1024;
const STDERR_KEPT = 4_000;
/** Milliseconds between asking a program to end and ending it. */
const GRACE = 500;
/** Milliseconds that are waited for the rest of its output once it has ended: what left its group may hold it open. */
const REST = 1_000;
const STEP = 20;

/** Resolves when it and all of its group have ended. Throws the signal's reason when it aborted. */
export async function runProgram(command: readonly string[], run: ProgramRun): Promise<ProgramEnd> {
  run.signal.throwIfAborted();
  const [program = '', ...args] = command;
  // Of a group of its own, so that what it starts can be ended with it.
  const detached = process.platform !== 'win32';
  const child = spawn(program, args, { shell: false, detached, env: ownEnvironment(process.env) });
  const guard = endWithUs(child.pid);
  let why: string | null = null;
  let stderr = '';
  let ending = Promise.resolve();
  const end = (reason: string): void => {
    why ??= reason;
    ending = endAll(child);
  };
  const late = setTimeout(() => end(`it took longer than ${run.milliseconds / 1000} s`), run.milliseconds);
  const cancel = (): void => end('it was cancelled');
  run.signal.addEventListener('abort', cancel);
  child.stderr.on('data', (data: Buffer) => {
    stderr = (stderr + data.toString('utf8')).slice(-STDERR_KEPT);
  });
  let written = 0;
  let lineCount = 0;
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (why !== null) return;
    written += text.length;
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    lineCount += lines.length;
    for (const line of lines) run.onLine(line);
    if (written > MOST_OUTPUT || rest.length > MOST_LINE || lineCount > MOST_LINES)
      end('it writes too much on its output');
  });
  child.stdout.on('end', () => why === null && run.onLine(rest));
  // A program may end without reading its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(run.input);
  child.once('exit', (code, signal) => {
    if (code !== 0) why ??= signal ? `it was ended by ${signal}` : `it ended with exit code ${code}`;
    // What it left running would hold its output open for ever.
    ending = endAll(child);
  });
  await new Promise<void>((done) => {
    child.once('error', () => {
      why ??= 'it could not be started';
      done();
    });
    child.once('exit', () => void outputOf(child).then(done));
  });
  await ending;
  guard.release();
  clearTimeout(late);
  run.signal.removeEventListener('abort', cancel);
  run.signal.throwIfAborted();
  return { why, stderr: stderr.trim() };
}

/** Its output to the end, or as far as it comes while what holds it open has not ended. */
async function outputOf(child: ChildProcess): Promise<void> {
  const closed = new Promise((done) => child.once('close', done));
  const late = setTimeout(() => {
    child.stdout?.destroy();
    child.stderr?.destroy();
  }, REST);
  await closed;
  clearTimeout(late);
}

/** Asks, then ends what is still there. */
async function endAll({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' }).on('error', () => undefined);
    return;
  }
  // Made to end again and again: what was just being started misses it once.
  const signalAt = (waited: number) => (waited === 0 ? 'SIGTERM' : waited < GRACE ? 0 : 'SIGKILL');
  for (let waited = 0; signalGroup(pid, signalAt(waited)); waited += STEP)
    await new Promise((rested) => setTimeout(rested, STEP));
}

/** False when the group has no process any more. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

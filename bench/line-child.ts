/** A process that says with one line of JSON what loading cost, and then answers each line that it is given with one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

interface Line {
  readonly load?: number;
  readonly seconds?: number;
  /** Seconds of processor time, of all threads together. */
  readonly work?: number;
  /** Bytes. */
  readonly peak: number;
}

export class LineChild {
  /** Seconds. */
  readonly load: number;
  /** Most bytes resident so far; 0 where the system does not tell. */
  peak: number;
  readonly #ask: (line: string) => Promise<Line>;
  readonly #end: () => Promise<void>;

  private constructor(
    { load = 0, peak }: Line,
    ask: (line: string) => Promise<Line>,
    end: () => Promise<void>,
  ) {
    this.load = load;
    this.peak = peak;
    this.#ask = ask;
    this.#end = end;
  }

  /** Throws when the process ends before it answers. */
  static async start(command: string, args: readonly string[]): Promise<LineChild> {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(child, 'close').then(([code]) => code as number | null);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<Line> => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${command} ended with ${await ended} and gave no figure`);
      return JSON.parse(value) as Line;
    };
    const ask = (line: string): Promise<Line> => {
      child.stdin.write(`${line}\n`);
      return next();
    };
    const end = async () => {
      child.stdin.end();
      await ended;
    };
    return new LineChild(await next(), ask, end);
  }

  /** Seconds for one picture with that many claims: on the clock, and of processor time. */
  async judge(claims: number): Promise<{ seconds: number; work: number }> {
    const { seconds = Number.NaN, work = Number.NaN, peak } = await this.#ask(String(claims));
    this.peak = peak;
    return { seconds, work };
  }

  close(): Promise<void> {
    return this.#end();
  }
}

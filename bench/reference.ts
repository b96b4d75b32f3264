/** The same architecture in PyTorch, in a process of its own that works when it is told to (reference.py). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const DTYPES = ['float32', 'bfloat16'] as const;
export type ReferenceDtype = (typeof DTYPES)[number];

export interface ReferenceOptions {
  /** A Python with the packages of models/architectures/export/requirements.txt. */
  readonly python: string;
  /** config.json of the model. */
  readonly config: string;
  readonly dtype: ReferenceDtype;
  readonly threads: number;
  /** Tokens beside the picture before a claim, and of each claim. */
  readonly prefix: number;
  readonly claims: readonly number[];
}

interface Line {
  readonly load?: number;
  readonly seconds?: number;
  /** Seconds of processor time, of all threads together. */
  readonly work?: number;
  /** Bytes. */
  readonly peak: number;
}

export class Reference {
  /** Seconds to build the model; its weights are made, not read. */
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

  /** Throws with what Python says when the process ends before it answers. */
  static async start({
    python,
    dtype,
    threads,
    prefix,
    claims,
    config,
  }: ReferenceOptions): Promise<Reference> {
    const script = fileURLToPath(new URL('reference.py', import.meta.url));
    const options = {
      config,
      dtype,
      threads: String(threads),
      prefix: String(prefix),
      claims: claims.join(),
    };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    const child = spawn(python, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(child, 'close').then(([code]) => code as number | null);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<Line> => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${python} ended with ${await ended} and gave no figure`);
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
    return new Reference(await next(), ask, end);
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

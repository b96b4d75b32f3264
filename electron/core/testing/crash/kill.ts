/** One process that is killed in the middle of its work: where the kill fell, and what it had said was done. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Killed {
  /** The phase that it was in; null = between two. */
  readonly fell: string | null;
  /** What it said is there. */
  readonly acknowledged: readonly string[];
}

export interface KillOrder {
  readonly program: string;
  readonly args: readonly string[];
  readonly phase: string;
  /** Times that the process goes through it at most. */
  readonly times?: number | undefined;
  /** 0 to below 1, one after the other, the same for the same seed. */
  readonly random: () => number;
}

/** Milliseconds after which it hangs, also on a machine that is busy besides. */
const LATEST = 5 * 60_000;

export async function killWithin({ program, args, phase, times = 9, random }: KillOrder): Promise<Killed> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let hangs = false;
  const late = setTimeout(() => {
    hangs = true;
    child.kill('SIGKILL');
  }, LATEST);
  const turns = 1 + Math.floor(random() * times);
  const share = random();
  const acknowledged: string[] = [];
  let fell: string | null = null;
  let began = 0;
  let since = 0;
  /** Milliseconds that the phase took last time. */
  let took = 20;
  for await (const line of createInterface({ input: child.stdout })) {
    const [kind, rest = ''] = [line[0], line.slice(2)];
    if (kind === 'A') acknowledged.push(rest);
    if (kind === 'E') {
      if (fell === phase) took = performance.now() - since;
      fell = null;
    }
    // It would only wait for its end.
    if (kind === 'I') {
      fell = null;
      child.kill('SIGKILL');
    }
    if (kind !== 'B') continue;
    fell = rest;
    if (rest !== phase) continue;
    since = performance.now();
    began++;
    if (began === turns) setTimeout(() => child.kill('SIGKILL'), share * took);
  }
  await ended;
  clearTimeout(late);
  if (hangs) throw new Error(`it came no further than ${began} of ${turns} times into ${phase}`);
  if (child.signalCode !== 'SIGKILL')
    throw new Error(`it ended by itself (${child.exitCode ?? child.signalCode})`);
  return { fell, acknowledged };
}

/** Numbers from 0 to below 1 by a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

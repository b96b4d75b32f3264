/**
 * Runs the tests for Stryker in a thread that has them loaded (test-thread.ts). A test that fails under a fault is run
 * once more without it: where it fails then too, what went before spoilt the thread, and a fresh one decides.
 */
import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { createVitest, type Vitest } from 'vitest/node';
import { keep, type Outcome, type State } from './kept-results.js';
import { type Hits, ORDERS, type Order, type TestTold, TOLD, type Told } from './orders.js';
import { isPlanned, nameOf, type Plan } from './planted.js';

const ANCHOR = 'scripts/mutants/anchor.ts';
/** Milliseconds that a test may take without a fault. */
const PATIENCE = 600_000;

const TIMED_OUT = /timed out in|Hit count limit reached/;

/** What a run is about; its file is named in the environment, which has too little room for it. */
export interface Orders {
  readonly tests: readonly string[];
  readonly plan: Plan;
  /** Of each planned file, before the faults were planted. */
  readonly states: Readonly<Record<string, State>>;
  /** Where results go, absolute. */
  readonly log: string;
  /** Milliseconds for one fault; null for all that it takes. */
  readonly limit: number | null;
}

const NO_ORDERS: Orders = { tests: [], plan: {}, states: {}, log: '', limit: null };
const ordersIn = (file: string | undefined): Orders =>
  file === undefined ? NO_ORDERS : JSON.parse(readFileSync(file, 'utf8'));

class StrykerRunner implements TestRunner {
  readonly #given = ordersIn(process.env.MUTANTS_ORDERS);
  #vitest: Vitest | null = null;
  #running: Promise<unknown> | null = null;
  readonly #orders = new BroadcastChannel(ORDERS);
  readonly #told = new BroadcastChannel(TOLD);
  #isFresh = true;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    process.env.NODE_ENV = 'test';
    process.env.VITEST = '1';
    const ready = this.#next();
    this.#vitest = await createVitest('test', {
      config: 'scripts/mutants/vitest.config.ts',
      watch: false,
      onConsoleLog: () => false,
      // Stryker says what there is to say.
      reporters: [{}],
    });
    this.#running = this.#vitest.start([ANCHOR]).catch(() => undefined);
    await ready;
    this.#isFresh = true;
  }

  async dispose(): Promise<void> {
    await this.#end();
    this.#orders.close();
    this.#told.close();
  }

  async #end(): Promise<void> {
    this.#orders.postMessage(null);
    await this.#running;
    await this.#vitest?.close();
  }

  #next(): Promise<Told> {
    return new Promise((resolve) => {
      this.#told.onmessage = ({ data }: MessageEvent) => resolve(data as Told);
    });
  }

  #ask(order: Order): Promise<Told> {
    const answer = this.#next();
    this.#orders.postMessage(order);
    return answer;
  }

  async dryRun(): Promise<DryRunResult> {
    const files = this.#given.tests.map((file) => ({ file: `${process.cwd()}/${file}`, tests: null }));
    const all = await this.#ask({
      files,
      fault: null,
      faulty: null,
      hitLimit: null,
      patience: PATIENCE,
      limit: null,
    });
    // What fails without a fault, as it bears no others beside it, would cost the whole part its figures.
    const failing = new Set(all.tests.flatMap(({ file, failure }) => (failure === null ? [] : [file])));
    for (const file of failing) console.error(`Left out, as it fails among others: ${file}`);
    const tests = all.tests.filter(({ file }) => !failing.has(file));
    return {
      status: DryRunStatus.Complete,
      tests: tests.map(({ id, file, name, took }) => ({
        id,
        name,
        timeSpentMs: took,
        fileName: file,
        status: TestStatus.Success,
      })),
      // A fault that is reached while a file is loaded is planted for all of that file's tests.
      mutantCoverage: { static: {}, perTest: reachedBy({ ...all, tests }) },
    };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, sandboxFileName } = options;
    const { plan, limit } = this.#given;
    if (!isPlanned(plan, process.cwd(), sandboxFileName, nameOf(activeMutant, 0)))
      return { status: MutantRunStatus.Error, errorMessage: 'Not planned' };
    const order = orderFor(options, limit);
    const told = await this.#fewThenAll(order);
    const failed = told.tests.find(({ failure }) => failure !== null);
    if (failed && !this.#isFresh && !(await this.#passes(failed, order))) {
      await this.#end();
      await this.init();
      return this.mutantRun(options);
    }
    this.#isFresh = false;
    const nrOfTests = told.tests.length;
    if (!failed) {
      this.#keep(options, told.isCut ? 'cut' : 'passed');
      return { status: MutantRunStatus.Survived, nrOfTests };
    }
    const failureMessage = failed.failure ?? '';
    const isTimeout = TIMED_OUT.test(failureMessage);
    this.#keep(options, isTimeout ? 'timeout' : 'noticed');
    return isTimeout
      ? { status: MutantRunStatus.Timeout, reason: failureMessage }
      : { status: MutantRunStatus.Killed, killedBy: [failed.id], failureMessage, nrOfTests };
  }

  /**
   * What a module keeps is made in the test that asks first, and looked at in others: a fault that passes is met by all
   * tests beside it as well.
   */
  async #fewThenAll(order: Order): Promise<Told> {
    const started = performance.now();
    const few = await this.#ask(order);
    const beside = order.files.filter(({ file }) => dirname(file) === dirname(order.faulty ?? ''));
    if (few.isCut || beside.length === 0 || few.tests.some(({ failure }) => failure !== null)) return few;
    const limit = order.limit === null ? null : order.limit - (performance.now() - started);
    return this.#ask({ ...order, limit, files: beside.map(({ file }) => ({ file, tests: null })) });
  }

  #keep({ activeMutant, sandboxFileName }: MutantRunOptions, outcome: Outcome): void {
    const { log, states } = this.#given;
    const file = relative(process.cwd(), sandboxFileName);
    const state = states[file];
    if (state) keep(log, { file, name: nameOf(activeMutant, 0), outcome, ...state });
  }

  async #passes({ file, id }: TestTold, order: Order): Promise<boolean> {
    const tests = id.endsWith('#') ? null : [id];
    const files = [{ file, tests }];
    const told = await this.#ask({ ...order, files, fault: null, hitLimit: null, limit: null });
    return told.tests.every(({ failure }) => failure === null);
  }
}

/** The nearest files first: they notice most. A test has half the time after which Stryker ends the process. */
function orderFor(
  { testFilter = [], activeMutant, sandboxFileName, hitLimit, timeout }: MutantRunOptions,
  limit: number | null,
): Order {
  const byFile = new Map<string, string[]>();
  for (const id of testFilter) {
    const file = id.slice(0, id.indexOf('#'));
    byFile.set(file, [...(byFile.get(file) ?? []), id]);
  }
  const files = [...byFile]
    .map(([file, tests]) => ({ file, tests }))
    .sort((a, b) => shared(b.file, sandboxFileName) - shared(a.file, sandboxFileName));
  return {
    files,
    fault: activeMutant.id,
    faulty: sandboxFileName,
    hitLimit: hitLimit ?? null,
    patience: timeout / 2,
    limit,
  };
}

/** Letters that two paths begin with. */
function shared(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function reachedBy({ tests, byTest, loading }: Told): Record<string, Hits> {
  return Object.fromEntries(tests.map(({ id, file }) => [id, { ...loading[file], ...byTest[id] }] as const));
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'loaded', StrykerRunner)];

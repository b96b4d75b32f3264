/**
 * Runs the tests for Stryker in a thread that keeps them loaded (test-thread.ts), for each fault the nearest first. A test that fails under a fault is run
 * once more without it: where it fails then too, what went before spoilt the thread, and a fresh one decides. A fault under which the
 * tests come to no end costs the thread, and counts as noticed.
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
import { HeldThread } from './held-thread.js';
import { keep, type Outcome, type State } from './kept-results.js';
import { type Imports, importsFrom, nearestFirst } from './nearest.js';
import { type Hits, type Order, type TestTold, type Told, WAITS } from './orders.js';
import { isPlanned, nameOf, type Plan } from './planted.js';
import { isSilent } from './watched.js';

/** Milliseconds that a test may take without a fault. */
const PATIENCE = 600_000;

/** Milliseconds that a test may take with one; more where it takes long without. */
const LEAST_PATIENCE = 10_000;
/** Milliseconds of processor time after which tests count as endless, where one fault has no limit of its own; */
const WORK = 60_000;
/** and at least, where it has; besides LOOKS times what they take without a fault. */
const LEAST_WORK = 10_000;
/** How many times as often a faulty place may be reached as without the fault before that is a loop without end. */
const HITS = 100;
/** How many times the limit of one fault the tests of a rule may take without one. */
const LOOKS = 2;

const NO_END = 'The tests came to no end';
const TIMED_OUT = new RegExp(`timed out in|Hit count limit reached|${NO_END}`);

/** What a run is about; its file is named in the environment, which has too little room for it. */
export interface Orders {
  readonly tests: readonly string[];
  readonly plan: Plan;
  /** Of each planned file, before the faults were planted. */
  readonly states: Readonly<Record<string, State>>;
  /** Where results go, absolute. */
  readonly log: string;
  /** Milliseconds of processor time for one fault; null for all that it takes. */
  readonly limit: number | null;
}

const NO_ORDERS: Orders = { tests: [], plan: {}, states: {}, log: '', limit: null };
const ordersIn = (file: string | undefined): Orders =>
  file === undefined ? NO_ORDERS : JSON.parse(readFileSync(file, 'utf8'));

/** What a file of tests reaches of a rule: while it is loaded, and by test. */
interface Met {
  readonly all: Hits;
  readonly byTest: ReadonlyMap<string, Hits>;
  /** Milliseconds that one of its tests may take under a fault. */
  readonly patience: number;
  /** Milliseconds of processor time that they took. */
  readonly spent: number;
  /** Not all of its tests ran: there was no time for them. */
  readonly isCut: boolean;
}

/** The file whose faults are planted. */
interface Rule {
  readonly path: string;
  /** Files of tests, nearest first. */
  readonly near: readonly string[];
  /** Those of them that ran without a fault. */
  readonly met: Map<string, Met>;
  /** Milliseconds of processor time that this took. */
  spent: number;
}

class StrykerRunner implements TestRunner {
  readonly #given = ordersIn(process.env.MUTANTS_ORDERS);
  readonly #thread = new HeldThread();
  #imports: Imports | null = null;
  #rule: Rule | null = null;

  capabilities() {
    return { reloadEnvironment: true };
  }

  init(): Promise<void> {
    return this.#thread.start();
  }

  async dispose(): Promise<void> {
    await this.#thread.end();
    this.#thread.close();
  }

  /** Tests are run without a fault when a fault is near them: most are never needed. Stryker wants one. */
  async dryRun(): Promise<DryRunResult> {
    const tests = [{ id: 'all', name: 'all', timeSpentMs: 0, status: TestStatus.Success as const }];
    return { status: DryRunStatus.Complete, tests };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, sandboxFileName } = options;
    if (!isPlanned(this.#given.plan, process.cwd(), sandboxFileName, nameOf(activeMutant, 0)))
      return { status: MutantRunStatus.Error, errorMessage: 'Not planned' };
    if (this.#rule?.path !== sandboxFileName) this.#rule = this.#begin(sandboxFileName);
    const { failed, isCut } = await this.#meet(this.#rule, activeMutant.id);
    if (failed && !this.#thread.isFresh && !(await this.#passes(failed, sandboxFileName))) {
      await this.#thread.startAnew();
      return this.mutantRun(options);
    }
    this.#thread.isFresh = false;
    if (!failed) {
      this.#keep(options, isCut ? 'cut' : 'passed');
      return { status: MutantRunStatus.Survived, nrOfTests: 1 };
    }
    const failureMessage = failed.failure ?? '';
    const isTimeout = TIMED_OUT.test(failureMessage);
    this.#keep(options, isTimeout ? 'timeout' : 'noticed');
    return isTimeout
      ? { status: MutantRunStatus.Timeout, reason: failureMessage }
      : { status: MutantRunStatus.Killed, killedBy: [failed.id], failureMessage, nrOfTests: 1 };
  }

  #begin(path: string): Rule {
    this.#imports ??= importsFrom(this.#given.tests);
    const near = nearestFirst(relative(process.cwd(), path), this.#given.tests, this.#imports);
    return { path, near: near.map((file) => `${process.cwd()}/${file}`), met: new Map(), spent: 0 };
  }

  /** The nearest tests that reach the fault, until one fails or the time is up. */
  async #meet(rule: Rule, fault: string): Promise<{ failed: TestTold | null; isCut: boolean }> {
    const limit = this.#given.limit ?? Number.POSITIVE_INFINITY;
    const until = performance.now() + WAITS * limit;
    let left = limit;
    let isPart = false;
    for (const file of rule.near) {
      const known = rule.met.get(file);
      if (left <= 0 || performance.now() > until || (!known && rule.spent > LOOKS * limit))
        return { failed: null, isCut: true };
      const { all, byTest, patience, spent, isCut } = known ?? (await this.#look(rule, file));
      isPart ||= isCut;
      const hits = [...byTest].filter(([, of]) => of[fault]);
      const isLoaded = (all[fault] ?? 0) > 0;
      if (hits.length === 0 && !isLoaded) continue;
      const times = hits.reduce((sum, [, of]) => sum + (of[fault] ?? 0), all[fault] ?? 0);
      const few = isLoaded ? null : hits.map(([id]) => id);
      // What a module keeps is made in the test that asks first, and looked at in others: these are met by all beside it.
      const isBeside = dirname(file) === dirname(rule.path);
      const rounds = few && isBeside && few.length < byTest.size ? [few, null] : [few];
      for (const tests of rounds) {
        const order = {
          file,
          tests,
          fault,
          faulty: rule.path,
          hitLimit: HITS * times,
          patience,
          limit: this.#given.limit && Math.max(left, 0),
        };
        const told = await this.#ask(order, Math.max(order.limit ?? WORK, LEAST_WORK) + LOOKS * spent);
        left -= told.spent;
        isPart ||= told.isCut;
        const failed = told.tests.find(({ failure }) => failure !== null);
        if (failed) return { failed, isCut: false };
      }
    }
    return { failed: null, isCut: isPart || left <= 0 };
  }

  /** Runs a file of tests without a fault, to see which of the rule it reaches. One that fails by itself is left out. */
  async #look(rule: Rule, file: string): Promise<Met> {
    const order = {
      file,
      tests: null,
      fault: null,
      faulty: rule.path,
      hitLimit: null,
      limit: this.#given.limit && Math.max(0, LOOKS * this.#given.limit - rule.spent),
    };
    let told = await this.#ask({ ...order, patience: PATIENCE });
    const hasFailed = () => told.tests.some(({ failure }) => failure !== null);
    if (hasFailed() && !this.#thread.isFresh) {
      await this.#thread.startAnew();
      told = await this.#ask({ ...order, patience: PATIENCE });
    }
    if (hasFailed()) console.error(`Left out, as it fails without a fault: ${relative(process.cwd(), file)}`);
    const took = told.tests.reduce((sum, test) => sum + test.took, 0);
    const met: Met = hasFailed()
      ? { all: {}, byTest: new Map(), patience: 0, spent: 0, isCut: false }
      : {
          all: told.loading,
          byTest: new Map(told.tests.map(({ id }) => [id, told.byTest[id] ?? {}])),
          patience: LEAST_PATIENCE + WAITS * took,
          spent: told.spent,
          isCut: told.isCut,
        };
    rule.spent += told.spent;
    rule.met.set(file, met);
    return met;
  }

  /** `work`: milliseconds of processor time after which there is no end. */
  async #ask(order: Order, work = PATIENCE): Promise<Told> {
    const { isFresh } = this.#thread;
    const told = await this.#thread.ask(order, work);
    if (!isSilent(told)) return told;
    await this.#thread.startAnew();
    // What went before may have filled the memory.
    if (told === 'ended' && !isFresh) return this.#ask(order, work);
    const failed = { id: `${order.file}#`, file: order.file, took: 0, failure: NO_END };
    return { tests: [failed], loading: {}, byTest: {}, isCut: false, spent: 0 };
  }

  #keep({ activeMutant, sandboxFileName }: MutantRunOptions, outcome: Outcome): void {
    const { log, states } = this.#given;
    const file = relative(process.cwd(), sandboxFileName);
    const state = states[file];
    if (state) keep(log, { file, name: nameOf(activeMutant, 0), outcome, ...state });
  }

  async #passes({ file, id }: TestTold, faulty: string): Promise<boolean> {
    const told = await this.#ask({
      file,
      tests: id.endsWith('#') ? null : [id],
      fault: null,
      faulty,
      hitLimit: null,
      patience: PATIENCE,
      limit: null,
    });
    return told.tests.every(({ failure }) => failure === null);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'loaded', StrykerRunner)];

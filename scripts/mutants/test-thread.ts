/**
 * The thread that runs tests under planted faults. What makes that slow is starting a thread and fetching its modules
 * for every fault; here both happen once, and for each fault only those modules are evaluated anew that it can reach:
 * reading English, say, loads a network, which takes longer than most tests.
 */
import { readFileSync } from 'node:fs';
import { type File, type Suite, startTests, type Task, type Test } from '@vitest/runner';
import { type SerializedConfig, vi } from 'vitest';
import { VitestTestRunner } from 'vitest/runners';
import { importersOf } from './importers-of.js';
import { type Hits, ORDERS, type Order, type TestTold, TOLD, type Told, WAITS } from './orders.js';

/** What Stryker's switches in the faulty files read and write. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> } | undefined;
}
const global = globalThis as { __stryker__?: Switches };
global.__stryker__ ??= {};
const switches = global.__stryker__;

/** Of vitest's runner and vite's modules, what has no types. */
interface Inside {
  readonly moduleRunner: Modules;
  readonly workerState: {
    filepath: string;
    readonly evaluatedModules: {
      readonly idToModuleMap: ReadonlyMap<string, ModuleNode>;
      getModuleByUrl(url: string): ModuleNode | undefined;
    };
  };
  cancelRun: boolean;
  _otel: Parameters<VitestTestRunner['__setTraces']>[0];
}
interface Modules {
  cachedModule(url: string, importer?: string): Promise<ModuleNode>;
  mocker?: { reset(): void };
}
interface ModuleNode {
  meta?: unknown;
  promise?: unknown;
  exports?: unknown;
  evaluated: boolean;
  readonly importers: Set<string>;
  /** Ids. */
  readonly imports: ReadonlySet<string>;
}

const KEPT = /\/vitest\/dist\/|\/@vitest\/|\/scripts\/mutants\//;

/** What such a test puts in the place of a module must not be there for others. */
const PUTS_IN_PLACE = /\bvi\.(?:mock|doMock)\(/;

const namesOf = (task: Task): string => (task.suite ? `${namesOf(task.suite)} > ${task.name}` : task.name);
export const idOf = (test: Test): string => `${test.file.filepath}#${namesOf(test)}`;
const testsIn = (suite: Suite): Test[] =>
  suite.tasks.flatMap((task) => (task.type === 'suite' ? testsIn(task) : [task as Test]));

/** Counts the processor's time, which is the same on a busy machine. `limit`: milliseconds; null for no end. */
class Clock {
  readonly #limit: number;
  readonly #until: number;
  readonly #begun = process.cpuUsage();

  constructor(limit: number | null) {
    this.#limit = limit ?? Number.POSITIVE_INFINITY;
    this.#until = performance.now() + WAITS * this.#limit;
  }

  spent(): number {
    const { user, system } = process.cpuUsage(this.#begun);
    return (user + system) / 1000;
  }

  isOver(): boolean {
    return this.spent() > this.#limit || performance.now() > this.#until;
  }
}

export default class TestThread extends VitestTestRunner {
  /** The file whose modules, and those that import it, were last evaluated with a fault in it. */
  #spoilt: string | null = null;
  /** Evaluated with what a test put in the place of modules. */
  #isMocked = false;

  /** Modules that were fetched once are not asked for again. */
  #fetchOnce(): void {
    const modules = this.#inside.moduleRunner;
    const fetch = modules.cachedModule.bind(modules);
    modules.cachedModule = async (url, importer) => {
      const known = this.#inside.workerState.evaluatedModules.getModuleByUrl(url);
      return known?.meta ? known : fetch(url, importer);
    };
  }

  get #inside(): Inside {
    return this as unknown as Inside;
  }

  async onBeforeCollect(): Promise<void> {
    this.#fetchOnce();
    const orders = new BroadcastChannel(ORDERS);
    const told = new BroadcastChannel(TOLD);
    await new Promise<void>((end) => {
      orders.onmessage = ({ data }: MessageEvent) => {
        if (data === null) end();
        else void this.#follow(data as Order).then((result) => told.postMessage(result));
      };
      told.postMessage(null);
    });
    orders.close();
    told.close();
  }

  async #follow(order: Order): Promise<Told> {
    switches.activeMutant = order.fault ?? undefined;
    switches.hitCount = 0;
    switches.hitLimit = order.hitLimit ?? undefined;
    switches.mutantCoverage = undefined;
    const clock = new Clock(order.limit);
    const { tests, isCut } = await this.#run(order, clock);
    const { mutantCoverage } = switches as Switches;
    return {
      tests,
      loading: mutantCoverage?.static ?? {},
      byTest: mutantCoverage?.perTest ?? {},
      isCut,
      spent: clock.spent(),
    };
  }

  /** So that what `file` tests is evaluated with the fault, and nothing with the one before. */
  #forget({ file, fault, faulty }: Order): void {
    const nodes = this.#inside.workerState.evaluatedModules.idToModuleMap;
    const wasMocked = this.#isMocked;
    this.#isMocked = PUTS_IN_PLACE.test(readFileSync(file, 'utf8'));
    const isAll = wasMocked || this.#isMocked;
    const stale = isAll ? nodes.keys() : importersOf(nodes, [file, faulty, this.#spoilt]);
    for (const id of stale) {
      const node = KEPT.test(id) ? undefined : nodes.get(id);
      if (node)
        Object.assign(node, { promise: undefined, exports: undefined, evaluated: false }).importers.clear();
    }
    this.#spoilt = fault === null ? null : faulty;
  }

  async #run(order: Order, clock: Clock): Promise<Pick<Told, 'tests' | 'isCut'>> {
    const { file, tests, fault, patience } = order;
    const { moduleRunner, workerState, _otel } = this.#inside;
    moduleRunner.mocker?.reset();
    this.#forget(order);
    workerState.filepath = file;
    const config = { ...this.config, testTimeout: patience, hookTimeout: patience };
    const quiet = new Quiet(config, tests && new Set(tests), fault !== null, clock);
    Object.defineProperty(quiet, 'moduleRunner', { value: moduleRunner });
    quiet.__setTraces(_otel);
    const [suite] = (await startTests([file], quiet)) as [File];
    vi.resetConfig();
    vi.restoreAllMocks();
    return { tests: told(suite, file), isCut: quiet.isLate };
  }
}

/** What became of a file's tests. A file or a suite that failed as a whole is told of as a test. */
function told(suite: File, file: string): TestTold[] {
  const failure = ({ result }: Task): string | null =>
    result?.state === 'fail' ? (result.errors?.[0]?.message ?? 'failed') : null;
  const ran = testsIn(suite)
    .filter(({ result }) => result?.state === 'pass' || result?.state === 'fail')
    .map((test) => ({
      id: idOf(test),
      file,
      took: test.result?.duration ?? 0,
      failure: failure(test),
    }));
  if (suite.result?.state === 'fail' && ran.every((test) => test.failure === null))
    ran.push({ id: `${file}#`, file, took: 0, failure: wholeFailure(suite) });
  return ran;
}

function wholeFailure(suite: Suite): string {
  const own = suite.result?.errors?.[0]?.message;
  const below = suite.tasks.flatMap((task) => (task.type === 'suite' ? [wholeFailure(task)] : []));
  return own ?? below.find((message) => message !== '') ?? '';
}

/** Runs some tests of one file, and says nothing to vitest. */
class Quiet extends VitestTestRunner {
  readonly #wanted: Set<string> | null;
  readonly #endsAtFailure: boolean;
  readonly #clock: Clock;
  /** Tests were left out, as it was too late for them. */
  isLate = false;

  constructor(config: SerializedConfig, wanted: Set<string> | null, endsAtFailure: boolean, clock: Clock) {
    super(config);
    this.#clock = clock;
    this.#wanted = wanted;
    this.#endsAtFailure = endsAtFailure;
  }

  onCollected([file]: File[]): void {
    if (file && this.#wanted) this.#leaveOut(file, this.#wanted);
  }

  #leaveOut(suite: Suite, wanted: Set<string>): void {
    for (const task of suite.tasks)
      if (task.type === 'suite') this.#leaveOut(task, wanted);
      else if (!wanted.has(idOf(task as Test))) task.mode = 'skip';
    if (suite.tasks.length > 0 && suite.tasks.every(({ mode }) => mode === 'skip')) suite.mode = 'skip';
  }

  override async onBeforeRunTask(test: Test): Promise<void> {
    await super.onBeforeRunTask(test);
    if (test.mode !== 'run' || !this.#clock.isOver()) return;
    this.isLate = true;
    (this as unknown as Inside).cancelRun = true;
    test.mode = 'skip';
  }

  override onBeforeTryTask(test: Task): void {
    super.onBeforeTryTask(test);
    switches.currentTestId = idOf(test as Test);
  }

  override onAfterRunTask(test: Task): void {
    super.onAfterRunTask(test);
    switches.currentTestId = undefined;
    if (this.#endsAtFailure && test.result?.state === 'fail') (this as unknown as Inside).cancelRun = true;
  }

  override async onAfterRunSuite(): Promise<void> {}
}

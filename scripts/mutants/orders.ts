/** What Stryker's process asks of the thread that holds the tests loaded, and what it is told. */

/** One round of tests: which files, and of them which tests (by id; all where null). */
export interface Order {
  readonly files: readonly { readonly file: string; readonly tests: readonly string[] | null }[];
  /** The planted fault that is switched on; null for none. */
  readonly fault: string | null;
  /** The file that it is planted in, absolute; null where every module is to be evaluated anew. */
  readonly faulty: string | null;
  /** How often the faulty place may be reached before that is taken for a loop without end. */
  readonly hitLimit: number | null;
  /** Milliseconds a test may take. */
  readonly patience: number;
  /** Milliseconds of processor time after which no further test is begun; null for all that it takes. */
  readonly limit: number | null;
}

export interface TestTold {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  /** Milliseconds. */
  readonly took: number;
  /** Null where it passed. */
  readonly failure: string | null;
}

/** How often each fault's place was reached, by the fault's id. */
export type Hits = Record<string, number>;

/** The tests that ran, up to the first that failed where a fault is planted. */
export interface Told {
  readonly tests: readonly TestTold[];
  /** While a file was loaded, by file, and by each test. */
  readonly loading: Record<string, Hits>;
  readonly byTest: Record<string, Hits>;
  /** The limit was reached before all had run. */
  readonly isCut: boolean;
  /** Milliseconds of processor time. */
  readonly spent: number;
}

export const ORDERS = 'mutants-orders';
export const TOLD = 'mutants-told';

/** What Stryker's process asks of the thread that holds the tests loaded, and what it is told. */

/** One round of tests of one file. */
export interface Order {
  /** Absolute. */
  readonly file: string;
  /** By id; null for all of the file. */
  readonly tests: readonly string[] | null;
  /** The planted fault that is switched on; null for none. */
  readonly fault: string | null;
  /** The file that it is planted in, or is to be, absolute. */
  readonly faulty: string;
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
  /** While the file was loaded, and by each test. */
  readonly loading: Hits;
  readonly byTest: Record<string, Hits>;
  /** The limit was reached before all had run. */
  readonly isCut: boolean;
  /** Milliseconds of processor time. */
  readonly spent: number;
}

/** What waits, or has to wait for others on a busy machine, has so many times as long. */
export const WAITS = 8;

export const ORDERS = 'mutants-orders';
export const TOLD = 'mutants-told';

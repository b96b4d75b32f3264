/** A row of the table of parsers. */
export interface Parser {
  readonly name: string;
  /** Whole and right; the fuzz test changes them. */
  samples(): Promise<readonly Buffer[]>;
  /** May throw a ContinuistError and nothing else. */
  read(input: Buffer): unknown;
}

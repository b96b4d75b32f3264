/** What is wrong with one setting. */
export interface Defect {
  /** The key it is about, or the value inside it: `servers.0.url`. */
  readonly key: string;
  /** For a key that is not known: the one that was probably meant. */
  readonly near?: string;
  readonly message: string;
}

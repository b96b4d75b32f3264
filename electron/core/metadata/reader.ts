import type { EmbeddedText } from './containers/index.js';

/** How a picture was made, as its own file says it. */
export interface EmbeddedPrompt {
  readonly prompt: string;
  readonly negativePrompt: string;
  /** Decimal, below 2^64; null when the file has none. */
  readonly seed: string | null;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

/** Reads what one tool writes into its pictures. A row of the table in table.ts. */
export interface MetadataReader {
  /** Kept with a storyboard as where it came from: `comfyui`, `a1111` … */
  readonly tool: string;
  /** What its pictures are called: "ComfyUI pictures". */
  readonly name: string;
  /**
   * How sure it is that these texts are its own, 0–1: 1 for a mark that no other tool writes, 0 for none. The
   * surest reader goes first, so that rows can stand in any order.
   */
  recognises(texts: readonly EmbeddedText[]): number;
  /** Null when nothing can be read after all. Throws nothing. */
  read(texts: readonly EmbeddedText[]): EmbeddedPrompt | null;
}

import type { Lora } from '@shared/records/index.js';
import type { EmbeddedText } from './containers/index.js';

export type Settings = Readonly<Record<string, string | number | boolean>>;

/** Where a value stands, so that it can be shown and put back. */
export interface Origin {
  /** `prompt`, `negativePrompt`, `seed`, `loras` or a setting. */
  readonly of: string;
  /** In the file: "the PNG text “parameters”". */
  readonly place: string;
  /** The field of that text; of a graph the node’s input. Empty where the text is the value. */
  readonly input: string;
  /** Of a graph: the node that has the input. */
  readonly node?: { readonly id: string; readonly type: string };
  /** The part that stands there, where the value is put together of several. */
  readonly value: string;
}

/** How a picture was made, as its own file says it. */
export interface EmbeddedPrompt {
  readonly prompt: string;
  readonly negativePrompt: string;
  /** Decimal, below 2^64; null when the file has none. */
  readonly seed: string | null;
  /** `model`, `steps`, `cfg`, `sampler`, `scheduler`, `denoise`, `width`, `height` whatever the tool calls them; more by its own names. */
  readonly settings: Settings;
  readonly loras: readonly Lora[];
  readonly origins: readonly Origin[];
  /** What of the file it was read from, and what belongs to that and says no more. */
  readonly from: readonly EmbeddedText[];
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

/** What the double knows of a class of nodes. */

/** `["INT", {"default": 4, "min": 1}]`, as /object_info tells it. A list of names is a choice among them. */
export type Input = readonly [type: string | readonly string[], config: Readonly<Record<string, unknown>>];

export interface NodeClass {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly optional?: Readonly<Record<string, Input>>;
  /** Inputs whose pictures lead what is drawn, beside the words; the first first. */
  readonly shown?: readonly string[];
  readonly outputs: readonly string[];
  /** Its pictures are what a job comes to. */
  readonly saves?: 'output' | 'temp';
  /** Inputs that it checks by itself, beyond type and range. */
  readonly file?: string;
}

export type Version = '0.3.64' | '0.27.0';

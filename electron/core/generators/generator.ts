/** What a row of the table of generators is, and what it makes of a request. */
import type {
  Abilities,
  GeneratorCapability,
  GeneratorStatus,
  Moves,
  Placing,
} from '@shared/contract/index.js';
import type { Handle } from '@shared/records/index.js';
import type { z } from 'zod';

/** One picture to make. */
export interface GenerationRequest {
  readonly id: string;
  readonly prompt: string;
  readonly negativePrompt: string;
  /** Decimal, below 2^64. */
  readonly seed: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Absolute. The picture that it replaces, for generators that start from one. */
  readonly fromFile: string;
  /** 0–1; null = from the words alone. */
  readonly strength: number | null;
  /** Absolute. A picture as large as `fromFile`: white is made anew, black stays. Null = all of it may change. */
  readonly mask: string | null;
  /** What to change in the picture `fromFile`, as one says it; null = the prompt is drawn. */
  readonly instruction: string | null;
  /** Absolute. Pictures that the new one should look like. */
  readonly references: readonly string[];
  /** What the program read from the take's own picture (model, steps, cfg …). */
  readonly settings: TakeSettings;
  /** Absolute. An existing folder for files of this request alone, the same after a restart. */
  readonly folder: string;
  /** What the artist allowed, where the generator asks; absent = it is not asked. */
  readonly allowed?: { readonly shape: string; readonly moves: Moves };
}

export type TakeSettings = Readonly<Record<string, string | number | boolean>>;

/** What came of a test of it. */
export interface TestPicture {
  /** Names of the models that it can draw with. */
  readonly models: readonly string[];
  readonly picture: Buffer;
  /** For the artist: how the picture was made. */
  readonly note: string;
}

/** What can be asked, and why not the rest. */
export type { Abilities };

/** As the generator knows it. */
export type GraphPlacing = Omit<Placing, 'generator' | 'waiting'>;

export interface GeneratedImage {
  /** An encoded picture, checked by the caller before it counts. */
  readonly bytes: Buffer;
  /** Decimal. That it was really made with, where the generator says so; else the one that was asked for. */
  readonly seed?: string;
  /** How it was made, kept with the take. */
  readonly settings: TakeSettings;
}

export interface GenerationProgress {
  /** It waits behind other work, or is being made. */
  readonly state: 'queued' | 'running';
  /** 0–1. */
  readonly progress: number;
  /** What it is doing now, for the artist; '' = nothing beyond the state. */
  readonly doing: string;
  /** An encoded picture of how it stands. */
  readonly preview?: Buffer;
}

/** How work is watched, and let go of. */
export interface Watch {
  /**
   * Aborts when nobody waits for the picture any more. What runs in this program's own processes ends; a server is
   * left to its work, which `resume` can take up, unless `cancel` follows.
   */
  readonly signal: AbortSignal;
  progress(now: GenerationProgress): void;
}

/**
 * A generator as its settings set it up. What it throws is ContinuistError GENERATOR_FAILED, or the signal's reason
 * when it aborted; anything else counts as GENERATOR_FAILED.
 */
export interface Generator {
  /** What it can do as it is set up; its status may name less, when it knows better. */
  readonly capabilities: readonly GeneratorCapability[];
  /** What it can do with one take, where that hangs on the take. Absent = as `capabilities` says. Throws nothing. */
  abilitiesFor?(takeFile: string): Promise<Abilities>;
  /** Requests that it takes at once, 1 or more. The others wait here, where their order can still be changed. */
  readonly slots: number;
  /** Reachable, which version, what it can do, or why not. Throws nothing but the signal's reason. */
  status(signal: AbortSignal): Promise<GeneratorStatus>;
  /** A small picture, all the way, and what else is found. Absent = one is made as any other. Throws as `start` does. */
  test?(signal: AbortSignal): Promise<TestPicture>;
  /** What the artist is shown before the first request of its kind is sent. Absent where nothing is to be shown. */
  placing?(request: GenerationRequest): Promise<GraphPlacing>;
  /**
   * Names the work before it begins, and who is to do it, for which it may look around. Sends no work: the handle is
   * stored with the request first. Throws GENERATOR_UNAVAILABLE and GENERATOR_FAILED.
   */
  handleFor(request: GenerationRequest): Handle | Promise<Handle>;
  /** Makes the picture that a handle of `handleFor` names. Throws `GivenBack` as well. */
  start(request: GenerationRequest, handle: Handle, watch: Watch): Promise<GeneratedImage>;
  /**
   * Takes up work that was started before this program or the generator started anew. Null = nothing is left of it,
   * and it may be started again. Absent where the generator keeps nothing: then it is always started again.
   */
  resume?(request: GenerationRequest, handle: Handle, watch: Watch): Promise<GeneratedImage | null>;
  /** Ends what the handle names and nothing else, also when it is unknown by now. Absent where nothing outlives `start`. */
  cancel?(handle: Handle): Promise<void>;
}

export interface GeneratorRow<S extends z.ZodObject = z.ZodObject> {
  readonly id: string;
  readonly name: string;
  /** What it is, in one sentence. */
  readonly about: string;
  /**
   * Its section of the settings, a strict object whose fields all have a default, and a `title` and a `description`
   * for the form and the help (`.meta()`).
   */
  readonly settings: S;
  /**
   * What a new value of each setting does besides: it `runs` a program, or `sends` elsewhere. Then it needs a yes of
   * the person at the machine.
   */
  readonly consent: Readonly<Record<keyof z.output<S> & string, 'free' | 'runs' | 'sends'>>;
  /** Null = it makes nothing: approved requests stay in the review. */
  connect(settings: z.output<S>): Generator | null;
}

/** The work is not where it was given, and nobody is at it: it may get another handle and be started again. */
export class GivenBack extends Error {}

/** `why`: with what to do, in sentences. */
export const notReady = (why: string): GeneratorStatus => ({
  ready: false,
  note: why,
  version: '',
  capabilities: [],
});

/** Of one for which nothing was entered yet. `what`: what to enter, in a sentence. */
export const notSetUp = (what: string): GeneratorStatus => ({ ...notReady(what), isSetUp: false });

/** A row, its settings checked before they reach it. */
export function defineGenerator<S extends z.ZodObject>(row: GeneratorRow<S>): GeneratorRow {
  return { ...row, connect: (settings) => row.connect(row.settings.parse(settings) as z.output<S>) };
}

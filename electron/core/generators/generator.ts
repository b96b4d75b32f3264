import type { GeneratorInfo } from '@shared/contract/index.js';
import type { GeneratorId } from '@shared/records/index.js';

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
  /** The take it replaces, for generators that start from a picture. */
  readonly fromFile: string;
  /** 0–1; null = from the words alone. */
  readonly strength: number | null;
  /** What the program read from the take's own picture (model, steps, cfg …). */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

export interface GeneratedImage {
  /** An encoded picture, checked by the caller before it counts. */
  readonly bytes: Buffer;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

export interface Generator {
  readonly id: GeneratorId;
  info(): GeneratorInfo;
  /** Throws ContinuistError GENERATOR_FAILED or NO_GENERATOR; rejects with the signal's reason when aborted. */
  generate(request: GenerationRequest, signal: AbortSignal): Promise<GeneratedImage>;
}

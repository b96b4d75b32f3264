import type { GeneratorCapability } from '@shared/contract/index.js';
import type { Dialect } from '@shared/prompt-syntax.js';
import type { Claim, Fact } from '@shared/records/index.js';
import type { PromptReading } from './prompt-reading.js';

/** What the edits of a shot's prompt are made from. */
export interface EditContext {
  readonly reading: PromptReading;
  readonly negativePrompt: string;
  /** Of the shot, by id. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** Facts that hold on this shot. */
  readonly facts: readonly Fact[];
  readonly styleBrief: string;
  readonly dialect: Dialect;
  /** What the generator understands. */
  readonly can: { readonly weights: boolean; readonly negative: boolean };
}

/** What a generator understands of a prompt in this dialect. */
export const canOf = (
  capabilities: readonly GeneratorCapability[],
  dialect: Dialect,
): EditContext['can'] => ({
  weights: capabilities.includes('weights') && dialect !== 'plain',
  negative: capabilities.includes('negative'),
});

import type { Shot, Take } from './records/index.js';

export type Prompts = Pick<Take, 'prompt' | 'negativePrompt'>;

interface Base {
  readonly shot: Pick<Shot, 'description' | 'prompt' | 'negativePrompt'>;
  readonly take: Pick<Take, 'round' | 'prompt' | 'negativePrompt'>;
}

/**
 * The words that a suggestion changes: those this take was made from; for an imported take what the shot says now;
 * where neither knows any, the description.
 */
export function basePrompts({ shot, take }: Base): Prompts {
  const regenerated = take.round > 0 && take.prompt !== '';
  return {
    prompt: (regenerated ? take.prompt : shot.prompt) || take.prompt || shot.description,
    negativePrompt: (regenerated ? take.negativePrompt : shot.negativePrompt || take.negativePrompt) ?? '',
  };
}

/** What is known of every shot at a glance: enough for the strip, signs, filters and sorting. */
import { z } from 'zod';
import { colour, scores, type TakeAnalysis, takeState } from './analysis.js';

/** One take at a glance. */
export const takeSummary = z.object({
  state: takeState,
  /** For `failed`: what happened, for the artist. */
  error: z.string().nullable(),
  /** To the hundredth, as they are shown, so that what nobody can see changes nothing. */
  scores,
  /** The judge could not decide on some claim. */
  unsure: z.boolean(),
  palette: z.array(colour),
});

export type TakeSummary = z.infer<typeof takeSummary>;

const rounded = (score: number | null): number | null => score && Math.round(score * 100) / 100;

export function summaryOf({ state, error, scores, verdicts, palette }: TakeAnalysis): TakeSummary {
  return {
    state,
    error,
    scores: {
      description: rounded(scores.description),
      style: rounded(scores.style),
      characters: rounded(scores.characters),
      quality: rounded(scores.quality),
    },
    unsure: verdicts.some(({ outcome }) => outcome === 'unsure'),
    palette,
  };
}

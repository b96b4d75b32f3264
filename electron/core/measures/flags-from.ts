import type { Sensitivity } from '@shared/sensitivity.js';

/**
 * Share of the limits of the picture's faults that flags. Chosen on boards of nine real stories: at *keen* the mean of
 * what they reported for nothing, all findings together, was a standard error below the 10 % it is named for, since the
 * next story is another one; lower, faults of the picture are said of good frames and hide style.
 */
export const FLAGS_FROM: Readonly<Record<Sensitivity, number>> = { shy: 1.6, balanced: 1, keen: 0.75 };

/**
 * The same of style. *Keen* was chosen on 90 boards of ten other real stories, each with strong faults and with faint
 * ones: it reports 5 to 6 % of their good frames, and both together 8 %, 10 % with the error of the mean between stories.
 */
export const STYLE_FLAGS_FROM: Readonly<Record<Sensitivity, number>> = { ...FLAGS_FROM, keen: 0.58 };

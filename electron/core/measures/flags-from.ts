import type { Sensitivity } from '@shared/sensitivity.js';

/**
 * Share of the limits of the picture's faults that flags. *Keen* is what 80 boards of ten real stories left it at, each
 * with strong faults and with faint ones: higher, faint noise is lost, lower, nothing more is found. What proved no lower
 * limit than *balanced* is told no keener: `keenest` in the table of rules.
 */
export const FLAGS_FROM: Readonly<Record<Sensitivity, number>> = { shy: 1.6, balanced: 1, keen: 0.75 };

/**
 * The same of style. *Keen* was chosen on the same boards: it reports 5 to 6 % of their good frames, and both together 6 to
 * 7 %, which leaves room for the error of the mean between stories, since the next one is another.
 */
export const STYLE_FLAGS_FROM: Readonly<Record<Sensitivity, number>> = { ...FLAGS_FROM, keen: 0.58 };

import type { Sensitivity } from '@shared/sensitivity.js';

/** Share of the limits that flags. Fitted on boards of real stories at the false alarms that each is named for. */
export const FLAGS_FROM: Readonly<Record<Sensitivity, number>> = { shy: 1.6, balanced: 1, keen: 0.65 };

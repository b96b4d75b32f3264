import type { Edit } from '@shared/analysis.js';
import { type Answered, makeEdit } from './make-edit.js';

/** The reason given where the prompt is not at fault. */
export const BLAMELESS = 'Try another seed: the words are not at fault';

/** Where the words are not at fault, or can do no more. */
export const newSeed = (finding: Answered, reason: string): Edit[] => [
  makeEdit(finding, { kind: 'new-seed', reason, target: 'seed' }),
];

import type { Edit, Finding } from '@shared/analysis.js';
import { makeEdit } from './make-edit.js';

/** Where the words are not at fault, or can do no more. */
export const newSeed = (finding: Pick<Finding, 'key'>, reason: string): Edit[] => [
  makeEdit(finding, { kind: 'new-seed', reason, target: 'seed' }),
];

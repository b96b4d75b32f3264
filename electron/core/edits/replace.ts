import type { Edit, Finding } from '@shared/analysis.js';
import { makeEdit } from './make-edit.js';

/** Words that say otherwise than the board. */
export const replace = (finding: Finding, remove: string, insert: string): Edit =>
  makeEdit(finding, {
    kind: 'replace-word',
    reason: `The prompt says “${remove}”, the board “${insert}”`,
    remove,
    insert,
  });

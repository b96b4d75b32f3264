import { anApproval } from '@testing/approval.js';

/** Of the suggestion for shot `n` of `aBoard`, one edit of it taken. */
export const approval = (n: number) =>
  anApproval({
    shotId: `shot-${n}`,
    takeId: `take-${n}`,
    prompt: 'a girl under a RED umbrella',
    negativePrompt: 'blue umbrella',
    strength: 0.5,
    acceptedEdits: ['front:umbrella'],
  });

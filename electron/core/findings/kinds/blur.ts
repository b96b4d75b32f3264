import { BLAMELESS, makeEdit, newSeed } from '@core/edits/index.js';
import { says } from '@shared/prompt-edit.js';
import { pictureFault } from '../picture-fault.js';

export const blur = pictureFault(
  'blur',
  [
    {
      measure: 'blur',
      message: 'The whole picture is blurred, even where it is sharpest.',
      label: 'edge width in px',
      digits: 1,
      gravely: 8,
    },
  ],
  (finding, context) => {
    const seed = newSeed(finding, BLAMELESS);
    if (!context.can.negative || says(context.negativePrompt, 'blurry')) return seed;
    return [
      ...seed,
      makeEdit(finding, {
        kind: 'add-negative',
        reason: 'Add “blurry” to the negative prompt',
        target: 'negative',
        insert: 'blurry',
        at: 'end',
      }),
    ];
  },
);

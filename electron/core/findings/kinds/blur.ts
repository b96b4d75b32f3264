import { makeEdit, newSeed } from '@core/edits/index.js';
import { says } from '@shared/prompt-edit.js';
import { pictureFault } from '../picture-fault.js';

export const blur = pictureFault(
  'blur',
  [
    {
      measure: 'blur',
      message: 'The whole frame is blurred, also where it is sharpest.',
      label: 'edge width in px',
      digits: 1,
      gravely: 8,
    },
  ],
  (finding, context) => {
    const seed = newSeed(finding, 'Nothing in the words is at fault');
    if (!context.can.negative || says(context.negativePrompt, 'blurry')) return seed;
    return [
      ...seed,
      makeEdit(finding, {
        kind: 'add-negative',
        reason: 'The frame is blurred',
        target: 'negative',
        insert: 'blurry',
        at: 'end',
      }),
    ];
  },
);

/** The product's own format: everything judged and decided. Recognised so that it is never opened as a storyboard. */
import { isFields } from '@core/fields/index.js';
import type { Format } from '../format.js';
import { feedbackInSteps } from './in-steps.js';

export const feedback: Format = {
  id: 'feedback',
  name: 'a feedback file of Continuist',
  extensions: ['.json'],
  async recognises(input) {
    if (input.extension !== '.json') return 0;
    const root = await input.outline();
    return isFields(root) && root.format === 'continuist-feedback' ? 1 : 0;
  },
  write: {
    id: 'feedback',
    title: 'Export feedback (JSON)',
    help: 'feedback JSON',
    keys: ['Mod+E'],
    suffix: '-feedback.json',
    makes: 'file',
    mediaType: 'application/json',
    bytes: async (context) => Buffer.from(`${JSON.stringify(await feedbackInSteps(context), null, 2)}\n`),
  },
};

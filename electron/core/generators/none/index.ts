/** Requests stay in the review and go out with the feedback. */
import { z } from 'zod';
import { defineGenerator } from '../generator.js';

export const none = defineGenerator({
  id: 'none',
  name: 'None',
  about: 'Approved prompts are kept and leave with the feedback.',
  settings: z.strictObject({}),
  consent: {},
  connect: () => null,
});

import { ContinuistError } from '@shared/errors.js';
import type { Generator } from './generator.js';

/** Requests stay in the review and go out with the feedback. */
export const none: Generator = {
  id: 'none',
  info: () => ({
    id: 'none',
    name: 'None',
    capabilities: [],
    ready: true,
    note: 'Approved prompts are kept and leave with the feedback.',
  }),
  generate: () => Promise.reject(new ContinuistError('NO_GENERATOR')),
};

import type { CommandOf } from '@shared/commands/index.js';

/** The first shot's suggestion as it was edited by nobody. */
export const anApproval = (
  fields: Partial<CommandOf<'approve-suggestion'>> = {},
): CommandOf<'approve-suggestion'> => ({
  type: 'approve-suggestion',
  shotId: 'shot-0',
  takeId: 'take-0',
  prompt: 'RED umbrella',
  negativePrompt: '',
  seed: 'keep',
  strength: null,
  acceptedEdits: [],
  edited: false,
  ...fields,
});

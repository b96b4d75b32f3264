import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const hintRoutes = ({ hints }: Implementer, seat: Seat) => ({
  hints: {
    of: hints.of.handler(async ({ input }) => ({ hints: await seat.application.hints(input.prompts) })),
    ofNote: hints.ofNote.handler(({ input }) => ({ edits: seat.application.editsForNote(input) })),
    ofSuggestions: hints.ofSuggestions.handler(async () => ({ hints: await seat.application.hints(null) })),
  },
});

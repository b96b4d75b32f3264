import { statementsOf } from '../canon/index.js';
import { learnedFrom, lookAtCanon } from '../canon-desk/index.js';
import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const canonRoutes = ({ canon }: Implementer, seat: Seat) => ({
  canon: {
    look: canon.look.handler(() => lookAtCanon(seat.application.board)),
    learn: canon.learn.handler(async ({ input }) => ({
      offers: await learnedFrom(seat.application.board, input.shotIds),
    })),
    read: canon.read.handler(({ input }) => ({ statements: statementsOf(input, input.words) })),
  },
});

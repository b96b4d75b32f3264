import { statementsOf } from '../canon/index.js';
import { learnedFrom, lookAtCanon, statedIn } from '../canon-desk/index.js';
import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const canonRoutes = ({ canon }: Implementer, seat: Seat) => ({
  canon: {
    look: canon.look.handler(() => lookAtCanon(seat.application.board)),
    learn: canon.learn.handler(async ({ input }) => ({
      offers: await learnedFrom(seat.application.board, input.shotIds),
    })),
    stated: canon.stated.handler(({ input }) =>
      statedIn(seat.application.board, input.shotId, input.description),
    ),
    read: canon.read.handler(({ input }) => ({ statements: statementsOf(input, input.words) })),
  },
});

import { changesTold } from '@shared/source-change/index.js';
import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const sourceRoutes = ({ source }: Implementer, seat: Seat) => ({
  source: {
    takeIn: source.takeIn.handler(() => {
      seat.deciding.takeInSource();
    }),
    match: source.match.handler(({ input }) =>
      seat.application.matching.questionOf(seat.application, input.match),
    ),
    rematch: source.rematch.handler(async ({ input }) => ({
      told: changesTold(await seat.deciding.rematch(input.match)),
    })),
  },
});

import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const analysisRoutes = ({ analysis }: Implementer, seat: Seat) => ({
  analysis: {
    start: analysis.start.handler(({ input }) => ({ jobId: seat.deciding.analyse(input).id })),
    wasBegun: analysis.wasBegun.handler(() => seat.application.board.wasJudged),
    evidence: analysis.evidence.handler(({ input, signal }) =>
      seat.application.takes.evidence(input.takeId, input.claimId, signal),
    ),
    boxes: analysis.boxes.handler(({ input, signal }) => seat.application.takes.boxes(input.takeId, signal)),
    whereIs: analysis.whereIs.handler(({ input, signal }) =>
      seat.application.takes.whereIs(input.takeId, input.sought, signal),
    ),
    findingPicture: analysis.findingPicture.handler(({ input }) =>
      seat.application.findingPicture(input.shotId, input.key),
    ),
  },
});

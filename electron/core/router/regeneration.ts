import { rankedCandidates, repairProof } from '@core/regeneration/index.js';
import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const regenerationRoutes = ({ regeneration }: Implementer, seat: Seat) => ({
  regeneration: {
    resume: regeneration.resume.handler(() => ({
      jobId: seat.deciding.regeneration.start({ failedToo: true })?.id ?? null,
    })),
    proof: regeneration.proof.handler(({ input }) => repairProof(seat.application.board, input.takeId)),
    auto: regeneration.auto.handler(({ input }) => ({
      jobId: seat.deciding.regeneration.automatic(input).id,
    })),
    ranking: regeneration.ranking.handler(async ({ input }) => ({
      takeIds: await rankedCandidates(seat.application.board, input.shotId),
    })),
  },
});

import { rankedCandidates, repairProof } from '@core/regeneration/index.js';
import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const regenerationRoutes = ({ regeneration }: Implementer, application: Application) => ({
  regeneration: {
    resume: regeneration.resume.handler(() => ({
      jobId: application.regenerate({ failedToo: true })?.id ?? null,
    })),
    proof: regeneration.proof.handler(({ input }) => repairProof(application.board, input.takeId)),
    auto: regeneration.auto.handler(({ input }) => ({ jobId: application.automatic(input).id })),
    ranking: regeneration.ranking.handler(async ({ input }) => ({
      takeIds: await rankedCandidates(application.board, input.shotId),
    })),
  },
});

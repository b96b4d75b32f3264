import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const analysisRoutes = ({ analysis }: Implementer, application: Application) => ({
  analysis: {
    start: analysis.start.handler(({ input }) => ({ jobId: application.analyse(input).id })),
    evidence: analysis.evidence.handler(({ input, signal }) =>
      application.evidence(input.takeId, input.claimId, signal),
    ),
  },
});

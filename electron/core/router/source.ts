import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const sourceRoutes = ({ source }: Implementer, application: Application) => ({
  source: {
    takeIn: source.takeIn.handler(() => {
      application.takeInSource();
    }),
  },
});

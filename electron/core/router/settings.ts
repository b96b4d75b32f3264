import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const settingsRoutes = ({ settings }: Implementer, application: Application) => ({
  settings: {
    set: settings.set.handler(({ input, signal }) => application.setSettings(input, signal)),
    takeBack: settings.takeBack.handler(() => {
      application.consent.takeBack();
      return {};
    }),
    read: settings.read.handler(() => application.readSettings()),
    startFresh: settings.startFresh.handler(() => application.startSettingsFresh()),
  },
});

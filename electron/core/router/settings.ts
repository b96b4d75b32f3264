import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const settingsRoutes = ({ settings }: Implementer, application: Application) => ({
  settings: {
    set: settings.set.handler(({ input }) => application.setSettings(input)),
    read: settings.read.handler(() => application.readSettings()),
    startFresh: settings.startFresh.handler(() => application.startSettingsFresh()),
  },
});

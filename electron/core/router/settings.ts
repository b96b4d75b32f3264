import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const settingsRoutes = ({ settings }: Implementer, seat: Seat) => ({
  settings: {
    set: settings.set.handler(async ({ input, signal }) => {
      const { application } = seat;
      const set = await application.setSettings(input, signal);
      await seat.storyboards.settingsSaved(application);
      return set;
    }),
    takeBack: settings.takeBack.handler(() => {
      seat.application.consent.takeBack();
      return {};
    }),
    read: settings.read.handler(() => seat.application.readSettings()),
    startFresh: settings.startFresh.handler(async () => {
      const { application } = seat;
      const kept = await application.startSettingsFresh();
      await seat.storyboards.settingsSaved(application);
      return kept;
    }),
  },
});

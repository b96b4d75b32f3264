import { basename, dirname } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export interface TabHost {
  /** The address that lets another tab in. */
  invite(): string;
}

export const windowRoutes = ({ window: os }: Implementer, seat: Seat, tabs: TabHost | null) => {
  const { recent } = seat.storyboards;
  return {
    window: {
      decideHere: os.decideHere.handler(() => seat.decideHere()),
      recent: os.recent.handler(async () =>
        (await recent.list()).map(({ path, title, openedAt, missing }) => ({
          token: seat.application.folderBrowser.tokenFor(path),
          title,
          folder: basename(dirname(path)),
          openedAt,
          missing,
        })),
      ),
      forget: os.forget.handler(({ input }) =>
        recent.remove(seat.application.folderBrowser.pathOf(input.token)),
      ),
      another: os.another.handler(() => {
        const { openWindow } = seat.application.options;
        if (!openWindow) throw new ContinuistError('NOT_FOUND');
        openWindow();
      }),
      invite: os.invite.handler(() => {
        if (!tabs) throw new ContinuistError('NOT_FOUND');
        seat.bringAnother();
        return tabs.invite();
      }),
      menu: os.menu.handler(({ input }) => seat.tellMenu(input)),
    },
  };
};

import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { takeInProfile } from '@core/formats/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const brandRoutes = ({ brand }: Implementer, seat: Seat) => ({
  brand: {
    report: brand.report.handler(() => seat.application.board.brandLearned()),
    import: brand.import.handler(async ({ input: { token } }) => {
      const { deciding } = seat;
      const path = deciding.folderBrowser.pathOf(token);
      const told = await takeInProfile(path, deciding);
      if (told) return { told };
      const file = basename(path);
      throw new ContinuistError('BAD_FILE', `${file} holds no brand style`, { file });
    }),
    addFolder: brand.addFolder.handler(async ({ input: { token, on }, signal }) => {
      const { deciding } = seat;
      const path = deciding.folderBrowser.pathOf(token);
      const { commands, told } = await deciding.styleExamplesIn(path, on, signal);
      if (commands.length > 0)
        seat.deciding.run({
          id: randomUUID(),
          at: Date.now(),
          command: { type: 'bulk', commands: [...commands] },
        });
      return { told: [...told] };
    }),
  },
});

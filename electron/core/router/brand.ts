import { randomUUID } from 'node:crypto';
import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const brandRoutes = ({ brand }: Implementer, seat: Seat) => ({
  brand: {
    report: brand.report.handler(() => seat.application.board.brandLearned()),
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

import {
  type FoundStoryboard,
  filesToChoose,
  type HearRead,
  takeInComments,
  takeInProfile,
} from '@core/formats/index.js';
import type { SentCommand } from '@shared/commands/index.js';
import { type MatchChoice, NO_CHOICE } from '@shared/matching/index.js';
import type { OpenOptions } from '../application.js';
import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

/** Milliseconds from one word of how far the reading is to the next. */
const TOLD = 100;

export const openRoutes = ({ open }: Implementer, seat: Seat) => {
  const shots = () => Object.keys(seat.application.board.review.records.shot).length;
  /** The window hears how far the reading is, and when it is over. */
  const telling = async <T>(work: (hear: HearRead) => Promise<T>): Promise<T> => {
    let last = performance.now();
    try {
      return await work((read, all) => {
        if (read < all && performance.now() - last < TOLD) return;
        last = performance.now();
        seat.tell({ type: 'reading', read, all });
      });
    } finally {
      seat.tell({ type: 'reading', read: 0, all: 0 });
    }
  };
  /** `match`: null where nothing was said of it yet. */
  const opened = async (path: string, match: MatchChoice | null, withoutPictures = false) => {
    const { application } = seat;
    const here = {
      get board() {
        return application.board;
      },
      run: (sent: SentCommand) => seat.deciding.run(sent),
    };
    const told = (await takeInComments(path, here)) ?? (await takeInProfile(path, here));
    if (told) return { shots: shots(), told };
    let doubtful: FoundStoryboard | null = null;
    const ask: OpenOptions['confirm'] = (_, found) => {
      doubtful = found;
      return false;
    };
    const isOpen = await telling((hear) =>
      seat.open(path, { hear, withoutPictures, ...(match === null ? { confirm: ask } : { match }) }),
    ).catch((thrown: unknown) => {
      if (filesToChoose(thrown)) return false;
      throw thrown;
    });
    return isOpen
      ? { shots: shots() }
      : { asks: await application.matching.questionAt(path, NO_CHOICE, doubtful) };
  };
  const pathOf = (token: string) => seat.application.folderBrowser.pathOf(token);
  return {
    open: {
      list: open.list.handler(({ input }) => seat.application.folderBrowser.list(input.token)),
      find: open.find.handler(async ({ input }) => {
        const token = await seat.application.folderBrowser.find(input);
        return token === null ? null : { token };
      }),
      dialog: open.dialog.handler(async ({ input }) => {
        const { options, folderBrowser } = seat.application;
        const path = (await options.openDialog?.(input.purpose)) ?? null;
        return path === null ? null : { token: folderBrowser.tokenFor(path) };
      }),
      board: open.board.handler(({ input: { token, match, withoutPictures } }) =>
        opened(pathOf(token), match, withoutPictures),
      ),
      match: open.match.handler(({ input }) =>
        seat.application.matching.questionAt(pathOf(input.token), input.match),
      ),
      notNow: open.notNow.handler(() => seat.application.waitFor(null)),
      sample: open.sample.handler(async () => {
        const sample = await seat.application.options.sample.ready();
        await telling((hear) => seat.open(sample, { hear }));
        return { shots: shots() };
      }),
    },
  };
};

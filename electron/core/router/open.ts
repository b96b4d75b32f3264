import { type FoundStoryboard, filesToChoose, takeInComments } from '@core/formats/index.js';
import { type MatchChoice, NO_CHOICE } from '@shared/matching/index.js';
import type { Application, OpenOptions } from '../application.js';
import type { Implementer } from './implementer.js';

export const openRoutes = ({ open }: Implementer, application: Application) => {
  const shots = () => Object.keys(application.board.review.records.shot).length;
  /** `match`: null where nothing was said of it yet. */
  const opened = async (path: string, match: MatchChoice | null) => {
    const told = await takeInComments(path, application);
    if (told) return { shots: shots(), told };
    let doubtful: FoundStoryboard | null = null;
    const ask: OpenOptions['confirm'] = (_, found) => {
      doubtful = found;
      return false;
    };
    const isOpen = await application
      .open(path, match === null ? { confirm: ask } : { match })
      .catch((thrown: unknown) => {
        if (filesToChoose(thrown)) return false;
        throw thrown;
      });
    return isOpen
      ? { shots: shots() }
      : { asks: await application.matching.questionAt(path, NO_CHOICE, doubtful) };
  };
  const pathOf = (token: string) => application.folderBrowser.pathOf(token);
  return {
    open: {
      list: open.list.handler(({ input }) => application.folderBrowser.list(input.token)),
      dialog: open.dialog.handler(async ({ input }) => {
        const path = (await application.options.openDialog?.(input.purpose)) ?? null;
        return path === null ? null : { token: application.folderBrowser.tokenFor(path) };
      }),
      board: open.board.handler(({ input }) => opened(pathOf(input.token), input.match)),
      match: open.match.handler(({ input }) =>
        application.matching.questionAt(pathOf(input.token), input.match),
      ),
      notNow: open.notNow.handler(() => application.waitFor(null)),
      sample: open.sample.handler(async () => {
        await application.open(application.options.sample);
        return { shots: shots() };
      }),
    },
  };
};

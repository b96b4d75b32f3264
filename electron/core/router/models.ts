import type { Seat } from '../storyboards/index.js';
import type { Implementer } from './implementer.js';

export const modelRoutes = ({ models: os }: Implementer, seat: Seat) => {
  const desk = () => seat.application.models;
  const pathOf = (token: string) => seat.application.folderBrowser.pathOf(token);
  return {
    models: {
      list: os.list.handler(() => desk().list()),
      download: os.download.handler(({ input }) => {
        const from = input.from === undefined ? null : pathOf(input.from);
        return { jobId: desk().download({ ...input, from }).id };
      }),
      add: os.add.handler(async ({ input, signal }) => ({
        id:
          'token' in input
            ? await desk().addFromFolder(pathOf(input.token))
            : await desk().addFromHub(input.repository, signal),
      })),
      verify: os.verify.handler(({ input, signal }) => desk().verify(input.id, signal)),
      remove: os.remove.handler(async ({ input }) => ({ freed: await desk().remove(input.id) })),
      test: os.test.handler(({ input, signal }) => desk().test(input, signal)),
      examinations: os.examinations.handler(() => seat.application.examinations.list()),
      examine: os.examine.handler(() => ({ jobId: seat.deciding.examinations.start().id })),
      startOver: os.startOver.handler(async ({ input }) => {
        await seat.deciding.examinations.startOver(input.skill, input.again);
        return {};
      }),
      machine: os.machine.handler(({ input }) => desk().machine(input)),
    },
  };
};

import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const modelRoutes = ({ models: os }: Implementer, { models, folderBrowser }: Application) => ({
  models: {
    list: os.list.handler(() => models.list()),
    download: os.download.handler(({ input }) => {
      const from = input.from === undefined ? null : folderBrowser.pathOf(input.from);
      return { jobId: models.download({ ...input, from }).id };
    }),
    add: os.add.handler(async ({ input, signal }) => ({
      id:
        'token' in input
          ? await models.addFromFolder(folderBrowser.pathOf(input.token))
          : await models.addFromHub(input.repository, signal),
    })),
    verify: os.verify.handler(({ input, signal }) => models.verify(input.id, signal)),
    remove: os.remove.handler(async ({ input }) => ({ freed: await models.remove(input.id) })),
    test: os.test.handler(({ input, signal }) => models.test(input, signal)),
    machine: os.machine.handler(({ input }) => models.machine(input)),
  },
});

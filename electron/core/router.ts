/** The contract, answered. Every error leaves as one of the list's codes with its hint; anything else is a defect. */
import { exportText } from '@core/export/index.js';
import { implement, ORPCError } from '@orpc/server';
import { contract, type Message } from '@shared/contract.js';
import { ContinuistError, toErrorData } from '@shared/errors.js';
import type { Application } from './application.js';

export function createRouter(application: Application) {
  const os = implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (thrown) {
      if (thrown instanceof ORPCError) throw thrown;
      if (!(thrown instanceof ContinuistError)) application.options.log(thrown);
      const data = toErrorData(thrown);
      throw new ORPCError(data.code, { defined: true, message: data.message, data, cause: thrown });
    }
  });

  return os.router({
    info: os.info.handler(() => application.info()),
    open: {
      list: os.open.list.handler(({ input }) => application.places.list(input.token)),
      dialog: os.open.dialog.handler(async ({ input }) => {
        const path = (await application.options.openDialog?.(input.purpose)) ?? null;
        return path === null ? null : { token: application.places.tokenFor(path) };
      }),
      board: os.open.board.handler(({ input }) => application.open(application.places.pathOf(input.token))),
      sample: os.open.sample.handler(() => application.open(application.options.sample)),
    },
    watch: os.watch.handler(async function* ({ signal }): AsyncGenerator<Message, void> {
      const changes = application.messages.listen(signal);
      yield { type: 'document', document: application.documentOrNull() };
      yield* changes;
    }),
    command: {
      run: os.command.run.handler(({ input }) => ({ seq: application.run(input.id, input.command) })),
      undo: os.command.undo.handler(() => ({ label: application.undo() })),
      redo: os.command.redo.handler(() => ({ label: application.redo() })),
    },
    analysis: {
      start: os.analysis.start.handler(({ input }) => ({ jobId: application.analyse(input).id })),
      evidence: os.analysis.evidence.handler(({ input, signal }) =>
        application.evidence(input.takeId, input.claimId, signal),
      ),
    },
    regeneration: {
      resume: os.regeneration.resume.handler(() => ({
        jobId: application.regenerate({ failedToo: true })?.id ?? null,
      })),
      auto: os.regeneration.auto.handler(({ input }) => ({ jobId: application.automatic(input).id })),
    },
    job: {
      cancel: os.job.cancel.handler(({ input }) => ({ cancelled: application.jobs.cancel(input.jobId) })),
    },
    models: {
      list: os.models.list.handler(() => application.models.list()),
      download: os.models.download.handler(({ input }) => {
        const from = input.from === undefined ? null : application.places.pathOf(input.from);
        return { jobId: application.models.download({ ...input, from }).id };
      }),
      add: os.models.add.handler(async ({ input, signal }) => ({
        id:
          'token' in input
            ? await application.models.addFromFolder(application.places.pathOf(input.token))
            : await application.models.addFromHub(input.repository, signal),
      })),
      verify: os.models.verify.handler(({ input, signal }) => application.models.verify(input.id, signal)),
      remove: os.models.remove.handler(async ({ input }) => ({
        freed: await application.models.remove(input.id),
      })),
      test: os.models.test.handler(({ input, signal }) => application.models.test(input, signal)),
      machine: os.models.machine.handler(({ input }) => application.models.machine(input)),
    },
    settings: { set: os.settings.set.handler(({ input }) => application.setSettings(input)) },
    exports: {
      text: os.exports.text.handler(({ input }) =>
        exportText(application.board, input.kind, application.exportContext),
      ),
    },
  });
}

export type AppRouter = ReturnType<typeof createRouter>;

import type { Message } from '@shared/contract/index.js';
import type { Application } from '../application.js';
import type { Implementer } from './implementer.js';

export const reviewRoutes = ({ watch, command }: Implementer, application: Application) => ({
  watch: watch.handler(async function* ({ signal }): AsyncGenerator<Message, void> {
    const changes = application.messages.listen(signal);
    yield { type: 'document', document: application.documentOrNull() };
    yield* changes;
  }),
  command: {
    run: command.run.handler(({ input }) => ({ seq: application.run(input) })),
    undo: command.undo.handler(() => ({ label: application.undo() })),
    redo: command.redo.handler(() => ({ label: application.redo() })),
  },
});

import { implement, ORPCError } from '@orpc/server';
import { contract } from '@shared/contract/index.js';
import { ContinuistError, toErrorData } from '@shared/errors.js';

/** Every error leaves as one of the list's codes with its hint; anything else is a defect and goes to `log`. */
export const implementer = (log: (thrown: unknown) => void) =>
  implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (thrown) {
      if (thrown instanceof ORPCError) throw thrown;
      if (!(thrown instanceof ContinuistError)) log(thrown);
      const data = toErrorData(thrown);
      throw new ORPCError(data.code, { defined: true, message: data.message, data, cause: thrown });
    }
  });

export type Implementer = ReturnType<typeof implementer>;

/** How what is called goes over a port or a socket: options of the handlers of both. */
import type { StandardRPCHandlerOptions } from '@orpc/server/standard';

/** No plain object, so that oRPC passes it on to JSON as it is. */
class AsItIs {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  toJSON(): unknown {
    return this.#value;
  }
}

const isDocument = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'document' && 'seq' in data;

/**
 * Everything that is sent is searched for what JSON has no word for, and copied. A document has nothing of that, and of
 * 10,000 shots it would keep the artist waiting for half a second.
 */
export const WIRE: Pick<StandardRPCHandlerOptions<Record<never, never>>, 'customJsonSerializers'> = {
  customJsonSerializers: [
    {
      type: 20,
      condition: isDocument,
      serialize: (document) => new AsItIs(document),
      deserialize: (document) => document,
    },
  ],
};

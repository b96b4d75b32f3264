import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { type ContractRouterClient, eventIterator, oc, type } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { expect, it, onTestFinished } from 'vitest';
import { WIRE } from './wire.js';

it('sends a document as JSON has it, without a search for what JSON has no word for, and all else as ever', async () => {
  const at = new Date(0);
  const document = { type: 'document', seq: 1, document: { shots: [{ at }] } };
  const contract = { watch: oc.output(eventIterator(type<unknown>())) };
  const router = implement(contract).router({
    watch: implement(contract).watch.handler(async function* () {
      yield document;
      yield { type: 'change', at };
    }),
  });
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  new RPCHandler(router, WIRE).upgrade(port1 as never);
  const api: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port2 as never }));
  const told: unknown[] = [];
  for await (const message of await api.watch()) told.push(message);
  expect(told).toEqual([JSON.parse(JSON.stringify(document)), { type: 'change', at }]);
});

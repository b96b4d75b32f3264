/** Calls to an inference process, and how they end. */
import { createORPCClient, safe } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { ContinuistError, type ErrorData } from '@shared/errors.js';
import type { inferenceContract } from './contract.js';
import type { ChildHandle } from './port.js';

export type Calls = ContractRouterClient<typeof inferenceContract>;

export const callsTo = ({ port }: ChildHandle): Calls => createORPCClient(new RPCLink({ port }));

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

export type Settled<T> = { value: T; error: null } | { value: null; error: Error };

/** The call's value, or the error with its own code where the other side named one. */
export async function settled<T>(call: Promise<T>): Promise<Settled<T>> {
  const { error, data } = await safe(call);
  if (!error) return { value: data as T, error: null };
  const named = (error as { data?: Partial<ErrorData> }).data;
  if (named?.code && named.message) {
    const known = new ContinuistError(named.code, '', named.data ?? {}, error);
    known.message = named.message;
    return { value: null, error: known };
  }
  return { value: null, error: error instanceof Error ? error : new Error(String(error)) };
}

/** What `work` gives, or CANCELLED as soon as `signal` aborts; `work` itself goes on. */
export async function orCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  let tell: () => void = () => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    tell = () => reject(new ContinuistError('CANCELLED'));
    if (signal.aborted) tell();
    signal.addEventListener('abort', tell);
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    signal.removeEventListener('abort', tell);
  }
}

import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '@shared/contract/index.js';

export type Api = ContractRouterClient<Contract>;

/** One live connection; `closed` settles when it ends, whoever ended it. */
export interface Connection {
  readonly api: Api;
  readonly closed: Promise<void>;
  close(): void;
}

const overHttp = () => /^https?:$/.test(window.location.protocol);

/** The window is served by the web host; otherwise the preload hands over a port. */
export const isWebHost = overHttp;

const ports: MessagePort[] = [];
const portWaiters: ((port: MessagePort) => void)[] = [];

/** Listens for the preload's port. Must run before the page has finished loading, so that none is missed. */
export function listenForPort(): void {
  window.addEventListener('message', (event) => {
    const port = event.ports[0];
    if (event.source !== window || event.data !== 'continuist-port' || !port) return;
    const waiter = portWaiters.shift();
    if (waiter) waiter(port);
    else ports.push(port);
  });
}

function nextPort(): Promise<MessagePort> {
  const port = ports.shift();
  return port ? Promise.resolve(port) : new Promise((resolve) => portWaiters.push(resolve));
}

async function connectPort(): Promise<Connection> {
  const port = await nextPort();
  const closed = new Promise<void>((resolve) => port.addEventListener('close', () => resolve()));
  port.start();
  return { api: createORPCClient(new PortLink({ port })), closed, close: () => port.close() };
}

function connectSocket(): Promise<Connection> {
  const { protocol, host, search } = window.location;
  const token = new URLSearchParams(search).get('token');
  const query = token ? `?token=${encodeURIComponent(token)}` : '';
  const socket = new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws${query}`);
  return new Promise((resolve, reject) => {
    const closed = new Promise<void>((end) => socket.addEventListener('close', () => end()));
    socket.addEventListener('close', () => reject(new Error('The connection was refused.')));
    socket.addEventListener('open', () =>
      resolve({
        api: createORPCClient(new SocketLink({ websocket: socket })),
        closed,
        close: () => socket.close(),
      }),
    );
  });
}

/** One attempt. Rejects when the web host does not answer; over a port it waits for the preload. */
export const connect = (): Promise<Connection> => (overHttp() ? connectSocket() : connectPort());

import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '@shared/contract/index.js';
import { NOT_LET_IN } from '@shared/web-session.js';
import { isWebHost } from './is-web-host.js';
import { letIn, notLetIn, whoThisIs } from './tab.js';

export type Api = ContractRouterClient<Contract>;

/** One live connection; `closed` settles when it ends, whoever ended it. */
export interface Connection {
  readonly api: Api;
  readonly closed: Promise<void>;
  close(): void;
}

/** Nothing comes of trying again: this tab needs an address of its own. */
export class NotLetIn extends Error {}

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

/** To be asked after its link is made, which ends what is under way before anybody else hears of the end. */
const endOf = (line: EventTarget): Promise<void> =>
  new Promise((resolve) => line.addEventListener('close', () => resolve()));

async function connectPort(): Promise<Connection> {
  const port = await nextPort();
  const link = new PortLink({ port });
  const closed = endOf(port);
  port.start();
  return { api: createORPCClient(link), closed, close: () => port.close() };
}

/** Rejects with NotLetIn when this tab has nothing more to say by which the host could know it. */
function connectSocket(): Promise<Connection> {
  const said = whoThisIs();
  if (!said) return Promise.reject(new NotLetIn());
  const socket = new WebSocket(`ws://${window.location.host}/ws`);
  return new Promise((resolve, reject) => {
    socket.addEventListener('close', ({ code }) => {
      if (code === NOT_LET_IN) notLetIn(said);
      const isOver = code === NOT_LET_IN && whoThisIs() === null;
      reject(isOver ? new NotLetIn() : new Error('The connection ended.'));
    });
    socket.addEventListener('open', () => socket.send(JSON.stringify(said)), { once: true });
    socket.addEventListener(
      'message',
      ({ data }) => {
        letIn(said, String(data));
        const link = new SocketLink({ websocket: socket });
        resolve({ api: createORPCClient(link), closed: endOf(socket), close: () => socket.close() });
      },
      { once: true },
    );
  });
}

/** One attempt. Rejects when the web host does not answer; over a port it waits for the preload. */
export const connect = (): Promise<Connection> => (isWebHost() ? connectSocket() : connectPort());

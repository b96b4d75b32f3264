/** The application over a loopback web server: the page, its pictures, and one WebSocket that carries the contract. */
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Application } from '@core/application.js';
import { pictureAddress } from '@core/assets/index.js';
import { createRouter } from '@core/router/index.js';
import fastifyStatic from '@fastify/static';
import fastifyWebsocket from '@fastify/websocket';
import { RPCHandler } from '@orpc/server/ws';
import { ContinuistError, toErrorData } from '@shared/errors.js';
import fastify, { type FastifyReply } from 'fastify';
import { Gate } from './gate.js';
import { securityHeaders } from './headers.js';
import { sendExport } from './send-export.js';

export interface ServerOptions {
  readonly application: Application;
  /** The built interface. */
  readonly rendererFolder: string;
  /** 0 = any that is free. */
  readonly port?: number;
}

export interface RunningServer {
  /** Works once; then the browser that opened it keeps its own pass. */
  readonly address: string;
  /** Another such address; the last one ends if nobody used it. */
  invite(): string;
  /** Ends every connection. The application stays open. */
  close(): Promise<void>;
}

/** The largest message a window has reason to send: a description or a prompt, many times over. Bytes. */
const LARGEST_MESSAGE = 4 * 1024 * 1024;

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { application, rendererFolder, port = 0 } = options;
  if (!existsSync(join(rendererFolder, 'index.html')))
    throw new Error(`the interface is not built: no index.html in ${rendererFolder}`);
  const gate = new Gate();
  const app = fastify({ forceCloseConnections: true });
  app.setErrorHandler((thrown, _request, reply) => {
    application.options.log(thrown);
    return reply.code(500).header('cache-control', 'no-store').send(toErrorData(thrown));
  });

  // Before the gate: it marks upgrades, and ends the connections of those that the gate refuses.
  await app.register(fastifyWebsocket, { options: { maxPayload: LARGEST_MESSAGE } });
  app.addHook('onRequest', async (request, reply) => {
    const admission = gate.admit({ method: request.method, url: request.url, headers: request.headers });
    reply.headers(securityHeaders(admission.admitted ? request.host : '127.0.0.1'));
    if (!admission.admitted)
      return reply
        .code(admission.status)
        .header('cache-control', 'no-store')
        .type('text/plain')
        .send(admission.reason);
    if (admission.cookie) reply.header('set-cookie', admission.cookie);
  });

  const calls = new RPCHandler(createRouter(application));
  app.get('/ws', { websocket: true }, (socket) => {
    socket.on('error', application.options.log);
    void calls.upgrade(socket);
  });

  app.get<{ Params: { sha256: string }; Querystring: { w?: string } }>('/asset/:sha256', (request, reply) =>
    sendAsset(application, request.params.sha256, request.query.w ?? null, reply),
  );

  await app.register(fastifyStatic, {
    root: rendererFolder,
    wildcard: false,
    setHeaders: (reply, path) => {
      // Built files carry a hash of their content in their name; the page that names them does not.
      reply.header(
        'cache-control',
        path.endsWith('.html') ? 'no-cache' : 'private, max-age=31536000, immutable',
      );
    },
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('text/plain').send('There is nothing here.'),
  );

  const root = await app.listen({ host: '127.0.0.1', port });
  const invite = () => `${root}/${gate.invite()}`;
  return { address: invite(), invite, close: () => app.close() };
}

/** A picture by its hash, or an export by its token. */
async function sendAsset(
  application: Application,
  id: string,
  width: string | null,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    const made = application.exports.taken(id);
    if (made) return sendExport(made, reply);
    const address = pictureAddress(id, width);
    if (!address) throw new ContinuistError('NOT_FOUND');
    const variant = await application.board.assets.variant(address.sha256, address.width);
    // The address is the hash of what it names, so what it answers can never change.
    reply.header('cache-control', 'private, max-age=31536000, immutable').type(variant.mediaType);
    if (variant.bytes) return await reply.send(variant.bytes);
    const file = variant.file ?? '';
    const { size } = await stat(file);
    return await reply.header('content-length', size).send(createReadStream(file));
  } catch (thrown) {
    if (!(thrown instanceof ContinuistError)) application.options.log(thrown);
    return reply
      .code(404)
      .header('cache-control', 'no-store')
      .type('application/json')
      .send(toErrorData(thrown));
  }
}

/**
 * The application over a loopback web server: the page, which anybody may read, its pictures by signed addresses, and
 * WebSockets that carry the contract for the tabs that were let in.
 */
import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureAddress } from '@core/assets/index.js';
import { pageOnce } from '@core/host/index.js';
import { createRouter, WIRE } from '@core/router/index.js';
import type { Storyboards } from '@core/storyboards/index.js';
import fastifyStatic from '@fastify/static';
import fastifyWebsocket from '@fastify/websocket';
import { RPCHandler } from '@orpc/server/ws';
import { ContinuistError, toErrorData } from '@shared/errors.js';
import fastify, { type FastifyError, type FastifyReply } from 'fastify';
import { Doorway } from './doorway.js';
import { Gate, type Refusal } from './gate.js';
import { contentPolicy, securityHeaders } from './headers.js';
import { sendExport } from './send-export.js';

export interface ServerOptions {
  readonly storyboards: Storyboards;
  /** The built interface. */
  readonly rendererFolder: string;
  /** 0 = any that is free. */
  readonly port?: number;
}

export interface RunningServer {
  /** Works once; then the tab that opened it keeps a key of its own. */
  readonly address: string;
  /** Another such address; the last one ends if nobody used it. */
  invite(): string;
  /** Ends every connection. The application stays open. */
  close(): Promise<void>;
}

/** The largest message a window has reason to send: a description or a prompt, many times over. Bytes. */
const LARGEST_MESSAGE = 4 * 1024 * 1024;

const MALFORMED: Refusal = { status: 400, reason: 'This is not an address here.' };

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { storyboards, rendererFolder, port = 0 } = options;
  if (!existsSync(join(rendererFolder, 'index.html')))
    throw new Error(`the interface is not built: no index.html in ${rendererFolder}`);
  const { log } = storyboards.first.options;
  const gate = new Gate();
  const app = fastify({ forceCloseConnections: true });
  app.setErrorHandler((thrown: FastifyError, _request, reply) => {
    reply.header('cache-control', 'no-store');
    const status = thrown.statusCode ?? 500;
    if (status < 500) return reply.code(status).type('text/plain').send(MALFORMED.reason);
    log(thrown);
    return reply.code(500).send(toErrorData(thrown));
  });

  // Before the gate: it marks upgrades, and ends the connections of those that the gate refuses.
  await app.register(fastifyWebsocket, { options: { maxPayload: LARGEST_MESSAGE } });
  app.addHook('onRequest', async ({ headers, host, url, ws }, reply) => {
    const refusal =
      gate.refusal(headers, { mustSayOrigin: ws }) ??
      (URL.canParse(url, 'http://loopback') ? null : MALFORMED);
    reply.headers(securityHeaders(refusal ? '127.0.0.1' : host));
    if (refusal)
      return reply
        .code(refusal.status)
        .header('cache-control', 'no-store')
        .type('text/plain')
        .send(refusal.reason);
  });

  let root = '';
  const invite = () => `${root}/${gate.invite()}`;
  const doorway = new Doorway(gate, (socket, tab) => {
    socket.on('error', log);
    const seat = storyboards.sit(tab);
    socket.once('close', () => storyboards.leave(seat));
    void new RPCHandler(createRouter(seat, { invite }), WIRE).upgrade(socket);
  });
  app.get('/ws', { websocket: true }, (socket, { raw }) => {
    // Of one who is not let in, nothing is worth a line of the log.
    socket.on('error', () => undefined);
    doorway.receive(socket, raw.socket);
  });

  app.get<AssetRequest>('/asset/:id', ({ params: { id }, query }, reply) =>
    sendAsset({ storyboards, gate, id, ...query }, reply),
  );

  const built = await readFile(join(rendererFolder, 'index.html'), 'utf8');
  app.get('/', ({ host }, reply) => {
    const { html, styles } = pageOnce(built);
    return reply
      .headers({ 'content-security-policy': contentPolicy(host, styles), 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(html);
  });
  await app.register(fastifyStatic, {
    root: rendererFolder,
    wildcard: false,
    index: false,
    globIgnore: ['index.html'],
    // Built files carry a hash of their content in their name.
    setHeaders: (reply) => {
      reply.header('cache-control', 'private, max-age=31536000, immutable');
    },
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('text/plain').send('There is nothing here.'),
  );

  root = await app.listen({ host: '127.0.0.1', port });
  return { address: invite(), invite, close: () => app.close() };
}

interface AssetRequest {
  readonly Params: { readonly id: string };
  readonly Querystring: { readonly w?: string; readonly signature?: string };
}

interface AskedAsset {
  readonly storyboards: Storyboards;
  readonly gate: Gate;
  readonly id: string;
  readonly w?: string;
  readonly signature?: string;
}

/** A picture by its hash and a signature, or an export by its token, once. */
async function sendAsset(
  { storyboards, gate, id, w, signature = '' }: AskedAsset,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    const made = storyboards.exported(id);
    if (made) return sendExport(made, reply);
    const address = pictureAddress(id, w ?? null);
    if (!address || !gate.signed(address.sha256, address.width, signature))
      throw new ContinuistError('NOT_FOUND');
    const variant = await storyboards.picture(address);
    // The address is the hash of what it names, so what it answers can never change.
    reply.header('cache-control', 'private, max-age=31536000, immutable').type(variant.mediaType);
    if (variant.bytes) return await reply.send(variant.bytes);
    const file = variant.file ?? '';
    const { size } = await stat(file);
    return await reply.header('content-length', size).send(createReadStream(file));
  } catch (thrown) {
    if (!(thrown instanceof ContinuistError)) storyboards.first.options.log(thrown);
    return reply
      .code(404)
      .header('cache-control', 'no-store')
      .type('application/json')
      .send(toErrorData(thrown));
  }
}

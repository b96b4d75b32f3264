/**
 * What the server tells over its socket while a picture is made: how far it is, and how it looks. It is for the eye
 * alone; whether the picture is done is asked for. A socket that falls silent costs nothing but that.
 */
import { parseLoosely } from '@core/metadata/index.js';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { GenerationProgress } from '../generator.js';
import type { Work } from './handle.js';
import type { Nodes } from './links.js';

const LARGEST_MESSAGE = 32 * 1024 * 1024;
/** Milliseconds after which a socket that was closed is opened again. */
const AGAIN = 1_000;
/** Milliseconds in which it is ready to tell; work goes on without it then. */
const READY = 1_000;
/** A node that goes on in steps takes as long as this many others. */
const WEIGHT_OF_STEPS = 20;

const ENDS = ['execution_success', 'execution_error', 'execution_interrupted'];

const message = z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) });
const states = z.record(z.string(), z.object({ value: z.number(), max: z.number(), state: z.string() }));
const names = z.array(z.string());
const step = z.object({ value: z.number(), max: z.number() });

export interface Progress {
  /** The server knows how it is to tell, or will not know in time. */
  readonly ready: Promise<void>;
  /** No more is told. */
  end(): void;
}

export interface News {
  progress(now: GenerationProgress): void;
  /** Something came to an end, so that it is worth asking. */
  end(): void;
  /** The server let go of the socket: it may have ended. */
  cut(): void;
}

export function follow(address: string, { promptId }: Work, nodes: Nodes, news: News): Progress {
  let isOver = false;
  let again: NodeJS.Timeout | undefined;
  let socket: WebSocket | null = null;
  const share = shareOf(nodes);
  let doing = '';
  let progress = 0;
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((done) => {
    isReady = done;
  });
  const late = setTimeout(() => isReady(), READY);

  const heard = (text: string): void => {
    const { type, data } = message.safeParse(parseLoosely(text)).data ?? {};
    if (type === 'feature_flags') isReady();
    // Work without an owner tells everybody about itself.
    if (data?.prompt_id !== promptId) return;
    if (type === 'progress') {
      const now = step.safeParse(data).data;
      if (now) doing = `Step ${now.value} of ${now.max}`;
    } else if (type === 'progress_state') {
      const now = states.safeParse(data.nodes).data;
      if (now) progress = share(now);
    } else if (type === 'execution_cached') share.cached(data.nodes);
    else if (ENDS.includes(type ?? '')) news.end();
    news.progress({ state: 'running', progress, doing });
  };

  const open = (): void => {
    if (isOver) return;
    socket = new WebSocket(address, { maxPayload: LARGEST_MESSAGE, followRedirects: false });
    socket.on('open', () =>
      socket?.send(JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } })),
    );
    socket.on('message', (data, isBinary) => {
      if (isOver) return;
      if (!isBinary) return heard(String(data));
      const preview = previewIn(data as Buffer, promptId);
      if (preview) news.progress({ state: 'running', progress, doing, preview });
    });
    socket.on('error', () => undefined);
    // Only after the old one is closed: the server drops both where they meet under one name.
    socket.on('close', () => {
      if (isOver) return;
      isReady();
      news.cut();
      again = setTimeout(open, AGAIN);
    });
  };
  open();
  return {
    ready,
    end() {
      isOver = true;
      clearTimeout(late);
      clearTimeout(again);
      socket?.terminate();
    },
  };
}

export const socketPath = ({ clientId }: Work): string => `/ws?clientId=${clientId}`;

/** How much of the graph is behind, 0–1. */
function shareOf(nodes: Nodes): {
  (now: z.infer<typeof states>): number;
  cached(ids: unknown): void;
} {
  const weights = new Map(
    Object.entries(nodes).map(([id, { inputs }]) => [id, inputs.steps === undefined ? 1 : WEIGHT_OF_STEPS]),
  );
  const weight = (id: string): number => weights.get(id) ?? 0;
  const all = [...weights.values()].reduce((sum, one) => sum + one, 0);
  const cached = new Set<string>();
  const share = (now: z.infer<typeof states>): number => {
    const others = Object.entries(now).filter(([id]) => !cached.has(id));
    const done = others.reduce(
      (sum, [id, { value, max, state }]) =>
        sum + weight(id) * (state === 'finished' ? 1 : max > 0 ? Math.min(1, value / max) : 0),
      [...cached].reduce((sum, id) => sum + weight(id), 0),
    );
    return all > 0 ? done / all : 0;
  };
  share.cached = (ids: unknown): void => {
    for (const id of names.safeParse(ids).data ?? []) cached.add(id);
  };
  return share;
}

/**
 * The picture of a frame that says whose it is: event 4, then the length of its JSON, both as 32 bits, big-endian. One
 * that does not say so (event 1) may be anybody's.
 */
function previewIn(frame: Buffer, promptId: string): Buffer | null {
  if (frame.length < 8 || frame.readUInt32BE(0) !== 4) return null;
  const end = 8 + frame.readUInt32BE(4);
  if (end >= frame.length) return null;
  const about = parseLoosely(frame.subarray(8, end).toString('utf8')) as { prompt_id?: unknown } | null;
  const picture = frame.subarray(end);
  const isPicture = /^(?:\xff\xd8|.PNG)/.test(picture.toString('latin1', 0, 4));
  return about?.prompt_id === promptId && isPicture ? picture : null;
}

/**
 * Plays a recording of the real server to the double: request by request, and holds the answers and what comes over
 * the sockets to what was recorded. Ids, times and random names differ, and must differ in the same way.
 */
import { extname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'undici';
import { WebSocket } from 'ws';
import { plainPng } from '../pictures.js';
import type { Graph } from './check-graph.js';
import { differing, withoutTemp } from './differing.js';
import { ComfyDouble } from './double.js';
import { type Form, formOf } from './form.js';
import { readPython, writePython } from './json.js';
import type { Version } from './node-class.js';
import { type Heard, lineOf, lines, statuses } from './socket-lines.js';

/** A recording, condensed: `{id1}` is an id, `{time}` a time. */
export interface Recording {
  readonly version: Version;
  /** Of the first prompt. */
  readonly number?: number;
  /** The checkpoints that it had. */
  readonly models?: readonly string[];
  /** What lay in the output folder. */
  readonly files: readonly string[];
  /** What the server had run before, and which of its nodes it had the results of. */
  readonly warm?: Graph;
  readonly cached?: readonly string[];
  readonly steps: readonly Step[];
  /** By socket. */
  readonly heard: Readonly<Record<string, Heard>>;
  /** The fields of each kind of message. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

interface Step extends Form {
  readonly open?: string;
  readonly path?: string;
  readonly refused?: number;
  readonly close?: string;
  readonly say?: string;
  readonly remove?: string;
  readonly server?: 'stop' | 'start';
  readonly queue?: 'hold' | 'release' | 'settle';
  /** `POST /prompt`. */
  readonly ask?: string;
  /** Lines that each socket has had by then. */
  readonly heard?: Readonly<Record<string, number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly raw?: string;
  readonly status?: number;
  readonly type?: string;
  readonly text?: string;
  readonly answer?: unknown;
  /** The answer may have more. */
  readonly partly?: boolean;
}

interface Listening {
  readonly socket: WebSocket;
  readonly raw: string[];
  readonly keys: Map<string, Set<string>>;
}

/** Milliseconds in which what was recorded comes to pass. */
const LATEST = 120_000;
/** Of the time that steps took. */
const PACE = 0.1;

const CONTENT: Readonly<Record<string, Buffer>> = {
  '.html': Buffer.from('<b>x</b>'),
  '.svg': Buffer.from('<svg/>'),
};

/** Resolves with what differs, a line each. */
export async function replay(recording: Recording): Promise<string[]> {
  const { version, files, models, number = 0, warm, cached = [] } = recording;
  const double = await new ComfyDouble({ version, pace: PACE, ...(models && { models }) }).start();
  try {
    const picture = await plainPng();
    for (const name of files) double.files.put('output', name, CONTENT[extname(name)] ?? picture);
    if (warm) await runBefore(double, warm, cached);
    double.number = number;
    return await new Replay(recording, double).run();
  } finally {
    await double.stop();
  }
}

/** So that these nodes are cached, and no others. */
async function runBefore(double: ComfyDouble, graph: Graph, cached: readonly string[]): Promise<void> {
  double.runner.put({ number: -1, id: 'before', graph, extra: {}, outputs: cached });
  while (!double.runner.history.has('before')) await pause(1);
  double.runner.history.clear();
}

class Replay {
  readonly #bound = new Map<string, string>();
  readonly #listening = new Map<string, Listening>();
  readonly #wrong: string[] = [];

  constructor(
    readonly recording: Recording,
    readonly double: ComfyDouble,
  ) {
    this.#bound.set('{port}', new URL(double.url).port);
  }

  async run(): Promise<string[]> {
    this.double.runner.isFrozen = true;
    for (const step of this.recording.steps) await this.#step(step);
    for (const [label, expected] of Object.entries(this.recording.heard))
      this.#compareSocket(label, expected);
    for (const { socket } of this.#listening.values()) socket.terminate();
    return this.#wrong;
  }

  async #step(step: Step): Promise<void> {
    if (step.heard) await this.#hears(step.heard, step.ask ?? step.open ?? step.close ?? '');
    if (step.open !== undefined) return this.#open(step.open, step);
    if (step.close !== undefined) {
      const { socket, raw } = this.#listening.get(step.close) as Listening;
      const expected = this.recording.heard[step.close]?.status;
      await this.#thawed(() => statuses(raw) === expected || expected === undefined);
      socket.close();
      await new Promise((done) => socket.once('close', done));
    } else if (step.say !== undefined) this.#listening.get(step.say)?.socket.send(step.text ?? '');
    else if (step.remove !== undefined) this.double.files.remove('output', step.remove);
    else if (step.server === 'stop') await this.double.stop();
    else if (step.server === 'start') {
      await this.double.start();
      this.double.runner.isFrozen = true;
    } else if (step.queue === 'settle') await this.#thawed(() => this.double.runner.waiting === 0);
    else if (step.queue) this.double.runner[step.queue]();
    else await this.#ask(step);
  }

  async #open(label: string, { path = '/ws', headers = {}, refused }: Step): Promise<void> {
    const socket = new WebSocket(`${this.double.url.replace('http', 'ws')}${this.#filled(path)}`, {
      headers,
    });
    const listening: Listening = { socket, raw: [], keys: new Map() };
    socket.on('message', (data, isBinary) => {
      const line = lineOf(data as Buffer, isBinary, listening.keys);
      listening.raw.push(line);
    });
    socket.on('error', () => undefined);
    const status = await new Promise((done) => {
      socket.once('open', () => done(undefined));
      socket.once('unexpected-response', (_, { statusCode }) => done(statusCode));
    });
    if (status !== refused) this.#wrong.push(`socket ${label}: ${status} for ${refused}`);
    if (refused === undefined) this.#listening.set(label, listening);
  }

  async #hears(heard: Readonly<Record<string, number>>, before: string): Promise<void> {
    for (const [label, count] of Object.entries(heard)) {
      const { raw = [] } = this.#listening.get(label) ?? {};
      const isThere = await this.#thawed(() => lines(raw).length >= count);
      if (!isThere)
        this.#wrong.push(`socket ${label}: ${lines(raw).length} lines of ${count} before ${before}`);
    }
  }

  /** Jobs go on only as far as the recording went: whatever it takes to be asked, they wait. */
  async #thawed(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
    try {
      for (const end = Date.now() + LATEST; ; await pause(2)) {
        if (await isSo()) return true;
        if (Date.now() > end) return false;
        this.double.runner.isFrozen = false;
      }
    } finally {
      this.double.runner.isFrozen = true;
    }
  }

  async #ask(step: Step): Promise<void> {
    let why = await this.#asked(step);
    // What was asked later came to pass meanwhile.
    if (why !== null && step.ask?.startsWith('GET'))
      await this.#thawed(async () => {
        why = await this.#asked(step);
        return why === null;
      });
    if (why !== null) this.#wrong.push(`${step.ask}: ${why}`);
  }

  async #asked(step: Step): Promise<string | null> {
    const [method = 'GET', ...path] = (step.ask ?? '').split(' ');
    const form = formOf(step);
    const headers = {
      ...Object.fromEntries(
        Object.entries(step.headers ?? {}).map(([key, value]) => [key, this.#filled(value)]),
      ),
      ...form?.headers,
    };
    const body =
      form?.body ?? step.raw ?? (step.body === undefined ? undefined : this.#filled(writePython(step.body)));
    const sent = await request(`${this.double.url}${encodeURI(decodeURI(this.#filled(path.join(' '))))}`, {
      method: method as 'GET',
      headers,
      ...(body !== undefined && { body }),
    }).catch(() => null);
    if (!sent) return step.status === 0 ? null : 'no answer';
    const bytes = Buffer.from(await sent.body.arrayBuffer());
    if (sent.statusCode !== step.status)
      return `${sent.statusCode} for ${step.status}: ${bytes.toString().slice(0, 500)}`;
    const type = sent.headers['content-type'];
    if (step.type !== undefined && step.type !== type) return `${type} for ${step.type}`;
    if (step.text !== undefined && bytes.toString() !== step.text)
      return `${bytes.toString()} for ${step.text}`;
    if (step.answer === undefined) return null;
    const trial = new Map(this.#bound);
    const why = differing(step.answer, readPython(bytes.toString()), step.partly ?? false, trial);
    if (why === null) for (const [token, value] of trial) this.#bound.set(token, value);
    return why;
  }

  /** With an id of our own for every one that is not known yet. */
  #filled(text: string): string {
    return text.replace(/\{(?:id\d+|port)\}/g, (token) => {
      const value = this.#bound.get(token) ?? crypto.randomUUID();
      this.#bound.set(token, value);
      return value;
    });
  }

  #compareSocket(label: string, expected: Heard): void {
    const listening = this.#listening.get(label);
    if (!listening) return void this.#wrong.push(`socket ${label} was never open`);
    const { raw, keys } = listening;
    const [got, want] = [lines(raw), expected.lines].map((all) => all.map(withoutTemp).join('\n'));
    if (got !== want) this.#wrong.push(`socket ${label}:\n${got}\n  for\n${want}`);
    if (statuses(raw) !== expected.status)
      this.#wrong.push(`socket ${label}: waiting ${statuses(raw)} for ${expected.status}`);
    for (const [type, all] of keys)
      for (const fields of all)
        if (!this.recording.keys[type]?.includes(fields))
          this.#wrong.push(`socket ${label}: ${type} has ${fields}`);
  }
}

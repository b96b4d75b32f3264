/** One server: how it is asked, what it turned out to be able to, and how it fares. No policy across servers. */
import type { ServerSetting } from '@shared/settings.js';
import { forTerminal } from '@shared/visible.js';
import { z } from 'zod';
import { baseOf, hostOf } from './address.js';
import { type Completion, completionOf, type Reading, readingOf } from './answer.js';
import { textOf } from './body.js';
import { failureOf, jsonOrNull, ServerFailure, sentenceIn, whatItIs } from './failure.js';
import { bodyFor } from './frame.js';

export interface EndpointOptions {
  /** Bearer token; '' = none. Never part of a message. */
  readonly key: string;
  /** Longest time for one answer, milliseconds. */
  readonly timeout: number;
}

/** The most the OpenAI protocol allows, and the most vLLM and Ollama give unless told otherwise. */
const MOST_LOGPROBS = 20;
/** Fewer would miss the spellings of yes and no. */
const LEAST_LOGPROBS = 5;
const LISTING_TIMEOUT = 10_000;
/** Servers that share one prefix cache between requests that run at the same time. */
const SHARES_PREFIX = new Set(['vllm', 'sglang']);

const isShown = (text: string): boolean => forTerminal(text) === text;
/** Models that a message names. */
const MOST_NAMED = 10;

const listing = z.object({
  // The name is shown, kept with every score and sent with every question.
  data: z.array(z.object({ id: z.string().max(300).refine(isShown), owned_by: z.string().nullish() })),
});

export class Endpoint {
  readonly setting: ServerSetting;
  readonly host: string;
  /** The name it is asked by; '' until it has been met and names its only model. */
  model: string;
  /** Claims of one frame may run side by side once the first is answered. */
  sharesPrefix = false;
  readonly #base: string;
  readonly #options: EndpointOptions;
  #topLogprobs = MOST_LOGPROBS;

  constructor(setting: ServerSetting, options: EndpointOptions) {
    this.setting = setting;
    this.host = hostOf(setting.url);
    this.model = setting.model;
    this.#base = baseOf(setting.url);
    this.#options = options;
  }

  /** Lists its models and settles which one is asked. Throws `unfit` when that one is not there. */
  async meet(signal?: AbortSignal): Promise<void> {
    let body: string;
    try {
      body = await this.#send('/models', null, LISTING_TIMEOUT, signal);
    } catch (thrown) {
      // A proxy may hand on nothing but chat completions, and `transformers serve` fails to list without a hub
      // cache: fine as long as the model is named.
      const unlisted = thrown instanceof ServerFailure && [404, 405, 500, 501].includes(thrown.status);
      if (unlisted && this.model !== '') return;
      throw thrown;
    }
    const models = listing.safeParse(jsonOrNull(body)).data?.data;
    if (!models)
      throw new ServerFailure(
        'unfit',
        `${this.#base}/models: ${whatItIs(this.#quotable(body), 'a list of models')}`,
      );
    this.sharesPrefix = models.some(({ owned_by }) => SHARES_PREFIX.has(owned_by ?? ''));
    const names = models.map(({ id }) => id);
    const listed = this.#quotable(namedIn(names));
    if (this.model === '') {
      const [only] = names;
      if (only === undefined || names.length > 1) {
        throw new ServerFailure('unfit', `name one of its models in the setting; it has ${listed}`);
      }
      this.model = only;
      // `transformers serve` lists what lies in its hub cache and loads whatever else it is asked for.
    } else if (
      names.length > 0 &&
      !names.some((name) => name === this.model || name === `${this.model}:latest`)
    ) {
      throw new ServerFailure('unfit', `it has no model “${this.model}”; it has ${listed}`);
    }
  }

  /** Asks one question of one picture. Throws `ServerFailure`, or the signal's reason when that aborts. */
  async ask(picture: string, question: string, signal?: AbortSignal): Promise<Reading> {
    const asked = this.#topLogprobs;
    const { timeout } = this.#options;
    try {
      const body = bodyFor(this.model, picture, question, asked);
      const completion = await this.#complete(body, timeout, signal);
      const reading = readingOf(completion);
      // One token is sometimes only a line break: a server that tells words alone is given room for the word.
      if (!completion.candidates) this.#topLogprobs = 0;
      if (asked === 0 || completion.candidates || reading.kind === 'word') return reading;
    } catch (thrown) {
      if (!(thrown instanceof ServerFailure) || thrown.kind !== 'refused') throw thrown;
      if (asked === 0 || !/log_?prob|unexpected fields/i.test(thrown.message)) throw thrown;
      const most = Number(
        /(?:max allowed|between 0 and|at most|<=?)\D{0,12}(\d+)/i.exec(thrown.message)?.[1],
      );
      this.#topLogprobs = most >= LEAST_LOGPROBS && most < asked ? most : 0;
      return this.ask(picture, question, signal);
    }
    const body = bodyFor(this.model, picture, question, 0);
    return readingOf(await this.#complete(body, timeout, signal));
  }

  async #complete(body: string, timeout: number, signal?: AbortSignal): Promise<Completion> {
    const answer = await this.#send('/chat/completions', body, timeout, signal);
    return completionOf(answer, this.#quotable(answer));
  }

  /** Whatever a server repeats, the key is part of no message. */
  #quotable(text: string): string {
    const { key } = this.#options;
    return key ? text.replaceAll(key, '…') : text;
  }

  /** The answer's text. A redirect is not followed: neither picture nor key goes where nobody sent it. */
  async #send(path: string, body: string | null, timeout: number, signal?: AbortSignal): Promise<string> {
    signal?.throwIfAborted();
    const abort = new AbortController();
    const cancel = () => abort.abort();
    signal?.addEventListener('abort', cancel, { once: true });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      abort.abort();
    }, timeout);
    try {
      const { key } = this.#options;
      const response = await fetch(`${this.#base}${path}`, {
        method: body === null ? 'GET' : 'POST',
        headers: {
          ...(body !== null && { 'content-type': 'application/json' }),
          ...(key && { authorization: `Bearer ${key}` }),
        },
        body,
        redirect: 'manual',
        signal: abort.signal,
      });
      const text = await textOf(response);
      if (response.ok) return text;
      const said = sentenceIn(this.#quotable(text));
      throw failureOf(response.status, said, response.headers.get('retry-after'));
    } catch (thrown) {
      signal?.throwIfAborted();
      if (thrown instanceof ServerFailure) throw thrown;
      if (late)
        throw new ServerFailure(
          'broken',
          `it did not answer within ${timeout / 1000} s: it may be busy with other work, or its model too large for its machine`,
        );
      throw transportFailure(thrown);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }
}

/** Codes of a connection that never came about, as against one that was cut. */
const NEVER_CONNECTED =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT|ERR_TLS|SELF_SIGNED/;

function transportFailure(thrown: unknown): ServerFailure {
  const cause = thrown instanceof Error ? (thrown.cause ?? thrown) : thrown;
  const { code = '', message = String(cause) } = cause as { code?: string; message?: string };
  const never = NEVER_CONNECTED.test(code);
  return new ServerFailure(
    never ? 'unreachable' : 'broken',
    never
      ? `it cannot be reached (${code}): is it running, and is that its address?`
      : `the connection was cut (${code || message})`,
  );
}

function namedIn(names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return named.length > 0 ? `${named.join(', ')}${more}` : 'none';
}

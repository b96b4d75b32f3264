/**
 * For tests and benchmarks: a server on this machine that answers as a named server is documented to, and
 * misbehaves on request. It holds a prefix cache of pictures, so that what a client saves can be counted.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Dialect = 'vllm' | 'llama.cpp' | 'ollama' | 'lm-studio' | 'transformers';

export type Fate =
  | { do: 'answer' }
  /** Status with a body in this server's shape, and headers. */
  | { do: 'refuse'; status: number; message: string; headers?: Record<string, string> }
  | { do: 'cut' }
  /** Takes the request and never answers. */
  | { do: 'stall' }
  /** Status 200 with this body. */
  | { do: 'say'; body: string };

export interface Asked {
  readonly question: string;
  readonly picture: string;
  /** Everything before the question, byte for byte. */
  readonly head: string;
  readonly body: Record<string, unknown>;
  readonly authorization: string;
}

export interface PretendOptions {
  readonly dialect?: Dialect;
  models?: readonly string[];
  /** Bearer token it wants; '' = none. */
  readonly key?: string;
  /** P(yes) of a question. Default: 0.9 for questions with "yes" in the claim, else 0.1. */
  readonly p?: (question: string) => number;
  /** Milliseconds of work for a picture it has not in its cache, and for one question. */
  readonly prefill?: number;
  readonly decode?: number;
  /** Requests worked on at once; others wait. */
  readonly slots?: number;
  /** vLLM's --max-logprobs. */
  readonly mostLogprobs?: number;
  /** Of the n-th chat request, from 0. */
  readonly fate?: (n: number, asked: Asked) => Fate;
}

const OWNERS: Record<Dialect, string> = {
  vllm: 'vllm',
  'llama.cpp': 'llamacpp',
  ollama: 'library',
  'lm-studio': 'organization_owner',
  transformers: 'HuggingFaceTB',
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class PretendServer {
  readonly asked: Asked[] = [];
  /** Requests under way now, and the most there ever were. */
  running = 0;
  most = 0;
  /** Pictures it had to work through because they were not in its cache. */
  prefills = 0;
  listings = 0;
  options: PretendOptions;
  readonly #server = createServer((request, response) => void this.#take(request, response));
  readonly #sockets = new Set<Socket>();
  readonly #cache = new Set<string>();
  readonly #queue: (() => void)[] = [];
  #busy = 0;
  #port = 0;

  constructor(options: PretendOptions = {}) {
    this.options = options;
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/v1`;
  }

  get host(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** On the port it had before, if it had one. */
  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** As a killed process: connections are cut, new ones refused. */
  async kill(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { dialect = 'vllm', models = ['pretend'], key = '' } = this.options;
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const authorization = request.headers.authorization ?? '';
    if (key && authorization !== `Bearer ${key}`)
      return this.#refuse(response, 401, `bad key ${authorization}`);
    if (request.url === '/v1/models') {
      this.listings++;
      const data = models.map((id) => ({ id, object: 'model', owned_by: OWNERS[dialect] }));
      return this.#send(response, 200, JSON.stringify({ object: 'list', data }));
    }
    const text = Buffer.concat(chunks).toString('utf8');
    const asked = askedIn(text, authorization);
    const fate = this.options.fate?.(this.asked.length, asked) ?? { do: 'answer' };
    this.asked.push(asked);
    this.running++;
    this.most = Math.max(this.most, this.running);
    response.on('close', () => this.running--);
    if (fate.do === 'cut') return void request.socket.destroy();
    if (fate.do === 'stall') return;
    if (fate.do === 'say') return this.#send(response, 200, fate.body);
    if (fate.do === 'refuse') return this.#refuse(response, fate.status, fate.message, fate.headers);
    const model = String(asked.body.model);
    if (!models.includes(model)) return this.#refuse(response, 404, `The model \`${model}\` does not exist.`);
    const { mostLogprobs = 20 } = this.options;
    if (dialect === 'vllm' && Number(asked.body.top_logprobs ?? 0) > mostLogprobs) {
      const wanted = `Requested sample logprobs of ${asked.body.top_logprobs}`;
      return this.#refuse(response, 400, `${wanted}, which is greater than max allowed: ${mostLogprobs}`);
    }
    await this.#work(asked.picture);
    this.#send(response, 200, JSON.stringify(this.#completion(asked)));
  }

  async #work(picture: string): Promise<void> {
    const { prefill = 0, decode = 0, slots = Number.POSITIVE_INFINITY } = this.options;
    if (this.#busy >= slots) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#busy++;
    const cached = this.#cache.has(picture);
    if (!cached) this.prefills++;
    const work = (cached ? 0 : prefill) + decode;
    if (work > 0) await pause(work);
    this.#cache.add(picture);
    this.#busy--;
    this.#queue.shift()?.();
  }

  #completion({ question, body }: Asked): object {
    const { dialect = 'vllm', p = (text: string) => (text.includes('yes') ? 0.9 : 0.1) } = this.options;
    const yes = p(question.replace(/Please answer.*$/, ''));
    const word = yes >= 0.5 ? 'Yes' : 'No';
    const tells = body.logprobs === true && dialect !== 'lm-studio' && dialect !== 'transformers';
    // llama.cpp and vLLM give raw probabilities over the whole vocabulary: some lies on other words.
    const spread = [
      ['Yes', 0.7 * yes],
      [' yes', 0.25 * yes],
      ['No', 0.65 * (1 - yes)],
      ['▁no', 0.3 * (1 - yes)],
      ['The', 0.05],
    ] as const;
    const top = spread
      .map(([token, share]) => ({
        token,
        logprob: Math.log(share),
        bytes: [...Buffer.from(token)],
        ...(dialect === 'llama.cpp' && { id: token.length }),
      }))
      .sort((a, b) => b.logprob - a.logprob)
      .slice(0, Number(body.top_logprobs ?? 0));
    const logprobs = tells ? { content: [{ ...top[0], token: word, top_logprobs: top }] } : null;
    return {
      id: 'chatcmpl-0',
      object: 'chat.completion',
      model: body.model,
      choices: [
        { index: 0, message: { role: 'assistant', content: word }, logprobs, finish_reason: 'length' },
      ],
    };
  }

  #refuse(
    response: ServerResponse,
    code: number,
    message: string,
    headers: Record<string, string> = {},
  ): void {
    const { dialect = 'vllm' } = this.options;
    const body =
      dialect === 'transformers'
        ? { detail: message }
        : dialect === 'lm-studio'
          ? { error: message }
          : { error: { message, type: 'error', code } };
    this.#send(response, code, JSON.stringify(body), headers);
  }

  #send(response: ServerResponse, code: number, body: string, headers: Record<string, string> = {}): void {
    response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(body);
  }
}

function askedIn(text: string, authorization: string): Asked {
  const body = JSON.parse(text) as {
    messages: { content: { text?: string; image_url?: { url: string } }[] }[];
  } & Record<string, unknown>;
  const [picture, question] = body.messages[0]?.content ?? [];
  const asked = question?.text ?? '';
  return {
    question: asked,
    picture: picture?.image_url?.url ?? '',
    head: text.slice(0, text.indexOf(JSON.stringify(asked))),
    body,
    authorization,
  };
}

/** What can go wrong with one request to one server, sorted by what helps. */
import { forTerminal } from '@shared/visible.js';

export type FailureKind =
  /** It asks to wait (429, 503): another server, or the same one later. */
  | 'busy'
  /** It cannot be reached at all: another server; the picture is not to blame. */
  | 'unreachable'
  /** It took the request and failed: cut connection, time-out, 5xx, an answer that cannot be read. */
  | 'broken'
  /** It will not do for any picture: wrong key, no such model, a model that reads no pictures. */
  | 'unfit'
  /** It refuses this one request: the picture or the question is too large for it. */
  | 'refused';

export class ServerFailure extends Error {
  readonly kind: FailureKind;
  /** Milliseconds the server asks to wait; null when it does not say. */
  readonly retryAfter: number | null;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;

  constructor(kind: FailureKind, message: string, status = 0, retryAfter: number | null = null) {
    super(message);
    this.name = 'ServerFailure';
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** llama.cpp without its projector, vLLM and LM Studio with a text model, each in its own words. */
const READS_NO_PICTURES =
  /image input is not supported|not a multimodal model|(does|do) not support (image|vision)|at most 0 image|only 'text' content type/i;
/** vLLM, SGLang and llama.cpp, each in its own words. */
const CONTEXT =
  /context (length|size|window)|exceed_context_size|maximum (input|model) length|longer than the model/i;

/** `message`: what the server says went wrong. */
export function failureOf(status: number, message: string, retryAfter: string | null): ServerFailure {
  const said = message ? `: ${message}` : '';
  if (READS_NO_PICTURES.test(message)) {
    return new ServerFailure('unfit', `its model cannot see pictures (${status}${said})`, status);
  }
  if (status === 401 || status === 403) {
    return new ServerFailure(
      'unfit',
      `it refuses the key (${status}${said}); the key comes from CONTINUIST_SERVER_KEY`,
      status,
    );
  }
  if (status === 404) return new ServerFailure('unfit', `it has no such model or address (404${said})`, 404);
  if (status >= 300 && status < 400) {
    return new ServerFailure('unfit', `it redirects to another address (${status})`, status);
  }
  if (status === 429 || status === 503 || status === 529) {
    return new ServerFailure('busy', `it is busy (${status}${said})`, status, millisecondsOf(retryAfter));
  }
  if (CONTEXT.test(message)) {
    return new ServerFailure(
      'refused',
      `its context is too small for a picture and a question${said}`,
      status,
    );
  }
  if (status >= 400 && status < 500 && status !== 408 && status !== 425) {
    return new ServerFailure('refused', `it does not take this request (${status}${said})`, status);
  }
  return new ServerFailure('broken', `it failed (${status}${said})`, status);
}

/** `Retry-After` is seconds or an HTTP date (RFC 9110, 10.2.3). */
function millisecondsOf(retryAfter: string | null): number | null {
  if (retryAfter === null || retryAfter.trim() === '') return null;
  const seconds = Number(retryAfter);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

/** Characters in which a sentence is looked for. */
const READ = 10_000;

/**
 * The sentence in an error body: `{error: {message}}` (OpenAI, llama.cpp, vLLM), `{error: "…"}` (Ollama, LM
 * Studio), `{message}` (SGLang), `{detail}` (FastAPI: `transformers serve`), or plain text.
 */
export function sentenceIn(body: string): string {
  let found: unknown = body;
  try {
    const value: unknown = JSON.parse(body);
    found = field(value, 'error') ?? field(value, 'message') ?? field(value, 'detail') ?? body;
    found = field(found, 'message') ?? found;
  } catch {
    // Not JSON: a proxy's page or one line of text.
  }
  const text = typeof found === 'string' ? found : JSON.stringify(found);
  const plain = forTerminal(
    text
      .slice(0, READ)
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return plain.length > 300 ? `${plain.slice(0, 299)}…` : plain;
}

/** What an answer is that is not `wanted` ("a list of models"), as whoever has to mend it can tell. */
export function whatItIs(body: string, wanted: string): string {
  if (body.trim() === '') return `it answers nothing where ${wanted} should be`;
  const said = sentenceIn(body).slice(0, 120);
  if (/^\s*</.test(body))
    return `a web page answers there (“${said}”), not a server of models: is the address right, and does a proxy let this machine through?`;
  const value = jsonOrNull(body);
  if (value === null) return `its answer is not JSON (“${said}”)`;
  const hasSaid = ['error', 'message', 'detail'].some((name) => field(value, name) !== undefined);
  return `its answer is not ${wanted}${hasSaid ? `: ${said}` : ''}`;
}

export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

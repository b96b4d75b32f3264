/**
 * From a chat completion to P(yes). Servers tell the likeliest first tokens in three shapes: `logprobs.content`
 * (OpenAI; vLLM, SGLang, llama.cpp, Ollama), `logprobs.top_logprobs` as a map (llama-cpp-python before 0.3), or
 * not at all (LM Studio, `transformers serve`, Ollama before 0.12.11): then only the word is known.
 */
import { z } from 'zod';
import { jsonOrNull, ServerFailure, whatItIs } from './failure.js';

export interface Candidate {
  readonly token: string;
  /** Natural logarithm of the token's probability. */
  readonly logprob: number;
}

export interface Completion {
  /** The likeliest first tokens; null when the server does not tell. */
  readonly candidates: readonly Candidate[] | null;
  /** What the model wrote. */
  readonly text: string;
}

export type Reading =
  | { readonly kind: 'logit'; readonly logit: number }
  | { readonly kind: 'word'; readonly yes: boolean }
  | { readonly kind: 'neither'; readonly reason: string };

const token = z.object({
  token: z.string(),
  logprob: z.number().nullish(),
  bytes: z.array(z.number().int()).nullish(),
});
const position = token.extend({ top_logprobs: z.array(token).nullish() });
const inOrder = z.object({ content: z.array(position).min(1) });
const asMap = z.object({ top_logprobs: z.array(z.record(z.string(), z.number())).min(1) });
const completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish() }).nullish(),
        logprobs: z.unknown().optional(),
      }),
    )
    .min(1),
});

/** Throws a `broken` failure for what is not a chat completion. `quotable`: the body as messages may quote it. */
export function completionOf(body: string, quotable = body): Completion {
  const parsed = completion.safeParse(jsonOrNull(body));
  const [choice] = parsed.data?.choices ?? [];
  if (!choice) throw new ServerFailure('broken', whatItIs(quotable, 'a chat completion'));
  return { candidates: candidatesIn(choice.logprobs), text: choice.message?.content ?? '' };
}

/** Above a probability of one by no more than numbers are rounded. */
const LARGEST_LOGPROB = 0.001;

/** Throws a `broken` failure for log probabilities that are none: they would make a score that means nothing. */
function candidatesIn(logprobs: unknown): Candidate[] | null {
  const ordered = inOrder.safeParse(logprobs).data?.content[0];
  const map = asMap.safeParse(logprobs).data?.top_logprobs[0];
  if (!ordered && !map && saysAny(logprobs)) throw NO_LOGPROBS();
  const listed = ordered
    ? [...(ordered.top_logprobs ?? []), ordered]
    : Object.entries(map ?? {}).map(([text, logprob]) => ({
        token: text,
        logprob,
        bytes: null,
      }));
  const byToken = new Map<string, Candidate>();
  for (const { token: text, logprob, bytes } of listed) {
    // -9999 stands for minus infinity in vLLM, null in servers that write JSON strictly.
    if (typeof logprob !== 'number' || logprob <= -9999) continue;
    if (logprob > LARGEST_LOGPROB) throw NO_LOGPROBS();
    // vLLM can name tokens by id alone; their bytes still say what they are.
    const word = text.startsWith('token_id:') && bytes ? Buffer.from(bytes).toString('utf8') : text;
    // The chosen token stands in its own list as well.
    byToken.set(`${text}\n${bytes?.join() ?? ''}`, { token: word, logprob });
  }
  const found = [...byToken.values()];
  return found.length > 1 ? found : null;
}

const NO_LOGPROBS = (): ServerFailure =>
  new ServerFailure('broken', 'its log probabilities are no log probabilities');

/** Some servers say with null, or nothing in it, that they tell none. */
function saysAny(logprobs: unknown): boolean {
  const { content, top_logprobs } = (logprobs ?? {}) as { content?: unknown; top_logprobs?: unknown };
  return [content, top_logprobs].some((one) => one != null && !(Array.isArray(one) && one.length === 0));
}

/** Share of the whole probability that yes and no must have together, or the model answers something else. */
const LEAST_SHARE = 0.01;

/** P(yes) = Σ yes / (Σ yes + Σ no), over every spelling among the likeliest tokens; as a logit. */
export function readingOf({ candidates, text }: Completion): Reading {
  const word = wordOf(text);
  if (!candidates) {
    if (word === 'yes' || word === 'no') return { kind: 'word', yes: word === 'yes' };
    return neither(text);
  }
  let yes = 0;
  let no = 0;
  for (const { token: spelling, logprob } of candidates) {
    const meant = wordOf(spelling);
    if (meant === 'yes') yes += Math.exp(logprob);
    if (meant === 'no') no += Math.exp(logprob);
  }
  if (yes + no >= LEAST_SHARE) return { kind: 'logit', logit: Math.log(yes) - Math.log(no) };
  const likeliest = candidates.reduce((best, one) => (one.logprob > best.logprob ? one : best));
  return neither(likeliest.token);
}

const neither = (said: string): Reading => ({
  kind: 'neither',
  reason: `the model answers “${said.trim().slice(0, 40)}”, neither yes nor no`,
});

/** The first word, small, without the marks tokenizers put for a space (Ġ, ▁) and without punctuation. */
function wordOf(text: string): string {
  const [word = ''] = text.replace(/[Ġ▁Ċ]/g, ' ').trim().toLowerCase().split(/\s+/);
  return word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

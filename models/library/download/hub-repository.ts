/** What a hub, or a mirror of it, tells of a repository: small JSON, nothing of the model itself. */
import { ContinuistError } from '@shared/errors.js';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { nextPage } from './headers.js';
import { hubAddress } from './hub-address.js';
import { hubError, hubFailed } from './hub-error.js';
import { ask, createDispatcher, interrupted, type Response } from './request.js';
import { persistently, type RetryOptions } from './retry.js';

export interface HubOptions {
  /** Address that stands in for the hub's; '' = the hub. */
  readonly mirror?: string;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds of silence after which a connection is cut. */
  readonly stall?: number;
  readonly tries?: number;
  /** Milliseconds before the second try. */
  readonly firstPause?: number;
}

export interface HubFile {
  /** Bytes. */
  readonly size: number;
  /** Null for a small file: the hub knows it by its git object alone. */
  readonly sha256: string | null;
}

const PART = '[A-Za-z0-9_](?:[\\w.-]{0,94}\\w)?';
const NAME = new RegExp(`^${PART}/${PART}$`);

/** `owner/name`, as a hub allows them. */
export const isHubName = (text: string): boolean => NAME.test(text);

/** Bytes; the answers are a thousand short entries at most. */
const LONGEST_ANSWER = 16_000_000;
/** Of a thousand files each. */
const MOST_PAGES = 100;

const about = z.object({
  sha: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .nullish(),
  cardData: z.object({ license: z.unknown(), license_name: z.unknown() }).partial().nullish().catch(null),
});

const tree = z.array(
  z.object({
    type: z.string(),
    path: z.string(),
    size: z.number().int().nonnegative().default(0),
    lfs: z.object({ oid: z.string(), size: z.number().int().nonnegative() }).nullish(),
  }),
);

/** Must be closed. Every call throws HUB_FAILED when there is no answer, MODEL_UNKNOWN when the answer is no. */
export class HubRepository {
  readonly name: string;
  readonly #base: string;
  readonly #dispatcher: Dispatcher;
  readonly #retry: RetryOptions;

  constructor(name: string, options: HubOptions = {}) {
    const { mirror, signal, stall = 30_000, tries = 4, firstPause = 1000 } = options;
    this.name = name;
    this.#base = hubAddress(mirror);
    this.#dispatcher = createDispatcher(this.#base, stall);
    this.#retry = { tries, firstPause, signal };
  }

  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }

  /** The commit that `revision` stands for, null where it is not told; and the licence of the model's card. */
  async about(revision: string): Promise<{ commit: string | null; licence: string | null }> {
    const address = `${this.#base}/api/models/${this.name}/revision/${encodeURIComponent(revision)}`;
    const { value } = await this.#json(address, revision);
    const { sha, cardData } = this.#known(about, value, address);
    return { commit: sha ?? null, licence: licenceOf(cardData?.license, cardData?.license_name) };
  }

  /** Every file, by its path. */
  async files(revision: string): Promise<ReadonlyMap<string, HubFile>> {
    const address = `${this.#base}/api/models/${this.name}/tree/${encodeURIComponent(revision)}`;
    const files = new Map<string, HubFile>();
    let search = '?recursive=true';
    for (let page = 0; page < MOST_PAGES; page++) {
      const { value, next } = await this.#json(`${address}${search}`, revision);
      for (const { type, path, size, lfs } of this.#known(tree, value, address)) {
        if (type !== 'file') continue;
        const sha256 = lfs && /^[0-9a-f]{64}$/.test(lfs.oid) ? lfs.oid : null;
        files.set(path, { size: lfs?.size ?? size, sha256 });
      }
      if (next === null) return files;
      if (!URL.canParse(next, address)) throw hubFailed(`${address} leads on to “${next}”`);
      // A mirror may pass on the hub's own address: only what follows it counts.
      search = new URL(next, address).search;
    }
    throw hubFailed(`${this.name} has more files than a model can have`);
  }

  /** The value of a small JSON file. */
  async json(revision: string, path: string): Promise<unknown> {
    const address = `${this.#base}/${this.name}/resolve/${encodeURIComponent(revision)}/${path}`;
    const { text } = await this.#get(address, revision, path);
    try {
      return JSON.parse(text);
    } catch (thrown) {
      const detail = `${path} of ${this.name} is not valid JSON`;
      throw new ContinuistError('MODEL_UNKNOWN', detail, { file: path }, thrown);
    }
  }

  async #json(address: string, revision: string): Promise<{ value: unknown; next: string | null }> {
    const { text, next } = await this.#get(address, revision);
    try {
      return { value: JSON.parse(text), next };
    } catch (thrown) {
      throw hubFailed(`${address} did not answer in JSON`, thrown);
    }
  }

  #known<T>(schema: z.ZodType<T>, value: unknown, address: string): T {
    const { data, error } = schema.safeParse(value);
    if (data !== undefined) return data;
    throw hubFailed(
      `${address} gave an answer that is not a model hub’s (${error?.issues[0]?.path.join('.')})`,
    );
  }

  async #get(address: string, revision: string, file: string | null = null) {
    const { signal } = this.#retry;
    const dispatcher = this.#dispatcher;
    const work = async () => {
      const response = await ask(address, { method: 'GET', dispatcher, signal });
      return { text: await textOf(response, address, signal), next: nextPage(response.header('link')) };
    };
    try {
      return await persistently(new URL(address).host, work, () => Promise.resolve(0), this.#retry);
    } catch (thrown) {
      throw hubError(thrown, { repository: this.name, base: this.#base, revision, file });
    }
  }
}

async function textOf({ body }: Response, address: string, signal?: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > LONGEST_ANSWER) break;
    }
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    throw interrupted(thrown);
  } finally {
    body.on('error', () => undefined).destroy();
  }
  if (length > LONGEST_ANSWER) throw hubFailed(`${address} answered with more than ${LONGEST_ANSWER} bytes`);
  return Buffer.concat(chunks).toString('utf8');
}

/** A card names one licence or several, and one of its own as `other` with a name. */
function licenceOf(licence: unknown, name: unknown): string | null {
  const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : null);
  const all = (Array.isArray(licence) ? licence : [licence]).map(text).filter((one) => one !== null);
  if (all.length === 1 && all[0] === 'other') return text(name) ?? 'other';
  return all.join(', ') || null;
}

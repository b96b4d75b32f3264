/** One picture, sent at most once: the call blocks until it is made, and nothing on the server bears its name. */
import { setTimeout as pause } from 'node:timers/promises';
import { ContinuistError } from '@shared/errors.js';
import { awayTeller } from '../away-teller.js';
import type { GeneratedImage, GenerationRequest, Watch } from '../generator.js';
import { type Answer, Away, gaveUp, isOfAGateway, Strange } from '../server-client.js';
import type { Asked } from './asked.js';
import type { Client } from './client.js';
import { differencesOf } from './differences.js';
import { failed, inWords, NAME, unavailable } from './errors.js';
import type { Work } from './handle.js';
import { Journal } from './journal.js';
import { listsOf } from './lists.js';
import { type Order, orderOf } from './order.js';
import { madeIn } from './reply.js';
import { type Standing, standingOf } from './standing.js';
import { whyRefused } from './words.js';

/** Where each difference is told, with the take's settings. */
const NOT_AS_ASKED = 'not as asked';

/** What is known of work under way, so that it can be stopped and nobody else's is. */
export interface UnderWay {
  /** When it began, as the server tells it; null before that is seen. */
  job: string | null;
  wasStopped: boolean;
}

const unsure = (why: string): ContinuistError => new ContinuistError('GENERATOR_UNSURE', `${NAME}: ${why}`);

export class Making {
  readonly #client: Client;
  readonly #work: Work;
  readonly #watch: Watch;
  readonly #journal: Journal;
  readonly #underWay: Map<string, UnderWay>;

  /** `underWay`: of all that was sent by this connection, by task. */
  constructor(client: Client, work: Work, folder: string, watch: Watch, underWay: Map<string, UnderWay>) {
    this.#client = client;
    this.#work = work;
    this.#watch = watch;
    this.#journal = new Journal(folder, work);
    this.#underWay = underWay;
  }

  start(request: GenerationRequest, asked: Asked): Promise<GeneratedImage> {
    return inWords(this.#signal, async () => {
      const lists = await this.#whileAway(() => listsOf(this.#client, this.#signal));
      const order = await orderOf(request, asked, this.#work, lists);
      // Whoever sends to a server at work cannot tell which work is its own.
      await this.#untilIdle('Another picture is made there first');
      const own: UnderWay = { job: null, wasStopped: false };
      const { status, bytes } = await this.#sent(order, own);
      if (status !== 200) throw failed(whyRefused(status, bytes.toString('utf8')));
      const made = madeIn(this.#client, bytes, order.path);
      await this.#checkWhole(own, made.job);
      const differences = await differencesOf(asked, order.names, made);
      const image: GeneratedImage = {
        bytes: made.bytes,
        ...(made.seed !== null && { seed: made.seed }),
        settings: {
          ...made.settings,
          ...(differences.length > 0 && { [NOT_AS_ASKED]: differences.join('; ') }),
        },
      };
      await this.#journal.made(image);
      return image;
    });
  }

  /** Null = it was never sent. */
  resume(): Promise<GeneratedImage | null> {
    return inWords(this.#signal, async () => {
      const picture = await this.#journal.picture();
      if (picture) return picture;
      if (!(await this.#journal.wasSent())) return null;
      return this.#cutOff('the connection ended before its answer came');
    });
  }

  get #signal(): AbortSignal {
    return this.#watch.signal;
  }

  /** The answer, whatever it is. */
  async #sent({ path, body }: Order, own: UnderWay): Promise<Answer> {
    const { taskId } = this.#work;
    const { making, picture } = this.#client.limits;
    const over = new AbortController();
    const both = AbortSignal.any([this.#signal, over.signal]);
    await this.#journal.sends();
    this.#underWay.set(taskId, own);
    const came = await Promise.race([
      this.#client.send('POST', path, body, picture, both, making),
      this.#follow(own, both),
    ])
      .catch((thrown) => {
        if (thrown instanceof Away) return thrown;
        throw thrown;
      })
      .finally(() => over.abort());
    this.#underWay.delete(taskId);
    if (came instanceof Away && came.isUnsent) {
      await this.#journal.neverCame();
      throw came;
    }
    if (came instanceof Away) return this.#cutOff(came.message);
    if (isOfAGateway(came.status)) return this.#cutOff(gaveUp(came.status).message);
    return came;
  }

  /** Tells how far it is. Resolves never, throws where an answer cannot be hoped for any more. */
  async #follow(own: UnderWay, signal: AbortSignal): Promise<never> {
    const { poll, away, answering } = this.#client.limits;
    let heard = performance.now();
    let ended: number | null = null;
    // Soon at first: some are done in a moment.
    for (let wait = poll / 5; ; wait = poll) {
      await pause(wait, undefined, { signal });
      const standing = await standingOf(this.#client, signal, true).catch((thrown) => {
        if (thrown instanceof Strange) heard = performance.now();
        else if (!(thrown instanceof Away)) throw thrown;
        return null;
      });
      if (!standing) {
        if (performance.now() - heard > away) throw unavailable('it does not answer any more.');
        continue;
      }
      heard = performance.now();
      // It was idle when this was sent: what it begins with is ours.
      if (standing.isBusy) own.job ??= standing.job;
      if (standing.isBusy && standing.job === own.job) {
        own.wasStopped ||= standing.wasStopped;
        ended = null;
        this.#tell(standing);
      } else if (own.job !== null) ended ??= performance.now();
      if (ended !== null && performance.now() - ended > answering)
        throw new Away('its answer does not come, though its work is done', false);
    }
  }

  #tell({ progress, step, steps, preview }: Standing): void {
    const doing = steps > 0 ? `Step ${step} of ${steps}` : '';
    this.#watch.progress({ state: 'running', progress, doing, ...(preview && { preview }) });
  }

  /** Somebody who stops it there gets a picture that is half made, and that says it has all of its steps. */
  async #checkWhole(own: UnderWay, job: string): Promise<void> {
    const now = await standingOf(this.#client, this.#signal).catch(() => null);
    this.#signal.throwIfAborted();
    if (own.wasStopped || (now?.wasStopped && now.job === (job || own.job)))
      throw failed('the picture was stopped there, half made.');
  }

  /** Of work that may or may not have been done. Resolves never. */
  async #cutOff(why: string): Promise<never> {
    await this.#untilIdle('Waits until the server is done with what was cut off');
    throw unsure(`${why}.`);
  }

  async #untilIdle(doing: string): Promise<void> {
    const { poll, making } = this.#client.limits;
    for (const end = performance.now() + making; ; await pause(poll, undefined, { signal: this.#signal })) {
      const { isBusy } = await this.#whileAway(() => standingOf(this.#client, this.#signal));
      if (!isBusy) return;
      if (performance.now() > end) throw unavailable('it is busy with other work all the time.');
      this.#watch.progress({ state: 'queued', progress: 0, doing });
    }
  }

  /** Again and again while it is away, up to a limit. */
  async #whileAway<T>(ask: () => Promise<T>): Promise<T> {
    const { poll, away } = this.#client.limits;
    const tell = awayTeller(NAME, away, this.#watch);
    for (const end = performance.now() + away; ; await pause(poll, undefined, { signal: this.#signal })) {
      try {
        const answer = await ask();
        tell.back();
        return answer;
      } catch (thrown) {
        if (!(thrown instanceof Away) || performance.now() > end) throw thrown;
        tell.away();
      }
    }
  }
}

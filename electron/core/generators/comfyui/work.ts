/** One picture, from the graph that is sent to the file that comes back, at most once. */
import { setTimeout as pause } from 'node:timers/promises';
import { awayTeller } from '../away-teller.js';
import { type GeneratedImage, GivenBack, type Watch } from '../generator.js';
import { Away, Strange } from '../server-client.js';
import type { Client } from './client.js';
import { failed, inWords, NAME } from './errors.js';
import type { Work } from './handle.js';
import { leftPicture, pictureOf, type Standing, standingOf } from './job.js';
import { type Prepared, textOf } from './order.js';
import { follow, type News, socketPath } from './progress.js';
import { accepted, nodeErrors } from './replies.js';
import { upload } from './uploads.js';
import { whyFailed, whyNotValid, whyRefused } from './words.js';

const SMALL = 8 * 1024 * 1024;

export interface Order {
  readonly work: Work;
  readonly prepared: Pick<Prepared, 'sent' | 'uploads' | 'settings'>;
  /** Another server could make it. */
  readonly hasOthers: boolean;
}

/** Sends the graph and waits for its picture. */
export const makePicture = (client: Client, order: Order, watch: Watch): Promise<GeneratedImage> =>
  inWords(watch.signal, () =>
    followed(client, order, watch, (woken) => new Making(client, order, watch, woken).start()),
  );

/** Waits for the picture of work that was sent before. Null = nothing is left of it. */
export const resumePicture = (client: Client, order: Order, watch: Watch): Promise<GeneratedImage | null> =>
  inWords(watch.signal, async () => {
    const standing = await standingSoon(client, order, watch.signal);
    if (standing === null) return null;
    if (standing.is === 'waiting' || standing.is === 'running')
      return followed(client, order, watch, (woken) => new Making(client, order, watch, woken).wait()).catch(
        (thrown) => {
          if (thrown instanceof GivenBack) return null;
          throw thrown;
        },
      );
    const { image = null } = standing.is === 'done' ? standing : {};
    const bytes =
      image !== null
        ? await pictureOf(client, image, watch.signal)
        : standing.is === 'unknown'
          ? await leftPicture(client, order.work, watch.signal)
          : null;
    return bytes && { bytes, settings: order.prepared.settings };
  });

/** Null where its server has ended, so that another may make it. */
async function standingSoon(client: Client, order: Order, signal: AbortSignal): Promise<Standing | null> {
  const { poll, gone } = client.limits;
  for (const end = performance.now() + gone; ; await pause(poll, undefined, { signal })) {
    try {
      return await standingOf(client, order.work, signal);
    } catch (thrown) {
      if (!order.hasOthers || !(thrown instanceof Away) || !thrown.isGone) throw thrown;
      if (performance.now() >= end) return null;
    }
  }
}

/** With what its socket tells while it lasts. */
async function followed(
  client: Client,
  { work, prepared }: Order,
  watch: Watch,
  run: (woken: Bell) => Promise<GeneratedImage>,
): Promise<GeneratedImage> {
  const bell = new Bell();
  const news: News = {
    progress: (now) => watch.progress(now),
    end: () => bell.ring(),
    cut: () => bell.cut(),
  };
  const socket = follow(client.socketAt(socketPath(work)), work, prepared.sent, news);
  try {
    await socket.ready;
    watch.signal.throwIfAborted();
    return await run(bell);
  } finally {
    socket.end();
  }
}

/** Wakes who waits for the next look. */
class Bell {
  /** The server may have ended since this was last set back. */
  wasCut = false;
  #ring: () => void = () => undefined;

  cut(): void {
    this.wasCut = true;
  }

  ring(): void {
    this.#ring();
  }

  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    const rung = new Promise<void>((done) => {
      this.#ring = done;
    });
    const both = AbortSignal.any([signal, over.signal]);
    await Promise.race([rung, pause(milliseconds, undefined, { signal: both })]).catch(() => undefined);
    over.abort();
    signal.throwIfAborted();
  }
}

class Making {
  #sent = 0;

  constructor(
    readonly client: Client,
    readonly order: Order,
    readonly watch: Watch,
    readonly bell: Bell,
  ) {}

  async start(): Promise<GeneratedImage> {
    await this.#send();
    return this.wait();
  }

  /** Until the picture is there. */
  async wait(): Promise<GeneratedImage> {
    const { poll } = this.client.limits;
    for (;;) {
      const standing = await this.#look();
      switch (standing.is) {
        case 'waiting':
          this.watch.progress({ state: 'queued', progress: 0, doing: aheadOf(standing.before) });
          break;
        case 'running':
          break;
        case 'done':
          return this.#fetched(standing);
        case 'stopped':
          throw failed('the picture was stopped there.');
        case 'failed':
          throw failed(whyFailed(standing.said, this.order.prepared.sent));
        case 'unknown': {
          const left = await this.#whileAway(() => leftPicture(this.client, this.order.work, this.#signal));
          if (left) return this.#image(left);
          // One that ended forgot it; else somebody took it out.
          if (!this.bell.wasCut) throw failed('the picture was taken out of its queue there.');
          await this.#send();
        }
      }
      await this.bell.wait(poll, this.#signal);
    }
  }

  get #signal(): AbortSignal {
    return this.watch.signal;
  }

  #look(): Promise<Standing> {
    return this.#whileAway(() => standingOf(this.client, this.order.work, this.#signal));
  }

  /** Again and again while it is away, up to a limit. Throws `GivenBack` where it has ended and there are others. */
  async #whileAway<T>(ask: () => Promise<T>): Promise<T> {
    const { poll, away, gone } = this.client.limits;
    let since = Number.POSITIVE_INFINITY;
    const tell = awayTeller(NAME, away, this.watch);
    for (const end = performance.now() + away; ; ) {
      try {
        const answer = await ask();
        tell.back();
        return answer;
      } catch (thrown) {
        if (!(thrown instanceof Away) || performance.now() > end) throw thrown;
        since = thrown.isGone ? Math.min(since, performance.now()) : Number.POSITIVE_INFINITY;
        if (this.order.hasOthers && performance.now() - since >= gone) throw new GivenBack();
        tell.away();
        this.bell.cut();
        await this.bell.wait(poll, this.#signal);
      }
    }
  }

  /** Once; and once more after it was lost on the way, when it is certain that it is not there. */
  async #send(): Promise<void> {
    if (this.#sent++ >= 2) throw failed('it loses the picture again and again.');
    this.bell.wasCut = false;
    const { work, prepared } = this.order;
    const names: string[] = [];
    for (const one of prepared.uploads)
      names.push(await this.#whileAway(() => upload(this.client, one, this.#signal)));
    const body = `{"prompt":${textOf(prepared, names)},"client_id":"${work.clientId}","prompt_id":"${work.promptId}","extra_data":{"preview_method":"latent2rgb"}}`;
    const answer = await this.client.send('POST', '/prompt', body, SMALL, this.#signal).catch((thrown) => {
      if (!(thrown instanceof Away)) throw thrown;
      this.bell.cut();
      return null;
    });
    // Whether it came through is seen at the next look.
    if (answer === null) return;
    const { status, bytes } = answer;
    if (status !== 200) throw failed(whyRefused(status, bytes.toString('utf8'), prepared.sent));
    const reply = this.client.read(bytes, accepted, '/prompt');
    if (reply.prompt_id !== work.promptId)
      throw new Strange('it gives the work another name than it was given');
    const wrong = whyNotValid(nodeErrors.parse(reply.node_errors ?? {}), prepared.sent);
    // The rest of it runs; where that saves our picture, all is well.
    if (wrong) this.#wrong = wrong;
  }

  /** What of the graph does not run. */
  #wrong = '';

  async #fetched({ image }: Standing & { is: 'done' }): Promise<GeneratedImage> {
    const bytes = image && (await this.#whileAway(() => pictureOf(this.client, image, this.#signal)));
    if (bytes) return this.#image(bytes);
    throw failed(
      this.#wrong || (image ? 'its picture is gone from its output folder.' : 'it made no picture.'),
    );
  }

  #image(bytes: Buffer): GeneratedImage {
    return { bytes, settings: this.order.prepared.settings };
  }
}

const aheadOf = (before: number): string =>
  before === 0
    ? 'Next in ComfyUI'
    : before === 1
      ? 'One picture before it in ComfyUI'
      : `${before} pictures before it in ComfyUI`;

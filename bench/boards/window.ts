/**
 * One made board in a real browser, over the real web host: `node window.js FOLDER` (see bundled.ts). Prints its figures as
 * JSON. The interface must be built, and CHROME_PATH name a Chromium.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Application } from '@core/application.js';
import type { Command } from '@shared/commands/index.js';
import { type Shot, shotsInOrder } from '@shared/records/index.js';
import type { Page } from 'playwright';
import { boardAsked, inBrowser } from './program.js';
import { quiet } from './quiet.js';

/** What an artist does to the shot on the screen, or to the storyboard. */
const CHANGES = ['hold', 'edit-claim', 'approve-suggestion', 'move-shots'] as const;
type WindowChange = (typeof CHANGES)[number];

export interface WindowFigures {
  /** Seconds until the strip shows, and until its pictures do: after the review is opened, and after a reload. */
  readonly opened: { readonly strip: number; readonly pictures: number };
  readonly reloaded: { readonly strip: number; readonly pictures: number };
  /** Bytes that are sent to the window: the document, and all that follows from one change. */
  readonly document: number;
  readonly sent: Readonly<Record<WindowChange, number>>;
}

/** Milliseconds without a message after which nothing more is expected. */
const SILENCE = 700;

const FRAMES = `[...document.querySelectorAll('[data-testid=strip] [role=option]')]`;
/** In the page: when the strip was painted, and when the pictures in it were, as milliseconds since 1970. */
const PAINTED = `new Promise((done) => {
  let strip = 0;
  const look = () => {
    const frames = ${FRAMES};
    if (frames.length > 0) strip ||= Date.now();
    const pictures = frames.flatMap((frame) => [...frame.querySelectorAll('img')]);
    if (strip && pictures.length > 0 && pictures.every((one) => one.complete && one.naturalWidth > 0))
      done({ strip, pictures: Date.now() });
    else requestAnimationFrame(look);
  };
  look();
})`;

/** In the page: when it has nothing to do. */
const IDLE = 'new Promise((done) => requestIdleCallback(() => done()))';

async function painted(page: Page, from: number): Promise<WindowFigures['opened']> {
  const { strip, pictures } = await page.evaluate<WindowFigures['opened']>(PAINTED);
  return { strip: (strip - from) / 1000, pictures: (pictures - from) / 1000 };
}

const measure = (board: string): Promise<WindowFigures> =>
  inBrowser(board, 'storybook', async ({ application, server, newPage }) => {
    const page = await newPage();
    const wire = listen(page);
    await page.goto(server.address);
    await page.getByText('Open a storyboard').first().waitFor();
    await wire.silence();

    const from = Date.now();
    const paint = painted(page, from);
    await application.open(board);
    const opened = await paint;
    await quiet(application);
    await wire.silence();

    const again = Date.now();
    wire.count();
    await page.reload({ waitUntil: 'commit' });
    const reloaded = await painted(page, again);
    await wire.silence();
    const document = wire.largest();

    const sent = {} as Record<WindowChange, number>;
    for (const kind of CHANGES) {
      wire.count();
      application.run({ id: kind, at: Date.now(), command: commandOf(application, kind) });
      const making = application.jobs.runningOf('regeneration');
      if (making) await application.jobs.ended(making.id);
      await quiet(application);
      await wire.silence();
      sent[kind] = wire.count();
    }
    return { opened, reloaded, document, sent };
  });

/** Counts what comes over the page's connection. */
function listen(page: Page) {
  let bytes = 0;
  let largest = 0;
  let last = Date.now();
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const length = Buffer.byteLength(payload);
      bytes += length;
      largest = Math.max(largest, length);
      last = Date.now();
    }),
  );
  return {
    /** Bytes since the last call. */
    count() {
      const counted = bytes;
      bytes = 0;
      largest = 0;
      return counted;
    },
    largest: () => largest,
    /** On a busy machine the page asks for more only once it has drawn what it got. */
    async silence() {
      await page.evaluate(IDLE);
      last = Date.now();
      while (Date.now() - last < SILENCE) await pause(50);
    },
  };
}

function commandOf({ board }: Application, kind: WindowChange): Command {
  const { records } = board.review;
  const [shot] = shotsInOrder(records) as [Shot];
  const { id: shotId, pickId: takeId } = shot;
  switch (kind) {
    case 'hold':
      return { type: 'hold', shotId, reason: '' };
    case 'edit-claim': {
      const claim = Object.values(records.claim).find((one) => one.shotId === shotId);
      return { type: 'edit-claim', claimId: claim?.id ?? '', muted: true };
    }
    case 'approve-suggestion':
      return {
        type: 'approve-suggestion',
        shotId,
        takeId: takeId ?? '',
        prompt: shot.prompt,
        negativePrompt: '',
        seed: 'new',
        strength: null,
        acceptedEdits: [],
        edited: false,
      };
    case 'move-shots': {
      const beside = shotsInOrder(records).at(-1)?.id ?? shotId;
      return { type: 'move-shots', shotIds: [shotId], beside, side: 'after' };
    }
  }
}

console.log(JSON.stringify(await measure(boardAsked())));

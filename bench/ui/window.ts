/**
 * One made board in a real browser, over the real web host: `node window.js FOLDER` (see bundled.ts). Prints its figures as
 * JSON. The interface must be built, and CHROME_PATH name a Chromium.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Application } from '@core/application.js';
import { seededRandom } from '@models/storybook/world/index.js';
import { shotsInOrder } from '@shared/records/index.js';
import type { CDPSession, Page } from 'playwright';
import type { RunningServer } from '../../electron/server/index.js';
import { boardAsked, inBrowser } from '../boards/program.js';
import { quiet } from '../boards/quiet.js';
import { type Layout, startBarePage } from './bare-page.js';
import {
  type FrameFigures,
  frameFigures,
  SCROLLS,
  type Scroll,
  type Scrolled,
  type ScrollName,
  SECONDS,
} from './scrolling.js';
import { type PictureFile, type ThumbnailFigures, thumbnailRates } from './thumbnails.js';

/** Milliseconds from the key or click until it was painted. */
export interface ChangeTimes {
  readonly thumbnail: readonly number[];
  readonly full: readonly number[];
}

/** How another shot comes on the screen: the next one by key, one that is seen in the strip, one far away in it. */
const WAYS = ['next', 'seen', 'far'] as const;
export type Way = (typeof WAYS)[number];

export interface WindowFigures {
  /** Made while the frames come, made before, and by the bare page with as many that were made before. */
  readonly scrolled: Readonly<Record<ScrollName, Readonly<Record<'first' | 'again' | 'bare', FrameFigures>>>>;
  /** Milliseconds from the key until the decision was painted; of the bare page, a change of one class. */
  readonly decided: Readonly<Record<'quiet' | 'analysing' | 'bare', readonly number[]>>;
  readonly changed: Readonly<Record<Way, ChangeTimes>>;
  /** Bytes of the page's heap that are alive, after all of it. */
  readonly heap: number;
  readonly thumbnails: ThumbnailFigures;
}

const IN_PAGE = fileURLToPath(new URL('../../bench/ui/in-page.js', import.meta.url));

/** Pictures made by both, for their rates: one batch that is not counted, and as many in which either is first. */
const RATED = 200;
const DECISIONS = 30;
const CHANGES = { next: 40, seen: 20, far: 20 } satisfies Record<Way, number>;
/** Keys of decisions that need no more words, one after the other; without Shift, which would be a key before them. */
const KEYS = ['h', 'c'];
/** Milliseconds. An artist who knows the board takes that long for a shot, and to come to a frame with the pointer. */
const LOOK = 350;
const POINT = 150;

const CELLS = { strip: '.frame', grid: '.frame' };
const scrollerOf = ({ view }: Scroll) => `[data-testid=${view}]`;
const axisOf = ({ view }: Scroll) => (view === 'strip' ? 'x' : 'y');

const measure = (board: string): Promise<WindowFigures> =>
  inBrowser(board, 'none', async ({ application, server, newPage }) => {
    const page = await newPage();
    page.setDefaultTimeout(180_000);
    tellFailures(page);
    await page.addInitScript({ path: IN_PAGE });
    await page.goto(server.address);
    await page.getByText('Open a storyboard').first().waitFor();
    await application.open(board);
    await page
      .locator(`${scrollerOf(SCROLLS[0])} .frame img`)
      .first()
      .waitFor();
    await quiet(application);

    const { rated, ready } = await thumbnailsOf(application, server, board);
    const control = await page.context().newCDPSession(page);
    const { scrolled, layouts } = await scrollAll(page, control);
    await page.keyboard.press('b');
    await page.locator(scrollerOf(SCROLLS[0])).waitFor();
    const changed = await changeAll(page);
    const decidedQuiet = await decide(page);
    application.analyse({ shotIds: null, again: false });
    const analysing = await decide(page);
    if (!application.jobs.runningOf('analysis')) throw new Error('the analysis ended before the decisions');
    await quiet(application);
    const heap = await heapOf(control);
    const count = Object.keys(application.board.review.records.shot).length;
    await page.close();

    const bare = await measureBare(await newPage(), ready, layouts, count);
    return {
      scrolled: Object.fromEntries(
        SCROLLS.map(({ name }) => [name, { ...scrolled[name], bare: bare.scrolled[name] }]),
      ) as unknown as WindowFigures['scrolled'],
      decided: { quiet: decidedQuiet, analysing, bare: bare.decided },
      changed,
      heap,
      thumbnails: rated,
    };
  });

/** Rates by the last pictures that are judged, and what sharp made of them. */
async function thumbnailsOf(application: Application, server: RunningServer, board: string) {
  const { records } = application.board.review;
  const pictures = shotsInOrder(records)
    .flatMap(({ pickId }): PictureFile[] => {
      const take = records.take[pickId ?? ''];
      // Those at the end are left for the analysis.
      return take && application.board.isHeard(take.id)
        ? [{ sha256: take.sha256, file: join(board, take.path) }]
        : [];
    })
    .slice(-RATED);
  const into = join(dirname(board), 'thumbnails');
  await mkdir(into, { recursive: true });
  const rated = await thumbnailRates(server, pictures, into);
  const ready = await Promise.all(pictures.map(({ sha256 }) => readFile(join(into, `${sha256}.webp`))));
  return { rated, ready };
}

/** Frames without a picture are explained by pictures that did not come, not by slowness. */
function tellFailures(page: Page): void {
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') console.error(`    failed: ${request.url()}: ${why}`);
  });
  page.on('response', (response) => {
    if (!response.ok()) console.error(`    answered ${response.status()}: ${response.url()}`);
  });
}

type Layouts = Record<Scroll['view'], Layout>;

async function scrollAll(page: Page, control: CDPSession) {
  const scrolled = {} as Record<ScrollName, { first: FrameFigures; again: FrameFigures }>;
  const layouts = {} as Layouts;
  for (const view of ['strip', 'grid'] as const) {
    if (view === 'grid') await page.keyboard.press('g');
    await page.locator(`[data-testid=${view}] .frame img`).first().waitFor();
    await pause(500);
    layouts[view] = await inPage<Layout>(page, 'layout', `[data-testid=${view}]`, CELLS[view]);
    const own = SCROLLS.filter((one) => one.view === view);
    const figures = async (one: Scroll) =>
      frameFigures(await scrollOnce(page, one, layouts[view], scrollerOf(one), CELLS[view]));
    for (const one of own) scrolled[one.name] = { first: await figures(one), again: NaN as never };
    // Ready with the host, and not in the browser.
    await control.send('Network.clearBrowserCache');
    for (const one of own) scrolled[one.name].again = await figures(one);
  }
  return { scrolled, layouts };
}

async function measureBare(page: Page, ready: readonly Buffer[], layouts: Layouts, count: number) {
  const scrolled = {} as Record<ScrollName, FrameFigures>;
  const pages = await startBarePage(ready);
  try {
    await page.addInitScript({ path: IN_PAGE });
    for (const one of SCROLLS) {
      await page.goto(pages.address(layouts[one.view], axisOf(one), count));
      scrolled[one.name] = frameFigures(await scrollOnce(page, one, layouts[one.view], '#room', 'img'));
    }
    return { scrolled, decided: await decide(page, 'marking') };
  } finally {
    await pages.close();
  }
}

const scrollOnce = (page: Page, one: Scroll, layout: Layout, scroller: string, cells: string) =>
  inPage<Scrolled>(page, 'scroll', {
    scroller,
    cells,
    axis: axisOf(one),
    from:
      axisOf(one) === 'x' ? one.from * layout.stepX : Math.floor(one.from / layout.columns) * layout.stepY,
    speed: one.speed,
    seconds: SECONDS,
    slack: axisOf(one) === 'x' ? layout.stepX - layout.width + 20 : layout.stepY - layout.height + 20,
  });

/** What in-page.js has by this name. */
const inPage = <T>(page: Page, name: string, ...args: readonly unknown[]): Promise<T> =>
  page.evaluate<T>(`window.bench.${name}(${args.map((one) => JSON.stringify(one)).join(', ')})`);

/** What follows from one act, which the page waits for before it comes. */
async function timed<T>(
  page: Page,
  name: string,
  args: readonly unknown[],
  act: () => Promise<void>,
): Promise<T> {
  await page.evaluate(
    `void (window.timed = window.bench.${name}(${args.map((one) => JSON.stringify(one)).join(', ')}))`,
  );
  await act();
  return page.evaluate<T>('window.timed');
}

/** `name`: what shows it in the page. */
async function decide(page: Page, name = 'decision'): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < DECISIONS; n++) {
    const press = () => page.keyboard.press(KEYS[n % KEYS.length] as string);
    times.push(...(await timed<number[]>(page, name, [], press)));
    await pause(LOOK);
  }
  return times;
}

async function changeAll(page: Page): Promise<WindowFigures['changed']> {
  const random = seededRandom(3);
  const times: Record<Way, number[][]> = { next: [], seen: [], far: [] };
  const strip = page.locator(scrollerOf(SCROLLS[0]));
  for (const way of WAYS)
    for (let n = 0; n < CHANGES[way]; n++) {
      if (way === 'next')
        times.next.push(await timed(page, 'change', ['keydown'], () => page.keyboard.press('ArrowRight')));
      else {
        if (way === 'far') {
          await strip.evaluate(
            `strip => (strip.scrollLeft = ${random()} * (strip.scrollWidth - strip.clientWidth))`,
          );
          await page.waitForFunction('window.bench.filled()');
        }
        const places = await inPage<{ x: number; y: number }[]>(page, 'places');
        const { x, y } = places[Math.floor(random() * places.length)] as { x: number; y: number };
        await page.mouse.move(x, y);
        await pause(POINT);
        times[way].push(await timed(page, 'change', ['pointerup'], () => page.mouse.click(x, y)));
      }
      await pause(LOOK);
    }
  const of = (way: Way): ChangeTimes => ({
    thumbnail: times[way].map(([thumbnail]) => thumbnail as number),
    full: times[way].map(([, full]) => full as number),
  });
  return { next: of('next'), seen: of('seen'), far: of('far') };
}

async function heapOf(control: CDPSession): Promise<number> {
  await control.send('HeapProfiler.collectGarbage');
  return (await control.send('Runtime.getHeapUsage')).usedSize;
}

console.log(JSON.stringify(await measure(boardAsked())));

/**
 * How the window feels on large storyboards: `npm run bench:ui [-- --shots 1000 --shots 10000 --bases 400]`. Boards are made by
 * a program, of JPEGs of four megapixels that all differ, and shown in a real browser over the real web host, each in a
 * process of its own, with a judge that takes time but no processor. Ends with exit code 1 when a bar is missed.
 */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTemporaryFolder } from '../board.js';
import { makeBoard } from '../boards/make-board.js';
import { type BundleOf, withBundles } from '../bundled.js';
import { atLeast, atMost, type Bar, mebibytes, seconds, tellBars, times } from '../cost.js';
import { optionsOf } from '../options.js';
import { percent, table } from '../statistics.js';
import { drawBases, pictureAt } from './pictures.js';
import { SCROLLS } from './scrolling.js';
import type { ThumbnailRate } from './thumbnails.js';
import type { Way, WindowFigures } from './window.js';

const options = optionsOf({
  shots: { type: 'string', multiple: true, default: ['1000', '10000'] },
  bases: { type: 'string', default: '400' },
});

const PROGRAMS = { window: 'bench/ui/window.ts', 'paced-judge-child': 'bench/boards/paced-judge-child.ts' };
/** Shots at the end that the analysis looks at, and share of the claims that fail. */
const WAITING = 400;
const FAILING = 0.1;
/** Shares of the frames. */
const MOST_SLOW = 0.01;
const MOST_LACKING = 0.05;
/** Milliseconds, of 95 in a hundred. */
const LONGEST = { decision: 50, thumbnail: 50, full: 150 };
const MOST_HEAP = 300 * 2 ** 20;
/** Of what sharp alone reaches. */
const LEAST_RATE = 0.8;

interface Measured extends WindowFigures {
  readonly shots: number;
}

const run = promisify(execFile);
const since = (started: number): string => seconds((performance.now() - started) / 1000);

async function measured(
  bundleOf: BundleOf<keyof typeof PROGRAMS>,
  shots: number,
  bases: readonly Buffer[],
): Promise<Measured> {
  return inTemporaryFolder(async (folder) => {
    console.error(`${shots} shots: making the board`);
    const started = performance.now();
    const board = await makeBoard(join(folder, 'board'), {
      shots,
      failing: FAILING,
      waiting: WAITING,
      picture: async (at) => pictureAt(bases, at),
    });
    console.error(`  made in ${since(started)}, measuring in a browser`);
    const { stdout, stderr } = await run(process.execPath, ['--expose-gc', bundleOf('window'), board]);
    process.stderr.write(stderr);
    await rm(board, { recursive: true });
    return { shots, ...(JSON.parse(stdout) as WindowFigures) };
  });
}

/** What 95 in a hundred do not exceed. */
function mostly(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(0.95 * sorted.length) - 1] ?? Number.NaN;
}

const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
const made = ({ rate, work }: ThumbnailRate): string =>
  `${rate.toFixed(0)} a second · ${work.toFixed(1)} ms of the processor each`;
const ALL_WAYS = {
  next: 'the next shot',
  seen: 'a shot that is seen',
  far: 'a shot far away',
} satisfies Record<Way, string>;
const WAYS = Object.keys(ALL_WAYS) as Way[];
const whole = ({ changed }: Measured, of: 'thumbnail' | 'full') => WAYS.flatMap((way) => changed[way][of]);

function barsOf(one: Measured): Bar[] {
  const { scrolled, decided, heap, thumbnails } = one;
  const name = `${one.shots} shots`;
  return [
    ...SCROLLS.map((scroll) =>
      atMost(
        `${name}, ${scroll.name}: frames over 33 ms`,
        scrolled[scroll.name].again.slow,
        MOST_SLOW,
        percent,
      ),
    ),
    ...SCROLLS.filter(({ isSteady }) => isSteady).map((scroll) =>
      atMost(
        `${name}, ${scroll.name}: frames that lack a picture, made meanwhile`,
        scrolled[scroll.name].first.lacking,
        MOST_LACKING,
        percent,
      ),
    ),
    atMost(`${name}: decision, 95 %`, mostly(decided.quiet), LONGEST.decision, milliseconds),
    atMost(
      `${name}: decision during analysis, 95 %`,
      mostly(decided.analysing),
      LONGEST.decision,
      milliseconds,
    ),
    atMost(
      `${name}: from shot to thumbnail, 95 %`,
      mostly(whole(one, 'thumbnail')),
      LONGEST.thumbnail,
      milliseconds,
    ),
    atMost(
      `${name}: from shot to the full picture, 95 %`,
      mostly(whole(one, 'full')),
      LONGEST.full,
      milliseconds,
    ),
    atMost(`${name}: heap of the page`, heap, MOST_HEAP, mebibytes),
    atLeast(
      `${name}: thumbnails made, of what sharp alone makes`,
      thumbnails.program.rate / thumbnails.sharp.rate,
      LEAST_RATE,
      times,
    ),
  ];
}

const all: Measured[] = [];
await withBundles(PROGRAMS, async (bundleOf) => {
  const started = performance.now();
  const bases = await drawBases(Number(options.bases));
  console.error(`${bases.length} drawings made in ${since(started)}`);
  for (const shots of options.shots) all.push(await measured(bundleOf, Number(shots), bases));
});

const row = (title: string, cell: (one: Measured) => string): string[] => [title, ...all.map(cell)];
const DECISIONS = {
  quiet: 'decision',
  analysing: 'decision during analysis',
  bare: 'a key on the bare page',
} as const;
const KINDS = { first: 'made meanwhile', again: 'made before', bare: 'bare page' } as const;
console.log(
  table(
    ['frames over 33 ms · that lack a picture', ...all.map(({ shots }) => `${shots} shots`)],
    SCROLLS.flatMap(({ name }) =>
      (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) =>
        row(`${name}: ${KINDS[kind]}`, ({ scrolled }) => {
          const { frames, slow, lacking } = scrolled[name][kind];
          return `${percent(slow)} · ${percent(lacking)} of ${frames}`;
        }),
      ),
    ),
  ),
);
console.log(
  `\n${table(
    ['median · 95 %', ...all.map(({ shots }) => `${shots} shots`)],
    [
      ...(['quiet', 'analysing', 'bare'] as const).map((when) =>
        row(DECISIONS[when], ({ decided }) => middleAndMost(decided[when])),
      ),
      ...(['thumbnail', 'full'] as const).flatMap((of) =>
        WAYS.map((way) =>
          row(`${ALL_WAYS[way]}: to the ${of === 'full' ? 'full picture' : of}`, ({ changed }) =>
            middleAndMost(changed[way][of]),
          ),
        ),
      ),
      row('heap of the page', ({ heap }) => mebibytes(heap)),
      row('thumbnails by the program', ({ thumbnails }) => made(thumbnails.program)),
      row('thumbnails by sharp alone', ({ thumbnails }) => made(thumbnails.sharp)),
    ],
  )}`,
);
console.log();
tellBars(all.flatMap(barsOf));

function middleAndMost(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `${milliseconds(sorted[sorted.length >> 1] ?? Number.NaN)} · ${milliseconds(mostly(values))}`;
}

/**
 * What large boards cost: `npm run bench:board [-- --shots 1000 --shots 10000 --failing 0.01 --failing 0.1]`. Boards
 * are made by a program (make-board.ts) and opened in the whole program, without a window and then in a real browser,
 * each time in a process of its own, with a judge that takes time but no processor. Ends with exit code 1 when a bar is
 * missed.
 */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTemporaryFolder } from '../board.js';
import { type BundleOf, withBundles } from '../bundled.js';
import { atMost, type Bar, mebibytes, seconds, tellBars } from '../cost.js';
import { optionsOf } from '../options.js';
import { percent, table } from '../statistics.js';
import { makeBoard } from './make-board.js';
import type { BoardFigures } from './measure.js';
import type { WindowFigures } from './window.js';

const options = optionsOf({
  shots: { type: 'string', multiple: true, default: ['1000', '10000'] },
  failing: { type: 'string', multiple: true, default: ['0.01', '0.1'] },
});

const PROGRAMS = {
  measure: 'bench/boards/measure.ts',
  window: 'bench/boards/window.ts',
  'paced-judge-child': 'bench/boards/paced-judge-child.ts',
};
/** Shots at the end that the analysis looks at. */
const WAITING = 100;
/** Milliseconds of processor time after one frame changed, on boards up to so many shots. */
const MOST_WORK = [
  { shots: 1000, work: 50 },
  { shots: 10_000, work: 300 },
];
const MOST_DELAY = 50;
const MOST_MEMORY = 500 * 2 ** 20;
/** Seconds until the strip shows, on boards up to so many shots. */
const LONGEST_OPENING = [
  { shots: 1000, seconds: 1 },
  { shots: 10_000, seconds: 5 },
];
/** Bytes that one change sends to a window, on boards up to so many shots. */
const MOST_SENT = { shots: 1000, bytes: 20_000 };

interface Measured extends BoardFigures, WindowFigures {
  readonly shots: number;
  readonly failing: number;
}

const run = promisify(execFile);

/** What a program of this folder says of a board, in a process of its own. */
async function figures<T>(program: string, board: string): Promise<T> {
  const { stdout } = await run(process.execPath, ['--expose-gc', program, board]);
  return JSON.parse(stdout);
}

async function measured(
  bundleOf: BundleOf<keyof typeof PROGRAMS>,
  shots: number,
  failing: number,
): Promise<Measured> {
  return inTemporaryFolder(async (folder) => {
    console.error(`${shots} shots, ${percent(failing)} failing: making the board`);
    const board = await makeBoard(join(folder, 'board'), { shots, failing, waiting: WAITING });
    console.error('  measuring');
    const host = await figures<BoardFigures>(bundleOf('measure'), board);
    console.error('  measuring in a browser');
    const window = await figures<WindowFigures>(bundleOf('window'), board);
    await rm(board, { recursive: true });
    return { shots, failing, ...host, ...window };
  });
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
const nameOf = ({ shots, failing }: Measured): string => `${shots} shots, ${percent(failing)} failing`;

function barsOf(one: Measured): Bar[] {
  const most = MOST_WORK.find(({ shots }) => one.shots <= shots)?.work ?? Number.POSITIVE_INFINITY;
  const name = nameOf(one);
  return [
    ...Object.entries(one.change).map(([change, work]) =>
      atMost(`${name}: processor time after ${change}`, work, most, milliseconds),
    ),
    atMost(`${name}: delay (99 %) while an analysis runs`, one.delay.p99, MOST_DELAY, milliseconds),
    atMost(`${name}: memory of the host`, one.memory.peak, MOST_MEMORY, mebibytes),
    ...windowBars(one, name),
  ];
}

function windowBars({ shots, opened, reloaded, sent }: Measured, name: string): Bar[] {
  const longest = LONGEST_OPENING.find((bar) => shots <= bar.shots)?.seconds ?? Number.POSITIVE_INFINITY;
  return [
    atMost(`${name}: from an existing review to the strip`, opened.strip, longest, seconds),
    atMost(`${name}: from a reload to the strip`, reloaded.strip, longest, seconds),
    ...(shots > MOST_SENT.shots ? [] : Object.entries(sent)).map(([change, bytes]) =>
      atMost(`${name}: sent to the window after ${change}`, bytes, MOST_SENT.bytes, kilobytes),
    ),
  ];
}

/** What a shot more costs, at the larger board against the smaller: at most as much again as the line allows. */
function growthBars(all: readonly Measured[]): Bar[] {
  const LINEAR = 1.2;
  return [...new Set(all.map(({ failing }) => failing))].flatMap((failing) => {
    const [small, large] = all.filter((one) => one.failing === failing).sort((a, b) => a.shots - b.shots);
    if (!small || !large) return [];
    const own = ({ memory }: Measured) => memory.settled - memory.before;
    const growth = own(large) / own(small) / (large.shots / small.shots);
    return [atMost(`${percent(failing)} failing: growth of memory to growth of the board`, growth, LINEAR)];
  });
}

const all: Measured[] = [];
await withBundles(PROGRAMS, async (bundleOf) => {
  for (const shots of options.shots)
    for (const failing of options.failing) all.push(await measured(bundleOf, Number(shots), Number(failing)));
});

const changes = Object.keys(all[0]?.change ?? {}) as (keyof BoardFigures['change'])[];
const sends = Object.keys(all[0]?.sent ?? {}) as (keyof WindowFigures['sent'])[];
console.log(
  table(
    ['', ...all.map(nameOf)],
    [
      ['open', ...all.map(({ open }) => seconds(open))],
      ['  and everything derived', ...all.map(({ settled }) => seconds(settled))],
      ...changes.map((change) => [
        `processor time after ${change}`,
        ...all.map((one) => milliseconds(one.change[change])),
      ]),
      ['processor time of a look at the canon', ...all.map(({ canon }) => milliseconds(canon.work))],
      ['  the longest delay meanwhile', ...all.map(({ canon }) => milliseconds(canon.most))],
      ['delay while analysing, 99 %', ...all.map(({ delay }) => milliseconds(delay.p99))],
      ['  the longest', ...all.map(({ delay }) => milliseconds(delay.most))],
      ['  frames looked at meanwhile', ...all.map(({ delay }) => String(delay.frames))],
      ['memory before', ...all.map(({ memory }) => mebibytes(memory.before))],
      ['  with the board settled', ...all.map(({ memory }) => mebibytes(memory.settled))],
      ['  at its most', ...all.map(({ memory }) => mebibytes(memory.peak))],
      ['opened in a browser, to the strip', ...all.map(({ opened }) => seconds(opened.strip))],
      ['  and to its pictures', ...all.map(({ opened }) => seconds(opened.pictures))],
      ['reloaded, to the strip', ...all.map(({ reloaded }) => seconds(reloaded.strip))],
      ['  and to its pictures', ...all.map(({ reloaded }) => seconds(reloaded.pictures))],
      ['sent as the document', ...all.map(({ document }) => kilobytes(document))],
      ...sends.map((change) => [`sent after ${change}`, ...all.map(({ sent }) => kilobytes(sent[change]))]),
    ],
  ),
);
console.log();
tellBars([...all.flatMap(barsOf), ...growthBars(all)]);

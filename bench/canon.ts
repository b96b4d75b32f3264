/**
 * The canon on short boards whose right answers were written before the program was asked: what a sheet says, which
 * changes the text licenses, which states exclude each other, what most shots show, what drifted and since when. Rules
 * are worked on with every second board, the open ones; of those held back nobody looks at what falls short.
 * `npm run bench:canon [-- --show open]`: with what falls short.
 */
import { wilson } from '@shared/wilson.js';
import { type Part, rowsOf } from './canon/boards.js';
import { type Scored, scored } from './canon/score.js';
import { optionsOf } from './options.js';
import { interval, percent, sum, table } from './statistics.js';

const values = optionsOf({ show: { type: 'string', default: '' } });

const NAMES: Readonly<Record<Part, string>> = {
  sheet: 'sheet entries',
  looks: 'looks that the text changes',
  props: 'things that the text changes',
  clashes: 'states that exclude each other',
  against: 'words against the canon',
  offers: 'offered of most shots',
  drift: 'drift, with where it was seen last',
};

const share = (hits: number, of: number): string =>
  `${percent(hits / of)} (${interval(wilson(hits, of))}) of ${of}`;

function rowFor(name: string, boards: readonly Scored[]): string[] {
  const count = (of: keyof Scored) => sum(boards.map((one) => one[of].length));
  const [right, missing, wrong] = [count('right'), count('missing'), count('wrong')];
  const whole = boards.filter((one) => one.missing.length + one.wrong.length === 0).length;
  return [name, share(whole, boards.length), share(right, right + missing), String(missing), String(wrong)];
}

const SETS = ['open', 'held'] as const;
const boards = (Object.keys(NAMES) as Part[]).flatMap((part) =>
  rowsOf(part).map((row, at) => ({ part, id: row.id, set: SETS[at % 2], score: scored(part, row) })),
);
for (const { part, id, set, score } of boards) {
  if (set !== values.show || score.missing.length + score.wrong.length === 0) continue;
  console.log(`${part}: ${id}`);
  for (const of of ['missing', 'wrong'] as const)
    for (const line of score[of]) console.log(`  ${of}: ${line}`);
}
for (const set of SETS) {
  const own = boards.filter((one) => one.set === set);
  const scores = (part?: Part) =>
    own.filter((one) => part === undefined || one.part === part).map(({ score }) => score);
  const rows = (Object.keys(NAMES) as Part[]).map((part) => rowFor(NAMES[part], scores(part)));
  console.log(
    `\n${table([set, 'boards wholly right', 'expected and found', 'missing', 'wrong'], [...rows, rowFor('all', scores())])}`,
  );
}

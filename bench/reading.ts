/**
 * How well descriptions are read into claims:
 * `npm run bench:reading [-- --dsg DIR] [--claims FILE.json ...] [--unmarked FILE | --marks FILE]`.
 *
 * Readers side by side on prompts written for this, with the claims that a careful person expects. The unseen ones are
 * by somebody who has no part in the rules; those who have don't look at them. Right or wrong was marked by a person
 * who did not know the reader: `--unmarked` writes the claims that nobody has marked yet, shuffled, `--marks` takes
 * them back. `--dsg` adds the recall of DSG-1k's propositions (a checkout of its repository), `--claims` other lists of
 * prompts with claims.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '@models/storybook/world/index.js';
import { median } from '@shared/median.js';
import { wilson } from '@shared/wilson.js';
import { optionsOf } from './options.js';
import { readDsg, scoreDsg } from './reading/dsg.js';
import { type Marked, promptsIn } from './reading/files.js';
import { type Read, readers } from './reading/readers.js';
import { type Claim, nameOf, type Prompt, type Scored, score, type Verdicts } from './reading/score.js';
import { bootstrap, interval, percent, sum, table } from './statistics.js';

const values = optionsOf({
  dsg: { type: 'string' },
  claims: { type: 'string', multiple: true, default: [] },
  unmarked: { type: 'string' },
  marks: { type: 'string' },
});

const FOLDER = join(import.meta.dirname, 'reading');
const VERDICTS = join(FOLDER, 'verdicts.json');

const READERS = await readers();

const share = (found: readonly boolean[]): number => sum(found.map(Number)) / found.length;

/** Of fewer than these, prompts drawn again say too little: all found would be certainty. */
const FEW = 40;

/** A share over all that `of` gives for each prompt, with its interval over prompts drawn again, Wilson's for few. */
function figure(prompts: readonly Scored[], of: (scored: Scored) => readonly boolean[]): string {
  const all = prompts.flatMap((scored) => of(scored));
  if (all.length === 0) return '–';
  const range =
    all.length < FEW
      ? wilson(sum(all.map(Number)), all.length)
      : bootstrap(prompts, (sample) => share(sample.flatMap((one) => of(one))));
  return `${percent(share(all))} (${interval(range)})`;
}

const judged = ({ claims }: Scored): boolean[] =>
  claims.flatMap(({ right }) => (right === null ? [] : [right]));

function row(name: string, prompts: readonly Scored[]): string[] {
  const claims = prompts.flatMap((scored) => scored.claims);
  return [
    name,
    String(sum(prompts.map(({ expectations }) => expectations.length))),
    figure(prompts, ({ expectations }) => expectations.map(({ found }) => found)),
    figure(prompts, ({ expectations }) => expectations.map(({ covered }) => covered)),
    String(claims.length),
    figure(prompts, judged),
    String(claims.filter(({ right }) => right === null).length),
  ];
}

const HEADER = ['', 'expected', 'recall', 'with whole clauses', 'claims', 'precision', 'not marked'];

/** The same prompts with what is of one kind alone. */
const ofKind = (prompts: readonly Scored[], kind: string): Scored[] =>
  prompts.map((scored) => ({
    ...scored,
    expectations: scored.expectations.filter((one) => one.kind === kind),
    claims: scored.claims.filter(({ claim }) => claim.kind === kind),
  }));

/** Milliseconds of the processor that this thread took so far; null where Node does not tell (before 23.9). */
function ofThisThread(): number | null {
  const used = (process as { threadCpuUsage?: () => NodeJS.CpuUsage }).threadCpuUsage?.();
  return used === undefined ? null : (used.user + used.system) / 1000;
}

/**
 * Of the processor, which does not depend on what else the machine is at as much as time by the clock does. What V8 takes
 * beside this thread to prepare code is in it: most of the first hundred descriptions of a thread, little of later ones.
 */
async function timed(read: Read, prompts: readonly Prompt[]): Promise<string> {
  for (const { prompt } of prompts.slice(0, 5)) await read(prompt);
  const taken: number[] = [];
  const start = ofThisThread();
  for (const { prompt } of prompts) {
    const before = process.cpuUsage();
    await read(prompt);
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1000);
  }
  const end = ofThisThread();
  const all = sum(taken) / taken.length;
  const own =
    start === null || end === null
      ? ''
      : `, ${((end - start) / taken.length).toFixed(1)} of it in the thread that reads`;
  taken.sort((a, b) => a - b);
  return `${median(taken).toFixed(1)} ms of the processor a description in the middle, ${(taken[Math.floor(taken.length * 0.95)] ?? 0).toFixed(1)} for one in twenty, ${all.toFixed(1)} of one after another${own}`;
}

async function readAll(read: Read, prompts: readonly Prompt[]): Promise<Claim[][]> {
  const all: Claim[][] = [];
  for (const { prompt } of prompts) all.push([...(await read(prompt))]);
  return all;
}

async function printSet(name: string, prompts: readonly Prompt[], verdicts: Verdicts): Promise<void> {
  console.log(`\n## ${name}: ${prompts.length} prompts\n`);
  const scored = new Map<string, Scored[]>();
  for (const reader of READERS) {
    const claims = await readAll(reader.read, prompts);
    scored.set(
      reader.name,
      prompts.map((prompt, i) => score(prompt, claims[i] ?? [], verdicts)),
    );
  }
  console.log(
    table(
      HEADER,
      [...scored].map(([reader, results]) => row(reader, results)),
    ),
  );
  for (const [reader, results] of scored) {
    const kinds = [...new Set(results.flatMap(({ expectations }) => expectations.map(({ kind }) => kind)))];
    console.log(`\n${reader}, by kind\n`);
    console.log(
      table(
        HEADER,
        kinds.map((kind) => row(kind, ofKind(results, kind))),
      ),
    );
  }
  console.log('');
  for (const { name: reader, read } of READERS) console.log(`${reader}: ${await timed(read, prompts)}`);
}

async function printDsg(folder: string): Promise<void> {
  const prompts = await readDsg(folder);
  console.log(`\n## DSG-1k: ${prompts.length} prompts, recall of propositions\n`);
  const rows: string[][] = [];
  for (const { name, read } of READERS) {
    const scores = [];
    for (const prompt of prompts) scores.push(scoreDsg(prompt, [...(await read(prompt.prompt))]));
    for (const kind of ['entity', 'attribute', 'relation', 'relation, never looked at', '']) {
      const [only, isHalf] = kind.split(', ');
      const units = scores
        .filter((_, i) => isHalf === undefined || i % 2 === 1)
        .map((one) => one.filter((result) => only === '' || result.kind === only));
      const shown = (key: 'found' | 'toTheWord' | 'covered'): string => {
        const shareOf = (sample: typeof units): number =>
          sum(sample.flat().map((one) => one[key])) / sample.flat().length;
        return `${percent(shareOf(units))} (${interval(bootstrap(units, (sample) => shareOf([...sample]), 300))})`;
      };
      const count = String(units.flat().length);
      rows.push([name, kind || 'all', count, shown('found'), shown('toTheWord'), shown('covered')]);
    }
  }
  console.log(table(['', 'kind', 'propositions', 'recall', 'to the word', 'with whole clauses'], rows));
}

/** Claims that have no verdict, in an order that tells nothing of who made them. */
async function writeUnmarked(file: string, prompts: readonly Prompt[], verdicts: Verdicts): Promise<void> {
  const found = new Map<string, Marked>();
  for (const { read } of READERS) {
    for (const { id, prompt } of prompts) {
      for (const claim of await read(prompt)) {
        const name = nameOf(claim);
        if (claim.kind !== 'phrase' && verdicts[id]?.[name] === undefined)
          found.set(`${id} ${name}`, { id, prompt, claim: name, right: null });
      }
    }
  }
  const random = seededRandom(1);
  const order = new Map([...found.keys()].map((key) => [key, random()]));
  const shuffled = [...found].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const together = shuffled.map(([, marked]) => marked).sort((a, b) => a.id.localeCompare(b.id));
  await writeFile(file, `${JSON.stringify(together, null, 1)}\n`);
  console.log(`${together.length} claims to mark: ${file}`);
}

async function takeMarks(file: string, verdicts: Verdicts): Promise<void> {
  const marks = JSON.parse(await readFile(file, 'utf8')) as Marked[];
  const all: Record<string, Verdicts[string]> = { ...verdicts };
  for (const { id, claim, right } of marks) {
    if (right !== null) all[id] = { ...all[id], [claim]: right ? 'right' : 'wrong' };
  }
  await writeFile(VERDICTS, `${JSON.stringify(all, null, 2)}\n`);
  console.log(`${marks.filter(({ right }) => right !== null).length} verdicts taken into ${VERDICTS}`);
}

const verdicts = JSON.parse(await readFile(VERDICTS, 'utf8')) as Verdicts;
const SETS = [
  ['Unseen prompts of whose errors nothing was told', 'untold'],
  ['Unseen prompts (kinds of error in them were told)', 'unseen'],
  ['Prompts kept back at first (later rules were steered by them)', 'kept-back'],
  ['Open prompts', 'open'],
] as const;
const sets: [string, readonly Prompt[]][] = [];
for (const [name, file] of SETS) sets.push([name, await promptsIn(join(FOLDER, `${file}.json`))]);
if (values.marks !== undefined) await takeMarks(values.marks, verdicts);
else if (values.unmarked !== undefined)
  await writeUnmarked(
    values.unmarked,
    sets.flatMap(([, prompts]) => prompts),
    verdicts,
  );
else {
  for (const [name, prompts] of sets) await printSet(name, prompts, verdicts);
  for (const file of values.claims) await printSet(file, await promptsIn(file), {});
  if (values.dsg !== undefined) await printDsg(values.dsg);
}

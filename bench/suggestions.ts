/**
 * Whether suggested edits are what a careful person would accept: `npm run bench:suggestions [-- --show]`. Two sets of
 * cases written before the rules; of the one that is held back only counts are shown, unless `--show held` asks.
 * Beside them what simpler means reach: the missed words said again at the end or the start, or made heavier where they
 * stand. `--prompts`: also what comes of it where each claim of the reading benchmark's prompts fails in turn, those kept
 * back and those of whose errors nothing was told. Ends with exit code 1 when a bar is missed.
 */
import { fileURLToPath } from 'node:url';
import type { SimplerMeans } from '@core/suggestions/testing/answered.js';
import { goldenCases, type Outcome, tried } from '@core/suggestions/testing/golden.js';
import { capitalised } from '@shared/capitalised.js';
import { dialectOf } from '@shared/dialect.js';
import { literally } from '@shared/whole-words.js';
import { wilson } from '@shared/wilson.js';
import { atLeast, atMost, tellBars } from './cost.js';
import { optionsOf } from './options.js';
import { promptsIn } from './reading/files.js';
import { bootstrap, interval, mean, percent, table } from './statistics.js';
import { type Came, came, type InTurn, inTurn, SAYINGS } from './suggestions/in-turn.js';

const values = optionsOf({
  show: { type: 'string', default: 'open' },
  prompts: { type: 'boolean', default: false },
});
const LEAST_PASSED = 0.9;
const MOST_HARM = 0.02;

const isPassed = ({ wrong, harm }: Outcome): boolean => wrong.length === 0 && harm.length === 0;
const harms = ({ harm }: Outcome): boolean => harm.length > 0;
const shareOf = (outcomes: readonly Outcome[], is: (one: Outcome) => boolean): number =>
  mean(outcomes.map((one) => Number(is(one))));
const share = (outcomes: readonly Outcome[], is: (one: Outcome) => boolean): string =>
  `${percent(shareOf(outcomes, is))} (${interval(bootstrap(outcomes, (sample) => shareOf(sample, is)))})`;

const sets = (['open', 'held'] as const).map((name) => ({
  name,
  outcomes: goldenCases(name).map((one) => tried(one)),
}));
for (const { name, outcomes } of sets)
  for (const { asked, prompt, wrong, harm } of outcomes)
    if (values.show === name && wrong.length + harm.length > 0)
      console.log(
        `${asked.model}, fails: ${asked.fails}\n  ${asked.prompt}\n  ${prompt}\n  ${[...wrong, ...harm].join('; ')}\n`,
      );
const all = sets.flatMap(({ outcomes }) => outcomes);
console.log(
  table(
    ['set', 'cases', 'passed', 'harm'],
    [...sets, { name: 'both', outcomes: all }].map(({ name, outcomes }) => [
      name,
      String(outcomes.length),
      share(outcomes, isPassed),
      share(outcomes, harms),
    ]),
  ),
);

/** With Wilson's interval: of few cases, cases drawn again say too little. */
const within = <Of>(outcomes: readonly Of[], is: (one: Of) => boolean): string => {
  const hits = outcomes.filter(is).length;
  return `${percent(hits / outcomes.length)} (${interval(wilson(hits, outcomes.length))})`;
};
const tableBy = (name: string, of: (one: Outcome) => string): string => {
  const groups = [...new Set(all.map(of))].sort();
  const rows = groups.map((group) => {
    const own = all.filter((one) => of(one) === group);
    return [group, String(own.length), within(own, isPassed), within(own, harms)];
  });
  return table([name, 'cases', 'passed', 'harm'], rows);
};
console.log(`\n${tableBy('kind of finding', ({ kind }) => kind ?? 'none')}`);
console.log(`\n${tableBy('dialect', ({ asked }) => dialectOf(asked.tool, asked.model))}`);

const SIMPLER: Readonly<Record<string, SimplerMeans>> = {
  'said at the end': (prompt, { text, negated }) => {
    const words = `${negated ? 'no ' : ''}${text}`;
    return prompt.endsWith('.') ? `${prompt} ${capitalised(words)}.` : `${prompt}, ${words}`;
  },
  'said at the start': (prompt, { text, negated }) => `${negated ? 'no ' : ''}${text}, ${prompt}`,
  'made heavier': (prompt, { text, negated }) =>
    negated ? prompt : prompt.replace(bare(text), (said) => `(${said}:1.2)`),
  'another seed': (prompt) => prompt,
};
/** The claim's words as they stand in a prompt, its article left out. */
function bare(text: string): RegExp {
  return new RegExp(literally(text.replace(/^an? /, '')), 'i');
}
const cases = sets.flatMap(({ name }) => goldenCases(name));
console.log(
  `\n${table(
    ['simpler means', 'passed', 'harm'],
    Object.entries(SIMPLER).map(([name, means]) => {
      const outcomes = cases.map((one) => tried(one, means));
      return [name, within(outcomes, isPassed), within(outcomes, harms)];
    }),
  )}`,
);

const isDone = ({ wrong, harm }: Came): boolean => wrong.length === 0 && harm.length === 0;
const doesHarm = ({ harm }: Came): boolean => harm.length > 0;

/** Whose errors nobody looks at while rules are written. */
const PROMPTS = ['kept-back', 'untold'];

async function casesOf(set: string): Promise<InTurn[]> {
  const file = fileURLToPath(new URL(`reading/${set}.json`, import.meta.url));
  return (await promptsIn(file)).flatMap(({ prompt }) => inTurn(prompt));
}

const known = <Of>(one: Of | null): Of[] => (one === null ? [] : [one]);

/** What comes of these prompts where each of their claims fails in turn. */
async function tellPrompts(): Promise<Came[]> {
  const asked = (await Promise.all(PROMPTS.map(casesOf))).flat();
  const outcomes = asked.flatMap((one) => known(came(one)));
  const figures = (some: readonly Came[]) => [within(some, isDone), within(some, doesHarm)];
  const rows = SAYINGS.flatMap((saying) =>
    ['plain', 'a1111'].map((dialect) => {
      const own = outcomes.filter(
        ({ asked: of }) => of.saying === saying && dialectOf(of.tool, of.model) === dialect,
      );
      return [saying, dialect, String(own.length), ...figures(own)];
    }),
  );
  console.log(`\n${table(['the prompt says', 'dialect', 'claims in turn', 'passed', 'harm'], rows)}`);
  const others = Object.entries(SIMPLER).map(([name, means]) => [
    name,
    ...figures(asked.flatMap((one) => known(came(one, means)))),
  ]);
  console.log(
    `\n${table(['other prompts', 'passed', 'harm'], [['as suggested', ...figures(outcomes)], ...others])}`,
  );
  if (values.show === 'prompts')
    for (const { asked: of, prompt, wrong, harm } of outcomes.filter((one) => !isDone(one)))
      console.log(
        `\n${of.model}, says ${of.saying}, fails: ${of.fails.text}\n  ${of.prompt}\n  ${prompt}\n  ${[...wrong, ...harm].join('; ')}`,
      );
  return outcomes;
}

const real = values.prompts ? await tellPrompts() : [];
console.log();
const ofReal = (is: (one: Came) => boolean): number => mean(real.map((one) => Number(is(one))));
tellBars([
  atLeast('passed', shareOf(all, isPassed), LEAST_PASSED, percent),
  atMost('harm', shareOf(all, harms), MOST_HARM, percent),
  ...(real.length > 0
    ? [
        atLeast('passed of other prompts', ofReal(isDone), LEAST_PASSED, percent),
        atMost('harm to other prompts', ofReal(doesHarm), MOST_HARM, percent),
      ]
    : []),
]);

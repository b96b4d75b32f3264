/**
 * Whether suggested edits are what a careful person would accept: `npm run bench:suggestions [-- --show]`. Two sets of
 * cases written before the rules; of the one that is held back only counts are shown, unless `--show held` asks.
 * Beside them what simpler means reach: the missed words said again at the end or the start, or made heavier where they
 * stand. `--prompts`: also whether anything is harmed where each claim of the reading benchmark's prompts fails in turn,
 * those kept back and those of whose errors nothing was told. Ends with exit code 1 when a bar is missed.
 */
import { fileURLToPath } from 'node:url';
import { readClaims } from '@core/claims/index.js';
import { goldenCases, type Outcome, type SimplerMeans, tried } from '@core/suggestions/testing/golden.js';
import { capitalised } from '@shared/capitalised.js';
import { dialectOf } from '@shared/dialect.js';
import { literally } from '@shared/whole-words.js';
import { wilson } from '@shared/wilson.js';
import { atLeast, atMost, tellBars } from './cost.js';
import { optionsOf } from './options.js';
import { promptsIn } from './reading/files.js';
import { bootstrap, interval, mean, percent, table } from './statistics.js';

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
const within = (outcomes: readonly Outcome[], is: (one: Outcome) => boolean): string => {
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

/** One model of each dialect. */
const MODELS = [
  ['comfyui', 'flux1-dev'],
  ['a1111', 'sd_xl_base_1.0'],
] as const;
/** Of edits to real prompts, where there is no telling which words would be best: any may be there, as many as it takes. */
const ANYHOW = {
  negative: '',
  sheet: [],
  require: [],
  requireNegative: [],
  forbid: [],
  largest: 1000,
  optional: true,
};

/** What comes of it where each claim of these prompts fails in turn. */
async function inTurn(set: string): Promise<Outcome[]> {
  const file = fileURLToPath(new URL(`reading/${set}.json`, import.meta.url));
  return (await promptsIn(file)).flatMap(({ prompt }) =>
    readClaims(prompt, []).flatMap(({ text, negated, span }) =>
      span === null
        ? []
        : MODELS.map(([tool, model]) =>
            tried({ ...ANYHOW, prompt, tool, model, fails: `${negated ? 'not ' : ''}${text}` }),
          ),
    ),
  );
}

const real: Outcome[] = [];
if (values.prompts) {
  const rows: string[][] = [];
  for (const set of ['kept-back', 'untold']) {
    const outcomes = await inTurn(set);
    real.push(...outcomes);
    for (const [tool, model] of MODELS) {
      const own = outcomes.filter(({ asked }) => asked.model === model);
      const isChanged = ({ asked, prompt }: Outcome) => prompt !== null && prompt !== asked.prompt;
      rows.push([
        set,
        dialectOf(tool, model),
        String(own.length),
        within(own, isChanged),
        within(own, harms),
      ]);
    }
  }
  console.log(`\n${table(['prompts', 'dialect', 'claims in turn', 'other words', 'harm'], rows)}`);
  if (values.show === 'prompts')
    for (const { asked, prompt, harm } of real.filter(harms))
      console.log(`\n${asked.model}, fails: ${asked.fails}\n  ${prompt}\n  ${harm.join('; ')}`);
}
console.log();
tellBars([
  atLeast('passed', shareOf(all, isPassed), LEAST_PASSED, percent),
  atMost('harm', shareOf(all, harms), MOST_HARM, percent),
  ...(real.length > 0 ? [atMost('harm to other prompts', shareOf(real, harms), MOST_HARM, percent)] : []),
]);

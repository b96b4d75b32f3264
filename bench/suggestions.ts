/**
 * Whether suggested edits are what a careful person would accept: `npm run bench:suggestions [-- --show]`. Two sets of
 * cases written before the rules; of the one that is held back only counts are shown, unless `--show held` asks.
 */
import { parseArgs } from 'node:util';
import { goldenCases, type Outcome, tried } from '@core/suggestions/testing/golden.js';
import { atLeast, atMost, barLine } from './cost.js';
import { bootstrap, interval, mean, percent, table } from './statistics.js';

const { values } = parseArgs({ options: { show: { type: 'string', default: 'open' } } });
const LEAST_PASSED = 0.9;
const MOST_HARM = 0.02;

const isPassed = ({ wrong, harm }: Outcome): boolean => wrong.length === 0 && harm.length === 0;
const harms = ({ harm }: Outcome): boolean => harm.length > 0;
const shareOf = (outcomes: readonly Outcome[], is: (one: Outcome) => boolean): number =>
  mean(outcomes.map((one) => Number(is(one))));
const share = (outcomes: readonly Outcome[], is: (one: Outcome) => boolean): string =>
  `${percent(shareOf(outcomes, is))} (${interval(bootstrap(outcomes, (sample) => shareOf(sample, is)))})`;

const sets = (['open', 'held'] as const).map((name) => ({ name, outcomes: goldenCases(name).map(tried) }));
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
console.log(`\n${barLine(atLeast('passed', shareOf(all, isPassed), LEAST_PASSED, percent))}`);
console.log(barLine(atMost('harm', shareOf(all, harms), MOST_HARM, percent)));

/**
 * Whether suggestions help, and what the way to a picture costs: `npm run bench:loop [-- --trials 6 --rounds 3]`. The
 * sample board in automatic mode, with suggestions and with plain re-rolls of the old prompt, the same number of
 * pictures each: made by the Storybook generator, and by a double of ComfyUI that paints the same world from what its
 * graph says. A shot counts as right when its pick shows everything its description asks for, by the world's own
 * truth and not by the judge. Then what the program adds to a request, and how much eight servers make; these alone
 * without trials (`--trials 0`). Ends with exit code 1 when a bar is missed.
 */
import { atLeast, tellBars } from './cost.js';
import { withDoubles } from './loop/doubles.js';
import type { Figures } from './loop/figures.js';
import { overhead } from './loop/overhead.js';
import { pool } from './loop/pool.js';
import { type Studio, withStudio } from './loop/studio.js';
import { gainOf, type Outcome, outcomeOf, WAYS_HEADER, wayRow } from './loop/ways.js';
import { optionsOf } from './options.js';
import { table } from './statistics.js';
import { readTruth } from './truth.js';

const values = optionsOf({
  trials: { type: 'string', default: '6' },
  rounds: { type: 'string', default: '3' },
});
const [trials, rounds] = [Number(values.trials), Number(values.rounds)];
const truth = await readTruth();
const CANDIDATES = 4;
/** Share of the picks. */
const LEAST_GAIN = 0.2;
const points = (share: number): string => `${(100 * share).toFixed(1)} points`;

async function compared(studio: Studio): Promise<Figures> {
  const ways = new Map<string, Outcome[]>();
  const note = (name: string, outcome: Outcome): Outcome => {
    ways.set(name, [...(ways.get(name) ?? []), outcome]);
    return outcome;
  };
  await withDoubles({ count: 1, milliseconds: 0, draws: 'world' }, async ({ flags }) => {
    const comfy = await flags(studio.folder);
    const max = rounds * truth.shots.length;
    for (let trial = 1; trial <= trials; trial += 1) {
      for (const [name, own] of [
        ['Storybook', { generator: 'storybook' }],
        ['ComfyUI', comfy],
      ] as const) {
        const suggested = await outcomeOf(studio, truth, { flags: own, rounds, max });
        note(`${name}, with suggestions`, suggested);
        const reroll = { flags: own, rounds, max: suggested.made, reroll: true };
        note(`${name}, plain re-rolls`, await outcomeOf(studio, truth, reroll));
      }
      const best = { flags: comfy, rounds, max: max * CANDIDATES, candidates: CANDIDATES };
      note(`ComfyUI, best of ${CANDIDATES}`, await outcomeOf(studio, truth, best));
      console.error(`trial ${trial} of ${trials}`);
    }
  });
  const runsOf = (name: string): readonly Outcome[] => ways.get(name) ?? [];
  const gains = ['Storybook', 'ComfyUI'].map((name) => ({
    name,
    ...gainOf(runsOf(`${name}, with suggestions`), runsOf(`${name}, plain re-rolls`)),
  }));
  const sure = gains.map(({ name, said }) => `${name} ${said}`).join(', ');
  return {
    said: `${table(
      WAYS_HEADER,
      [...ways].map(([name, runs]) => wayRow(name, runs)),
    )}\n\n${trials} trials of up to ${rounds} rounds a shot; means. Gain in points, 95 %: ${sure}.`,
    bars: gains.map(({ name, gain }) =>
      atLeast(`${name}: suggestions above re-rolls, right picks`, gain, LEAST_GAIN, points),
    ),
  };
}

const parts = await withStudio(async (studio) => [
  ...(trials > 0 ? [await compared(studio)] : []),
  await overhead(studio),
]);
parts.push(await pool());
for (const { said } of parts) console.log(`${said}\n`);
tellBars(parts.flatMap(({ bars }) => bars));

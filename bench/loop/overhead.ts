/** What the program adds to a request: all between the yes and the take on the disk but the server's own time. */
import { median } from '@shared/median.js';
import { atMost, processCost, seconds } from '../cost.js';
import { withDoubles } from './doubles.js';
import type { Figures } from './figures.js';
import { made, quiet, shotsOf } from './orders.js';
import type { Studio } from './studio.js';

/** Milliseconds of a picture. */
const PICTURE = 2_000;
const REQUESTS = 20;
const MOST = 0.15;

/** One request after another, each judged before the next. */
export const overhead = ({ application, folder, open }: Studio): Promise<Figures> =>
  withDoubles({ count: 1, milliseconds: PICTURE, draws: 'world' }, async ({ flags, took }) => {
    await open(await flags(folder));
    const judge = async (): Promise<number> => (await processCost(application.inferencePid)).work;
    const [own, its] = [process.cpuUsage(), await judge()];
    const waited: number[] = [];
    for (const shot of shotsOf(application, REQUESTS)) {
      waited.push(...(await made(application, [shot])));
      await quiet(application);
    }
    const { user, system } = process.cpuUsage(own);
    const served = await took();
    const added = waited.map((one, at) => (one - (served[at] ?? Number.NaN)) / 1000).sort((a, b) => a - b);
    const at95 = added[Math.ceil(0.95 * added.length) - 1] ?? Number.NaN;
    const each = (work: number): string => seconds(work / REQUESTS);
    return {
      said:
        `${REQUESTS} requests of 2 s each, one after another. The program adds ${seconds(median(added))} ` +
        `(median), ${seconds(at95)} (95th percentile), ${seconds(added[0] ?? Number.NaN)} (least). Processor time of a request, judging included: ` +
        `${each((user + system) / 1e6)} in the program, ${each((await judge()) - its)} in the judge.`,
      bars: [atMost('what the program adds to a request (median)', median(added), MOST, seconds)],
    };
  });

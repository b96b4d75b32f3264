/**
 * Whether eight servers make eight times as many pictures as one. Their pictures are plain and the judge is paced, so
 * that this machine's own work is small beside the servers' time.
 */
import { startPacedJudge } from '../boards/paced-judge.js';
import { atLeast } from '../cost.js';
import { withDoubles } from './doubles.js';
import type { Figures } from './figures.js';
import { made, quiet, shotsOf } from './orders.js';
import { type Studio, withStudio } from './studio.js';

/** Milliseconds of a picture. */
const PICTURE = 2_000;
const SERVERS = 8;
/** Pictures for each server, so many at a time of one shot. */
const EACH = 8;
const CANDIDATES = 4;
const LEAST = 0.9;

/** Pictures a second. */
const throughput = (servers: number, { application, folder, open }: Studio): Promise<number> =>
  withDoubles({ count: servers, milliseconds: PICTURE, draws: 'plain' }, async ({ flags }) => {
    await open(await flags(folder));
    const times = await made(application, shotsOf(application, (servers * EACH) / CANDIDATES), CANDIDATES);
    await quiet(application);
    return times.length / (Math.max(...times) / 1000);
  });

export const pool = (): Promise<Figures> =>
  withStudio(async (studio) => {
    const one = await throughput(1, studio);
    const all = await throughput(SERVERS, studio);
    const share = all / one / SERVERS;
    return {
      said: `${EACH} pictures of 2 s for each server: ${one.toFixed(2)} a second with one, ${all.toFixed(2)} with ${SERVERS}.`,
      bars: [atLeast('eight servers, of eight times one', share, LEAST)],
    };
  }, startPacedJudge);

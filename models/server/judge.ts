/** A judge whose model runs on servers that speak the OpenAI protocol. */
import { createHash } from 'node:crypto';
import { ContinuistError } from '@shared/errors.js';
import type { ServerSetting } from '@shared/settings.js';
import type { Answer, Judge, JudgeDescription, JudgeRequest, JudgeResult, Question } from '../judge/index.js';
import { asksContrasts, calibrated, thresholdsOf, UNCALIBRATED } from '../judge/index.js';
import { SERVER_JUDGE } from '../library/index.js';
import { disclosure, hostOf } from './address.js';
import type { Reading } from './answer.js';
import type { Endpoint } from './endpoint.js';
import { ServerFailure } from './failure.js';
import { dataUrl, questionFor, RECIPE } from './frame.js';
import { EndpointPool, type Lease, POOL_TIMES, type PoolOptions } from './pool.js';

/** The judge's id in the settings. */

/** Frames under way at once, however many servers there are: each holds its picture in memory. */
const MOST_FRAMES = 512;
/** Servers that may break on one picture before it is set aside. */
const BREAKS_ALLOWED = 3;
/** Nothing was fitted for a model that is not known: the whole sentence counts as much as its claims. */
const WHOLE_WEIGHT = 0.5;
const WHOLE = 'whole';

export interface ServerJudgeOptions {
  readonly servers: readonly ServerSetting[];
  /** Bearer token; '' = none. */
  readonly key: string;
  /** Waiting times, for tests. */
  readonly times?: Partial<Omit<PoolOptions, 'key'>>;
}

/** What the interface shows of it before any server is met. */
export function serverJudgeInfo(servers: readonly ServerSetting[]): {
  id: string;
  name: string;
  licence: string;
  limits: string[];
  ready: boolean;
} {
  const hosts = [...new Set(servers.map(({ url }) => hostOf(url)))];
  return {
    id: SERVER_JUDGE,
    name: hosts.length > 0 ? `Server ${hosts.join(', ')}` : 'Server',
    licence: 'the model’s own',
    limits: hosts.length > 0 ? disclosure(servers) : ['No server is set: see “servers” in the settings.'],
    ready: hosts.length > 0,
  };
}

/** Throws JUDGE_UNAVAILABLE with each server's reason when none will do. */
export async function loadServerJudge({ servers, key, times }: ServerJudgeOptions): Promise<Judge> {
  if (servers.length === 0) throw new ContinuistError('JUDGE_UNAVAILABLE', 'no server is set');
  const pool = new EndpointPool(servers, { ...POOL_TIMES, ...times, key });
  try {
    await pool.meet();
  } catch (thrown) {
    pool.close();
    throw thrown;
  }
  const models = pool.models.join(' and ');
  const hash = createHash('sha256').update(JSON.stringify([pool.models, RECIPE]));
  const description: JudgeDescription = {
    ...serverJudgeInfo(servers),
    name: `${models} (server)`,
    version: `${SERVER_JUDGE}-${hash.digest('hex').slice(0, 12)}`,
    limits: disclosure(servers),
    device: 'server',
    thresholds: thresholdsOf(UNCALIBRATED),
    wholeWeight: WHOLE_WEIGHT,
    concurrency: Math.min(MOST_FRAMES, pool.capacity),
    keepsTime: true,
  };
  return {
    description,
    judge: (request, signal) => judgeFrame(pool, request, signal),
    close: async () => pool.close(),
  };
}

async function judgeFrame(
  pool: EndpointPool,
  { file, region, questions, whole }: JudgeRequest,
  signal?: AbortSignal,
): Promise<JudgeResult> {
  const started = performance.now();
  const picture = await dataUrl(file, region ?? null);
  const prepared = performance.now();
  const texts = new Map(questions.map(({ text }, index) => [`claim ${index}`, text]));
  if (whole) texts.set(WHOLE, whole);
  const { readings, first } = await readAll(pool, picture, texts, signal);
  const opposites = await contrastsOf(pool, picture, questions, readings, signal);
  const answers = questions.map(({ id }, index): Answer => {
    const reading = readings.get(`claim ${index}`) as Reading;
    const contrast = opposites.get(index);
    return {
      id,
      p: pOf(reading),
      reason: reading.kind === 'neither' ? reading.reason : '',
      ...(contrast !== undefined && { contrast }),
    };
  });
  const ofWhole = readings.get(WHOLE);
  const ended = performance.now();
  return {
    answers,
    whole: ofWhole ? pOf(ofWhole) : null,
    features: [],
    coarse: [...readings.values()].some(({ kind }) => kind === 'word'),
    timings: {
      prepare: prepared - started,
      prefill: first,
      claims: ended - prepared - first,
      total: ended - started,
    },
  };
}

/** P(yes) of the likeliest opposite of each question that asks for it, by its place; all of them side by side. */
async function contrastsOf(
  pool: EndpointPool,
  picture: string,
  questions: readonly Question[],
  readings: ReadonlyMap<string, Reading>,
  signal?: AbortSignal,
): Promise<Map<number, number>> {
  const asked = questions.flatMap((question, index) => {
    const p = pOf(readings.get(`claim ${index}`) as Reading);
    return p !== null && asksContrasts(question, p)
      ? (question.contrasts ?? []).map((text) => ({ key: `${index} ${text}`, index, text }))
      : [];
  });
  const texts = new Map(asked.map(({ key, text }) => [key, text]));
  const { readings: said } = await readAll(pool, picture, texts, signal);
  const likeliest = new Map<number, number>();
  for (const { key, index } of asked) {
    const p = pOf(said.get(key) as Reading);
    if (p !== null) likeliest.set(index, Math.max(p, likeliest.get(index) ?? 0));
  }
  return likeliest;
}

function pOf(reading: Reading): number | null {
  if (reading.kind === 'neither') return null;
  if (reading.kind === 'word') return reading.yes ? 1 : 0;
  return calibrated(reading.logit, UNCALIBRATED.otherwise);
}

/**
 * Every text's reading, and the milliseconds until the first. All on one server; what a failing server has not
 * answered goes on at another. Throws JUDGE_FAILED when servers break on this picture or refuse it.
 */
async function readAll(
  pool: EndpointPool,
  picture: string,
  texts: ReadonlyMap<string, string>,
  signal?: AbortSignal,
): Promise<{ readings: Map<string, Reading>; first: number }> {
  const started = performance.now();
  const readings = new Map<string, Reading>();
  const open = [...texts.keys()];
  const avoid = new Set<Endpoint>();
  let first = 0;
  let breaks = 0;

  const askNext = async (lease: Lease): Promise<void> => {
    const key = open.shift() as string;
    try {
      readings.set(key, await lease.ask(picture, questionFor(texts.get(key) ?? ''), signal));
      if (first === 0) first = performance.now() - started;
    } catch (thrown) {
      open.unshift(key);
      throw thrown;
    }
  };
  /** Asks until nothing is open. The first failure of any lane stops them all. */
  const lane = async (lease: Lease, stop: { failure: unknown }): Promise<void> => {
    try {
      while (open.length > 0 && stop.failure === null) await askNext(lease);
    } catch (thrown) {
      stop.failure ??= thrown;
    } finally {
      lease.release();
    }
  };
  const askAt = async (lease: Lease): Promise<void> => {
    const stop: { failure: unknown } = { failure: null };
    const lanes: Promise<void>[] = [];
    if (lease.endpoint.sharesPrefix && open.length > 1) {
      // The first answer puts the picture into the server's cache; until then others would repeat that work.
      await askNext(lease).catch((thrown: unknown) => {
        stop.failure = thrown;
      });
      for (let more = 1; more < open.length && stop.failure === null; more++) {
        const extra = lease.another();
        if (!extra) break;
        lanes.push(lane(extra, stop));
      }
    }
    lanes.push(lane(lease, stop));
    await Promise.all(lanes);
    if (stop.failure !== null) throw stop.failure;
  };

  while (open.length > 0) {
    const lease = await pool.lease(avoid, signal);
    try {
      await askAt(lease);
    } catch (thrown) {
      if (!(thrown instanceof ServerFailure)) throw thrown;
      if (thrown.kind === 'broken') breaks++;
      if (thrown.kind === 'refused' || breaks >= BREAKS_ALLOWED) {
        throw new ContinuistError('JUDGE_FAILED', `${lease.endpoint.host}: ${thrown.message}`, {}, thrown);
      }
      avoid.add(lease.endpoint);
    }
  }
  return { readings, first };
}

/** Several judges as one: each looks at the frame, and what they say is fused claim by claim. */
import { createHash } from 'node:crypto';
import { disagreementText } from '@shared/agreement.js';
import { ContinuistError } from '@shared/errors.js';
import type { Answer, Judge, JudgeDescription, JudgeRequest, JudgeResult, Question } from '../judge/index.js';
import { ENSEMBLE_JUDGE, type LibraryFolders } from '../library/index.js';
import { readFit } from './fit-file.js';
import { FUSION, fuse, type Opinion } from './fuse.js';
import { joined, limitsOf } from './info.js';
import { type EnsembleFit, type KindRules, rulesOf } from './rules.js';

/** A server that gives words for probabilities is taken to be as sure as this and no surer. */
const WORD_P = 0.9;

export interface LoadEnsembleOptions {
  /** Ids of its members, at least two. Features come from the first that has any. */
  readonly members: readonly string[];
  readonly load: (id: string) => Promise<Judge>;
  readonly folders: LibraryFolders;
}

/** Loads the members one after another. Throws JUDGE_UNAVAILABLE, with none of them left open. */
export async function loadEnsemble({ members, load, folders }: LoadEnsembleOptions): Promise<Judge> {
  const ids = [...new Set(members)];
  if (ids.length < 2 || ids.includes(ENSEMBLE_JUDGE)) {
    const detail = 'an ensemble has at least two other judges: name them in the setting “ensemble”';
    throw new ContinuistError('JUDGE_UNAVAILABLE', detail, { judge: ENSEMBLE_JUDGE });
  }
  const judges: Judge[] = [];
  try {
    for (const id of ids) judges.push(await load(id));
    const fit = await readFit(
      judges.map(({ description }) => description),
      folders,
    );
    return ensembleOf(judges, fit);
  } catch (thrown) {
    await Promise.all(judges.map((judge) => judge.close()));
    throw thrown;
  }
}

/** Of loaded judges, which it closes. `fit`: as fitted for these very versions; null = by what they say of themselves. */
export function ensembleOf(judges: readonly Judge[], fit: EnsembleFit | null): Judge {
  const rules = rulesOf(
    judges.map(({ description }) => description),
    fit,
  );
  return {
    description: describe(judges, rules, fit),
    judge: (request, signal) => judgeFrame(judges, rules, request, signal),
    close: async () => {
      await Promise.all(judges.map((judge) => judge.close()));
    },
  };
}

function describe(judges: readonly Judge[], rules: KindRules, fit: EnsembleFit | null): JudgeDescription {
  const members = judges.map(({ description }) => description);
  const versions = members.map(({ id, version }) => [id, version]);
  const hash = createHash('sha256').update(JSON.stringify([versions, rules, FUSION, WORD_P]));
  const known = fit
    ? `How its members count was fitted on ${fit.claims} claims about the storybook world.`
    : 'Its members were not measured together: each counts by what is known of it alone.';
  return {
    id: ENSEMBLE_JUDGE,
    name: joined(members.map(({ name }) => name)),
    version: `${ENSEMBLE_JUDGE}-${hash.digest('hex').slice(0, 12)}`,
    licence: joined(members.map(({ licence }) => licence)),
    limits: [known, ...limitsOf(members)],
    device: joined(members.map(({ device }) => device)),
    thresholds: thresholdsOf(rules),
    wholeWeight: members.reduce((sum, { wholeWeight }) => sum + wholeWeight, 0) / members.length,
    concurrency: Math.min(...members.map(({ concurrency = 1 }) => concurrency)),
    // A server's own patience must not be cut short because another member runs here.
    keepsTime: members.some(({ keepsTime }) => keepsTime),
    ...(members.every(({ closedWorld }) => closedWorld) && { closedWorld: true }),
    members: members.map(({ id, name, version }) => ({ id, name, version })),
  };
}

function thresholdsOf(rules: KindRules): JudgeDescription['thresholds'] {
  const own = Object.entries(rules).map(([kind, { pass, fail }]) => [kind, { pass, fail }]);
  return Object.fromEntries(own) as JudgeDescription['thresholds'];
}

async function judgeFrame(
  judges: readonly Judge[],
  rules: KindRules,
  request: JudgeRequest,
  signal?: AbortSignal,
): Promise<JudgeResult> {
  const start = performance.now();
  const results = await askAll(judges, request, signal);
  const names = new Map(judges.map(({ description: { id, name } }) => [id, name]));
  const answers = request.questions.map((question) => fusedAnswer(question, judges, results, rules, names));
  const add = (of: 'prepare' | 'prefill' | 'claims') =>
    results.reduce((sum, { timings }) => sum + timings[of], 0);
  return {
    answers,
    whole: meanOf(results.map(({ whole }) => whole)),
    features: results.find(({ features }) => features.length > 0)?.features ?? [],
    coarse: results.some(({ coarse }) => coarse),
    timings: {
      prepare: add('prepare'),
      prefill: add('prefill'),
      claims: add('claims'),
      total: performance.now() - start,
    },
  };
}

/** In the judges' order. Those on servers answer while those on this machine take turns. The first failure is thrown. */
async function askAll(
  judges: readonly Judge[],
  request: JudgeRequest,
  signal?: AbortSignal,
): Promise<JudgeResult[]> {
  const stop = new AbortController();
  const heard = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const failures: unknown[] = [];
  const ask = async (judge: Judge, after: Promise<unknown>): Promise<JudgeResult | null> => {
    try {
      await after;
      heard.throwIfAborted();
      return await judge.judge(request, heard);
    } catch (thrown) {
      failures.push(thrown);
      stop.abort();
      return null;
    }
  };
  let turn: Promise<unknown> = Promise.resolve();
  const asked = judges.map((judge) => {
    if (judge.description.device === 'server') return ask(judge, Promise.resolve());
    const own = ask(judge, turn);
    turn = own;
    return own;
  });
  // Waits for all, so that nothing of this frame runs on into the next one.
  const results = await Promise.all(asked);
  if (failures.length > 0) throw failures[0];
  return results.filter((result) => result !== null);
}

function fusedAnswer(
  { id, kind }: Question,
  judges: readonly Judge[],
  results: readonly JudgeResult[],
  rules: KindRules,
  names: ReadonlyMap<string, string>,
): Answer {
  const said = results.map((result, at) => {
    const answer = result.answers.find((one) => one.id === id);
    const { id: member } = (judges[at] as Judge).description;
    const opinionOf = (p: number | null): Opinion => ({
      id: member,
      p: p !== null && result.coarse ? Math.min(WORD_P, Math.max(1 - WORD_P, p)) : p,
    });
    return {
      opinion: opinionOf(answer?.p ?? null),
      contrast: opinionOf(answer?.contrast ?? null),
      reason: answer?.reason ?? '',
    };
  });
  const { p, agreement, members, disagree } = fuse(
    said.map(({ opinion }) => opinion),
    rules[kind],
  );
  // Those who said yes to the claim were not asked for its opposite.
  const { p: contrast } = fuse(
    said.map((one) => one.contrast),
    rules[kind],
  );
  const nameOf = (member: string) => names.get(member) ?? member;
  if (p === null) {
    const reasons = said.map(({ opinion, reason }) => `${nameOf(opinion.id)}: ${reason}`);
    const same = new Set(said.map(({ reason }) => reason)).size === 1;
    return { id, p, reason: same ? (said[0]?.reason ?? '') : reasons.join('; ') };
  }
  return {
    id,
    p,
    reason: disagree ? disagreementText(members, nameOf) : '',
    members,
    ...(contrast !== null && { contrast }),
    ...(agreement !== null && { agreement }),
  };
}

/** Of those that are known; null when none is. */
function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
}

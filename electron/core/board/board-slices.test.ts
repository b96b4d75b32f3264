/** How a board gets on with its work, on a clock that goes five milliseconds further whenever somebody looks at it. */
import { createHash } from 'node:crypto';
import { descriptionReader } from '@core/claims/index.js';
import type { DerivedChange } from '@shared/derived-change.js';
import { type Case, wordOf } from '@shared/examination/index.js';
import { aJudge } from '@testing/judge.js';
import { plainPng } from '@testing/pictures.js';
import { aFact } from '@testing/records.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ReadingThread } from '../claims/reading-thread.js';
import { judgementKey } from './judgement-key.js';
import { boardOf } from './testing/board-of.js';
import { someMeasures } from './testing/drawn-changes.js';

const UNREADABLE = { of: 'picture', message: 'It cannot be read.', hint: 'Replace it.' } as const;

const JUDGE = aJudge('1');
const DESCRIPTION = 'Mira waits in a red coat on the pier.';

const HAT = { ...aFact('hat'), statement: 'a girl with a blue hat' };

/** Frames so far: no prompt has been read for another test. */
let drawn = 0;

/** As many shots, each with a prompt of its own, whose pictures are measured. `judged`: as showing all but the coat. */
async function open(count: number, isJudged = true) {
  const png = await plainPng();
  const board = await boardOf(
    Array.from({ length: count }, (_, at) => ({
      description: DESCRIPTION,
      prompt: `${DESCRIPTION} Frame ${++drawn}.`,
      picture: Buffer.concat([png, Buffer.from(`${at}`)]),
    })),
  );
  const takes = board.takesInOrder();
  for (const take of takes) {
    const hash = createHash('md5').update(take.path).digest('hex').slice(0, 16);
    board.measured(take, { ...someMeasures(4), hash });
    if (!isJudged) continue;
    const claims = board.claimsOf(take.shotId);
    board.judged(take, {
      judge: JUDGE.id,
      judgeVersion: JUDGE.version,
      answers: Object.fromEntries(
        claims.map(({ kind, text }) => [
          `${kind}: ${text}`,
          { p: text.includes('coat') ? 0.05 : 0.95, reason: '' },
        ]),
      ),
      whole: { [DESCRIPTION]: 0.5 },
      features: [1, 0],
      milliseconds: 1,
      coarse: false,
      at: 0,
    });
  }
  await board.settled();
  let now = 1000;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 5));
  onTestFinished(() => clock.mockRestore());
  const [first] = takes;
  if (!first) throw new Error('no takes');
  return { board, takes, first, now: () => now };
}

it('looks at all takes before it finds anything, and whoever waits goes on as soon as it is known', async () => {
  const { board, takes } = await open(6);
  board.adoptCapabilities(['txt2img', 'seed', 'negative', 'weights']);
  board.adoptJudge(JUDGE);
  const shots = () => new Set(board.soFar.findings.map(({ shotId }) => shotId)).size;
  const suggested = () => Object.keys(board.soFar.suggestions).length;
  expect([shots(), suggested()]).toEqual([0, 0]);
  await board.seen();
  expect([board.waiting.size, shots(), suggested()]).toEqual([0, 0, 0]);
  await board.found();
  expect(shots()).toBe(takes.length);
  await board.settled();
  expect(suggested()).toBe(takes.length);
});

it('has prompts read while it goes on, and never stands still for one', async () => {
  const { board, takes } = await open(12);
  board.adoptCapabilities(['txt2img', 'seed', 'negative', 'weights']);
  const waited = vi.spyOn(ReadingThread.prototype, 'askNow');
  const ahead = vi.spyOn(ReadingThread.prototype, 'ask');
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  board.adoptJudge(JUDGE);
  await board.settled();
  expect(Object.keys(board.soFar.suggestions)).toHaveLength(takes.length);
  expect(waited).not.toHaveBeenCalled();
  expect(ahead.mock.calls.length).toBeGreaterThanOrEqual(takes.length);
});

it('does now what was put off until a prompt is read, for whoever cannot wait', async () => {
  const { board, takes } = await open(12);
  board.adoptCapabilities(['txt2img', 'seed', 'negative', 'weights']);
  const prepare = vi.spyOn(descriptionReader, 'prepare').mockReturnValue(new Promise(() => undefined));
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  board.adoptJudge(JUDGE);
  await board.found();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(board.soFar.suggestions).toEqual({});
  expect(prepare.mock.calls.length, 'few at a time').toBeLessThan(takes.length);
  const { suggestions } = board.derived;
  expect(Object.keys(suggestions)).toHaveLength(takes.length);
  await board.settled();
  expect(board.soFar.suggestions).toEqual(suggestions);
});

it('knows of every take what it waits for once all are seen', async () => {
  const { board, takes } = await open(6, false);
  board.adoptJudge(JUDGE);
  await board.seen();
  expect(board.waiting.size).toBe(takes.length);
});

it('waits for a judge of another version, and still knows that it was judged', async () => {
  const { board, takes } = await open(3);
  board.adoptJudge(aJudge('2'));
  await board.seen();
  expect([board.waiting.size, board.wasJudged]).toEqual([takes.length, true]);
  const { board: other } = await open(3, false);
  other.adoptJudge(JUDGE);
  expect(other.wasJudged).toBe(false);
});

it('says how a take stands as soon as all are compared', async () => {
  const { board, first } = await open(6);
  board.adoptJudge(JUDGE);
  const { analysis, findings } = await board.asPick(first);
  expect(analysis).toMatchObject({ state: 'done', judgeVersion: '1' });
  expect(findings.map(({ kind }) => kind)).toEqual(['claim-failed']);
  expect((await board.asPick({ ...first, id: 'unknown' })).findings).toEqual([]);
});

it('does at once all there is to do for whoever cannot wait', async () => {
  const { board, takes } = await open(6);
  board.adoptJudge(JUDGE);
  expect(new Set(board.derived.findings.map(({ shotId }) => shotId)).size).toBe(takes.length);
});

it('brings the claims of a shot up to its words at once, and those of all others soon', async () => {
  const { board, takes, first } = await open(6);
  board.adoptJudge(JUDGE);
  await board.settled();
  const asked: string[] = [];
  board.onAsked((ids) => asked.push(...ids));
  const texts = (shotId: string) => board.claimsOf(shotId).map(({ text }) => text);
  const description = 'A whale swims in the harbour.';
  board.review.run({
    id: 'a',
    at: 1,
    command: { type: 'edit-description', shotId: first.shotId, description },
  });
  expect(texts(first.shotId)).toContain('a whale');
  expect(new Set(asked)).toEqual(new Set([first.id]));
  board.review.run({ id: 'b', at: 2, command: { type: 'put-fact', fact: HAT } });
  const said = () =>
    takes.filter(({ shotId }) => texts(shotId).some((text) => text.includes('blue hat'))).length;
  expect(said(), 'not all before whoever asks next is answered').toBe(0);
  expect(Object.keys(board.derived.analyses)).toHaveLength(takes.length);
  expect(said()).toBe(takes.length - 1);
});

it('waits until the claims are up to what is said', async () => {
  const { board, takes } = await open(6);
  board.review.run({ id: 'b', at: 2, command: { type: 'put-fact', fact: HAT } });
  await board.worded();
  for (const { shotId } of takes)
    expect(board.claimsOf(shotId).some(({ text }) => text.includes('blue hat'))).toBe(true);
});

it('tells now and then how far it is, and the rest at the end', async () => {
  const { board, takes, now } = await open(16);
  board.adoptJudge(JUDGE);
  board.adoptCapabilities(['txt2img', 'seed', 'negative', 'weights']);
  const times: number[] = [];
  const told: DerivedChange[] = [];
  board.onDerived((change) => {
    times.push(now());
    told.push(change);
  });
  await board.settled();
  expect(times.length).toBeGreaterThan(2);
  const gaps = times.slice(1, -1).map((time, at) => time - (times[at] as number));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200);
  const findings = Object.assign({}, ...told.map((change) => change.findings));
  expect(Object.keys(findings)).toHaveLength(takes.length);
});

it('tells what somebody waits for as soon as it is known, and not before all of that is', async () => {
  const { board, takes, first, now } = await open(16);
  const last = takes.at(-1);
  board.adoptJudge(JUDGE);
  let began = 0;
  let told = 0;
  let messages = 0;
  board.onDerived(({ analyses }) => {
    if (began > 0) messages++;
    if (began > 0 && told === 0 && analyses[first.id]?.state === 'running') told = now();
    if (began > 0) return;
    began = now();
    for (const take of [first, last]) if (take) board.begin(take);
  });
  await board.settled();
  expect(told - began).toBeLessThan(100);
  expect(messages).toBeGreaterThan(1);
});

it('tells what somebody waits for together, not a little after each slice', async () => {
  const { board, takes, first } = await open(16);
  board.adoptJudge(JUDGE);
  const running: number[] = [];
  board.onDerived(({ analyses }) => {
    const some = Object.values(analyses).filter((analysis) => analysis?.state === 'running');
    if (some.length > 0) running.push(some.length);
  });
  // Whoever listens first is told everything.
  board.fail(first, UNREADABLE);
  await board.settled();
  for (const take of takes) board.begin(take);
  await board.settled();
  expect(running.reduce((sum, some) => sum + some, 0)).toBe(takes.length);
  // One more only where it was time to say how far it is.
  expect(running.length).toBeLessThanOrEqual(2);
});

it('tells whoever listens first everything, and nothing of what changes nothing', async () => {
  const { board, takes, first } = await open(4);
  board.adoptJudge(JUDGE);
  await board.settled();
  const told: DerivedChange[] = [];
  board.onDerived((change) => told.push(change));
  board.begin(first);
  await board.settled();
  expect(Object.keys(told[0]?.analyses ?? {}).sort()).toEqual(takes.map(({ id }) => id).sort());
  const before = told.length;
  board.begin(first);
  await board.settled();
  expect(told).toHaveLength(before);
});

it('suggests what the generator can do', async () => {
  const { board, first } = await open(1);
  board.adoptJudge(JUDGE);
  await board.settled();
  const before = board.suggestionFor(first.shotId);
  board.adoptCapabilities(['txt2img', 'seed', 'negative', 'weights']);
  await board.settled();
  expect(board.suggestionFor(first.shotId)).not.toEqual(before);
});

it('ends its work and its review when it is closed', async () => {
  const { board, first } = await open(2);
  board.adoptJudge(JUDGE);
  board.close();
  await board.settled();
  expect(board.findingsOf(first.shotId)).toEqual([]);
  const command = { type: 'set-note', shotId: first.shotId, note: 'fog' } as const;
  expect(() => board.review.run({ id: 'a', at: 1, command })).toThrow('database is not open');
});

it('tells of a large board in messages of at most five hundred takes and shots, and is settled once all are told', async () => {
  const { board, takes } = await open(520, false);
  const told: DerivedChange[] = [];
  board.onDerived((change) => told.push(change));
  await board.settled();
  told.length = 0;
  for (const take of takes) board.fail(take, UNREADABLE);
  await board.settled();
  const sizes = told.map(
    ({ analyses, findings, suggestions }) =>
      [analyses, findings, suggestions].flatMap((part) => Object.keys(part)).length,
  );
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
  const inAll = (part: 'analyses' | 'findings') =>
    new Set(told.flatMap((change) => Object.keys(change[part])));
  expect(inAll('analyses').size).toBe(520);
  expect(inAll('findings').size).toBe(520);
  // What was found in a frame is told no later than its analysis.
  const at = (part: 'analyses' | 'findings', id: string) => told.findIndex((change) => id in change[part]);
  for (const { id, shotId } of takes) expect(at('findings', shotId)).toBeLessThanOrEqual(at('analyses', id));
});

it('learns a brand’s style anew for what it is told by, and for nothing else', async () => {
  const { board, first } = await open(2);
  board.review.run({ id: 'a', at: 1, command: { type: 'mark-style', takeId: first.id, on: true } });
  board.adoptJudge(JUDGE);
  await board.settled();
  const learned = board.brand.report;
  const judgement = board.review.judgement(judgementKey(first, JUDGE));
  const measures = board.measures(first);
  if (!judgement || !measures) throw new Error('not looked at');
  board.judged(first, { ...judgement, milliseconds: 2 });
  await board.settled();
  expect(board.analysis(first.id)?.milliseconds).toBe(2);
  expect(board.brand.report).toBe(learned);
  board.measured(first, { ...measures, writing: [] });
  await board.settled();
  expect(board.brand.report).toBe(learned);
  board.judged(first, { ...judgement, features: [0, 1] });
  await board.settled();
  expect(board.brand.report).not.toBe(learned);
});

it('looks at no picture again for decisions that are counted and move nothing, and at all for one that moves a threshold', async () => {
  const { board } = await open(12);
  board.adoptJudge(JUDGE);
  await board.settled();
  const looks = vi.spyOn(board.review, 'judgement');
  onTestFinished(() => looks.mockRestore());
  const lookedFor = async (cases: readonly Case[]): Promise<number> => {
    looks.mockClear();
    const nothing = { examined: [], pairs: [], own: new Map(), usual: new Map() };
    const { thresholds } = JUDGE;
    board.adoptWord(wordOf({ ...nothing, thresholds, cases: new Map([['colour', cases]]) }));
    await board.settled();
    return looks.mock.calls.length;
  };
  const agreed = Array.from({ length: 8 }, () => ({ p: 0.3, overruled: false }));
  for (const [at] of agreed.entries()) expect(await lookedFor(agreed.slice(0, at + 1))).toBe(0);
  expect(await lookedFor(agreed.map((one) => ({ ...one, overruled: true })))).toBe(12);
});

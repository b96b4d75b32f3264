import type { Command } from '@shared/commands/index.js';
import type { Claim, Take } from '@shared/records/index.js';
import { aJudge } from '@testing/judge.js';
import { aBoard, aClaim, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { analysed, someMeasures } from './testing/drawn-changes.js';
import { KnownBoard } from './testing/known-board.js';

const small = () => {
  const board = new KnownBoard(aBoard(3));
  analysed(3)(board);
  return board;
};

it('says how far it is: looked at, compared and found', () => {
  const board = small();
  const { derivation } = board;
  const reached: string[] = [];
  const note = () => reached.push(`${derivation.isSeen} ${derivation.isAnalysed} ${derivation.isFound}`);
  note();
  while (derivation.step(['now', 'first', 'drift'])) note();
  expect([...new Set(reached)]).toEqual(['false false false', 'true false false', 'true true true']);
});

it('knows of claims that fail by the time it knows the analysis, so that no such frame passes for right meanwhile', () => {
  const board = small();
  const { derivation } = board;
  board.judge = aJudge('1');
  derivation.judgeChanged();
  for (const n of [0, 1, 2]) board.judged(aTake(n), [1], () => 0.02);
  const known: number[] = [];
  while (derivation.step(['now', 'first', 'drift']))
    for (const n of [0, 1, 2]) {
      if (known.includes(n) || derivation.analysis(`take-${n}`)?.state !== 'done') continue;
      known.push(n);
      expect(derivation.findingsOf(`shot-${n}`).length).toBeGreaterThan(0);
    }
  expect(known.toSorted()).toEqual([0, 1, 2]);
});

it('reads what was judged anew when the judge’s word is worth something else, once nobody waits for anything', () => {
  const board = small();
  board.settled();
  const { derivation } = board;
  derivation.wordChanged();
  expect([derivation.isSeen, derivation.step(['now', 'first']), derivation.step(['drift'])]).toEqual([
    false,
    null,
    'drift',
  ]);
});

it('looks at the pictures of a shot again for what is asked of them alone, not for what is noted or moved', () => {
  const board = small();
  board.settled();
  const isSeenAfter = (command: Command): boolean => {
    board.run(command);
    const { isSeen, isFound } = board.derivation;
    board.settled();
    return isSeen && isFound;
  };
  const [shotId, shotIds] = ['shot-1', ['shot-1']];
  expect(isSeenAfter({ type: 'set-note', shotId, note: 'fog' })).toBe(true);
  expect(isSeenAfter({ type: 'hold', shotId, reason: '' })).toBe(true);
  expect(isSeenAfter({ type: 'edit-description', shotId, description: 'A fox sleeps.' })).toBe(false);
  expect(isSeenAfter({ type: 'omit-shots', shotIds, isOmitted: true })).toBe(false);
  expect(isSeenAfter({ type: 'omit-shots', shotIds, isOmitted: false })).toBe(false);
});

it('answers for single takes and shots what it tells of all', () => {
  const board = small();
  const { derivation } = board;
  expect(derivation.analysis('take-0')).toBeNull();
  expect(derivation.findingsOf('shot-0')).toEqual([]);
  expect(derivation.suggestionFor('shot-0')).toBeNull();
  const { analyses, findings, suggestions } = board.settled();
  for (const n of [0, 1, 2]) {
    expect(derivation.analysis(`take-${n}`)).toEqual(analyses[`take-${n}`]);
    expect(derivation.findingsOf(`shot-${n}`)).toEqual(
      findings.filter(({ shotId }) => shotId === `shot-${n}`),
    );
    expect(derivation.suggestionFor(`shot-${n}`)).toEqual(suggestions[`shot-${n}`] ?? null);
  }
  expect(Object.keys(suggestions).length).toBeGreaterThan(0);
});

it('says of the pick alone that what is found in it is known, and of another one not before it was looked for', () => {
  const board = small();
  const { derivation } = board;
  board.settled();
  const made: Take = { ...aTake(9), shotId: 'shot-0' };
  board.change({ take: { added: { [made.id]: made }, updated: {}, removed: {} } });
  board.settled();
  const found = () => [aTake(0).id, made.id].map((id) => derivation.analysis(id)?.found);
  expect(found()).toEqual([true, false]);
  board.run({ type: 'pick-take', shotId: 'shot-0', takeId: made.id });
  expect(derivation.findingsOf('shot-0').some(({ takeId }) => takeId === made.id)).toBe(false);
  expect(found()).toEqual([true, false]);
  board.settled();
  expect(found()).toEqual([false, true]);
  board.run({ type: 'omit-shots', shotIds: ['shot-0'], isOmitted: true });
  board.settled();
  expect(found()).toEqual([false, false]);
});

it('says nothing of a picture that was judged while the judge is expected, and of others what is known', () => {
  const board = new KnownBoard(aBoard(2));
  const { derivation } = board;
  board.judge = aJudge('1');
  board.measured(aTake(0), someMeasures(1));
  board.judged(aTake(0), [1], () => 0.9);
  const version = (of: string) => {
    board.judge = aJudge(of);
    derivation.judgeChanged();
    board.settled();
    return [0, 1].map((n) => derivation.analysis(aTake(n).id)?.state ?? null);
  };
  board.isJudgeExpected = true;
  expect(version('2')).toEqual([null, 'waiting']);
  expect(version('1')).toEqual(['done', 'waiting']);
  expect(version('2')).toEqual([null, 'waiting']);
  board.isJudgeExpected = false;
  derivation.judgeSettled();
  board.settled();
  expect([0, 1].map((n) => derivation.analysis(aTake(n).id)?.state)).toEqual(['waiting', 'waiting']);
});

it('finds nothing in and by a shot that is gone, and once it is back what it found before', () => {
  const board = new KnownBoard(aBoard(3));
  // All are near copies, so that what is found in one names others.
  analysed(5)(board);
  const before = board.settled();
  expect(before.findings.map(({ shotId }) => shotId)).toContain('shot-1');
  const of = <T>(rows: Readonly<Record<string, T>>, id: string) => ({
    added: {},
    updated: {},
    removed: { [id]: rows[id] as T },
  });
  const { shot, take, claim } = board.records;
  board.change({ shot: of(shot, 'shot-1'), take: of(take, 'take-1'), claim: of(claim, 'claim-1') });
  expect(board.settled()).toEqual(board.fromScratch());
  expect(board.derivation.analysis('take-1')).toBeNull();
  board.undo(0);
  expect(board.settled()).toEqual(before);
});

it('tells once which takes have something new asked of them', () => {
  const board = small();
  const { derivation } = board;
  board.settled();
  derivation.takeAsked();
  board.run({ type: 'add-claim', shotId: 'shot-1', kind: 'entity', text: 'a whale' });
  expect(derivation.takeAsked(), 'before anybody has looked').toEqual([]);
  expect(derivation.seeOne()).toBe(true);
  expect(derivation.takeAsked()).toEqual(['take-1']);
  expect(derivation.takeAsked()).toEqual([]);
  expect(derivation.seeOne(), 'nobody waits for another').toBe(false);
});

it('knows no findings of a take that is none of its own', () => {
  const board = small();
  board.settled();
  expect(board.derivation.findingsAsPick({ ...aTake(0), id: 'unknown' })).toBeNull();
});

it('asks more firmly for what a take made from the pick lost, for as long as there is that take', () => {
  const claim = (kind: Claim['kind'], text: string, more: Partial<Claim>): Claim => ({
    ...aClaim(0),
    ...{ id: text, kind, text, subject: null, attribute: null, ...more },
  });
  const records = aBoard(1);
  const shot = records.shot['shot-0'];
  const prompt = 'a fox, in a forest, at night';
  const board = new KnownBoard({
    ...records,
    shot: { 'shot-0': { ...(shot as NonNullable<typeof shot>), description: prompt, prompt } },
    claim: {
      'in a forest': claim('place', 'in a forest', { object: 'forest' }),
      'at night': claim('time', 'at night', { value: 'night' }),
    },
  });
  board.judge = aJudge('1');
  board.capabilities = ['txt2img', 'seed', 'negative', 'weights'];
  board.derivation.judgeChanged();
  const sees = (take: Take, missed: string) => {
    board.judged(take, [1], (key) => (key.includes(missed) ? 0.05 : 0.95));
    board.settled();
  };
  const asked = () => board.derivation.suggestionFor('shot-0')?.edits.map(({ reason }) => reason);
  sees(board.records.take['take-0'] as Take, 'at night');
  const plain = asked();
  expect(plain).toEqual([expect.stringContaining('“at night”')]);
  const made: Take = {
    ...aTake(9),
    shotId: 'shot-0',
    origin: { kind: 'regenerated', fromTakeId: 'take-0', requestId: 'r' },
  };
  board.change({ take: { added: { [made.id]: made }, updated: {}, removed: {} } });
  board.settled();
  expect(asked()).toEqual(plain);
  sees(made, 'in a forest');
  expect(asked()).toEqual([...(plain ?? []), expect.stringMatching(/“in a forest”.*: a try lost it$/)]);
  expect(board.settled()).toEqual(board.fromScratch());
  board.undo(0);
  board.settled();
  expect(asked()).toEqual(plain);
});

it('says that nothing can be suggested only of what is open: of what is found next that is not known yet', () => {
  const board = new KnownBoard(aBoard(1));
  const take = board.records.take['take-0'] as Take;
  board.judge = aJudge('1');
  board.derivation.judgeChanged();
  const seen = () => {
    const { findings, suggestions } = board.told;
    const suggested = suggestions['shot-0'];
    return `${findings.map(({ kind }) => kind)}: ${suggested && suggested !== 'none' ? 'suggested' : suggested}`;
  };
  const steps = (): string[] => {
    const all = [seen()];
    // More than there are.
    for (let n = 0; n < 50; n++) {
      board.work(1);
      if (seen() !== all.at(-1)) all.push(seen());
    }
    return all;
  };
  board.failed.set(take.id, { of: 'picture', message: 'It is empty.', hint: '' });
  board.derivation.stateChanged(take);
  expect(steps()).toEqual([': undefined', 'unreadable: undefined', 'unreadable: none']);
  board.failed.delete(take.id);
  board.judged(take, [1], () => 0.02);
  board.derivation.stateChanged(take);
  expect(steps()).toEqual(['unreadable: none', 'claim-failed: undefined', 'claim-failed: suggested']);
});

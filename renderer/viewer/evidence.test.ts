import type { Verdict } from '@shared/analysis.js';
import { boardOf, finding, take } from '@testing/derived-board.js';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from '../board/index.js';
import { answerShown, type Heat, NOTHING, pointedAt } from './evidence.js';

const verdict = (outcome: Verdict['outcome'], p: number | null): Verdict => ({
  claimId: 'c',
  kind: 'attribute',
  text: 'a fox',
  p,
  outcome,
  reason: '',
  weight: 1,
});
const box = { x: 0, y: 0, width: 0.5, height: 0.5 };
const heat = (outcome: Verdict['outcome'], found: boolean): Heat => ({
  columns: 1,
  rows: 1,
  heat: [0.9],
  box: found ? box : null,
  verdict: verdict(outcome, 0.04),
});

describe('the judge’s answer', () => {
  it('is drawn where something stands out, in the tone of the verdict', () => {
    expect(answerShown(heat('fail', true), 'a fox')).toEqual({
      ...NOTHING,
      heat: heat('fail', true),
      marks: [{ region: box, label: 'a fox, p 0.04', tone: 'fail' }],
    });
    expect(answerShown(heat('pass', true), 'a fox').marks[0]?.tone).toBe('ok');
    expect(answerShown(heat('unsure', true), 'a fox').marks[0]?.tone).toBe('warn');
    const unknown = { ...heat('fail', true), verdict: null };
    expect(answerShown(unknown, 'a fox').marks).toEqual([{ region: box, label: 'a fox', tone: 'fail' }]);
  });

  it('is said in words, and darkens nothing, where nothing stands out', () => {
    const failed = answerShown(heat('fail', false), 'a fox');
    expect(failed).toEqual({ ...NOTHING, said: 'Nothing in this picture shows “a fox”.' });
    expect(answerShown(heat('pass', false), 'by day').said).toContain('about the whole frame');
    expect(answerShown('looking', 'a fox').said).toBe('Looking for “a fox”…');
    expect(answerShown('failed', 'a fox').said).toContain('no evidence for “a fox”');
  });
});

describe('what is pointed at', () => {
  const viewOf = (change: Parameters<typeof finding>[1]) => {
    const { records, overview } = boardOf(1);
    const findings = { s0: [finding(0, change)] };
    const [view] = joinBoardView(records, { ...overview, findings }, 3).views;
    if (!view) throw new Error('There is no such shot.');
    return view;
  };
  const item = { shotId: 's0', takeId: 't0', label: 'coat', value: null, region: box };
  const pointed = { kind: 'finding', key: 'f0' } as const;
  const at = (change: Parameters<typeof finding>[1], on = take(0)) => pointedAt(viewOf(change), on, pointed);

  it('shows the marks of a finding on its own take', () => {
    const items = [item, { ...item, takeId: 't9' }, { ...item, region: null }];
    const marked = { evidence: { items, detail: '' } };
    const mark = { region: box, label: 'coat', tone: 'fail' };
    expect(at(marked)).toEqual({ shown: { ...NOTHING, marks: [mark] } });
    expect(at({ ...marked, severity: 'low', dismissed: true })).toMatchObject({
      shown: { marks: [{ tone: 'warn' }] },
    });
    expect(at({ evidence: { items: [{ ...item, label: '' }], detail: '' } })).toMatchObject({
      shown: { marks: [{ label: 'The coat is blue.' }] },
    });
    expect(at(marked, take(9))).toEqual({ shown: NOTHING });
  });

  it('is none for a note, which shows over the picture by itself', () => {
    expect(pointedAt(viewOf({}), take(0), { kind: 'note', noteId: 'n' })).toEqual({ shown: NOTHING });
  });

  it('asks about the claim of a finding without marks, and says when it is about the whole frame', () => {
    expect(at({ claimIds: ['c1', 'c2'] })).toEqual({ claimId: 'c1' });
    expect(at({})).toMatchObject({ shown: { said: expect.stringContaining('about the whole frame') } });
    expect(pointedAt(viewOf({}), take(0), { kind: 'claim', claimId: 'c7' })).toEqual({ claimId: 'c7' });
    expect(pointedAt(viewOf({}), take(0), { kind: 'finding', key: 'gone' })).toEqual({ shown: NOTHING });
  });
});

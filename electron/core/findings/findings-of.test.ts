import type { FindingKind } from '@shared/analysis.js';
import { findingKind } from '@shared/analysis.js';
import type { Decision, Records } from '@shared/records/index.js';
import { aDecision } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { FINDING_KINDS, type Frame, findingsOfFrame, ShotFindings } from './index.js';
import { boardOf, frameOf } from './testing/story.js';

const SCENE = 'A girl holds a lantern at night in rain.';
const found = (frame: Frame) => findingsOfFrame(frame, boardOf(frame));
function order(board: readonly Frame[], decisions: Records['decision'] = {}) {
  const findings = new ShotFindings(decisions);
  for (const frame of board) findings.put(frame.shot.id, found(frame));
  return findings.all(board.map(({ shot }) => shot));
}
const brief = (findings: ReturnType<typeof order>) =>
  findings.map(({ shotId, severity, message }) => `${shotId} ${severity}: ${message}`);

const decision = (kind: Decision['kind'], findingKey: string | null, shotId = '1'): Records['decision'] => ({
  d: aDecision('d', { shotId, kind, findingKey }),
});

describe('the findings of a board', () => {
  it('come most pressing first, then in story order, then as the description asks', () => {
    const board = [
      frameOf(SCENE, { id: '1', sees: { 'in rain': 0.3, 'at night': 0.3, 'a girl holding a lantern': 0.3 } }),
      frameOf(SCENE, { id: '2', sees: { 'in rain': 0.3, 'a lantern': 0.3 } }),
      frameOf(SCENE, { id: '3', sees: { 'at night': 0.1, 'a girl': 0.1 } }),
    ];
    expect(brief(order(board))).toEqual([
      '2 high: No lantern can be seen here.',
      '3 high: No girl can be seen here.',
      '3 high: This does not look like night.',
      '1 medium: The girl is not holding a lantern here.',
      '1 medium: This does not look like night.',
      '1 low: This does not look like rain.',
      '2 low: This does not look like rain.',
    ]);
  });

  it('of one frame come most pressing first, though they were asked later', () => {
    const frame = frameOf(SCENE, {
      sees: { 'a girl holding a lantern': 0.3, 'at night': 0.1, 'in rain': 0.3 },
    });
    expect(found(frame).map(({ kind, severity }) => [kind, severity])).toEqual([
      ['wrong-time', 'high'],
      ['claim-failed', 'medium'],
      ['claim-failed', 'low'],
    ]);
  });

  it('come as the description asks also where the kinds stand in another order, the picture last', () => {
    const frame = frameOf('At night a girl holds a lantern in a forest.', {
      sees: { 'at night': 0.3, 'a girl holding a lantern': 0.3, 'in a forest': 0.3 },
    });
    const noise = { name: 'noise', value: 9, unit: '', z: 4, flagged: true };
    const kinds = findingsOfFrame(frame, boardOf(frame, { quality: [noise] })).map(({ kind }) => kind);
    expect(kinds).toEqual(['wrong-time', 'claim-failed', 'wrong-place', 'noise']);
  });

  it('are marked where the artist dismissed them, by shot and statement', () => {
    const board = ['1', '2'].map((id) => frameOf(SCENE, { id, sees: { 'at night': 0.1, 'in rain': 0.1 } }));
    const dismissed = (decisions: Records['decision']) =>
      order(board, decisions).flatMap((finding) => (finding.dismissed ? [finding.key] : []));
    expect(dismissed({})).toEqual([]);
    expect(dismissed(decision('dismiss', 'wrong-time:1:at night'))).toEqual(['wrong-time:1:at night']);
    expect(dismissed(decision('reject', 'wrong-time:1:at night'))).toEqual([]);
    expect(dismissed(decision('dismiss', null))).toEqual([]);
  });

  it('keep their key when the shot is judged again on another take', () => {
    const frame = frameOf(SCENE, { sees: { 'at night': 0.1, 'a girl': 0.1 } });
    const again = { ...frameOf(SCENE, { sees: { 'at night': 0.3, 'a girl': 0.35 } }), take: { id: 'other' } };
    expect(found(again).map(({ key }) => key)).toEqual(found(frame).map(({ key }) => key));
    expect(found(again).map(({ takeId }) => takeId)).toEqual(['other', 'other']);
  });
});

it('has a row for every kind, under its own name', () => {
  for (const kind of findingKind.options) expect(FINDING_KINDS[kind as FindingKind].kind).toBe(kind);
});

import { boardOf, take } from '@testing/derived-board.js';
import { describe, expect, it } from 'vitest';
import { joinBoardView, type ShotView } from '../board/index.js';
import { consequenceOf, consequenceOfAll } from './consequence.js';

function flagged(): ShotView {
  const { records, overview } = boardOf(1, [0]);
  const [view] = joinBoardView(records, overview, 3).views;
  if (!view) throw new Error('The board is empty.');
  return view;
}

describe('what approving one shot does', () => {
  it('is said as it is', () => {
    const view = flagged();
    expect(consequenceOf(view, true, 'ComfyUI')).toBe('Orders one picture from ComfyUI, round 1 of 3.');
    expect(consequenceOf({ ...view, rounds: 2 }, true, 'ComfyUI')).toContain('round 3 of 3');
    const part = (candidates: number) => consequenceOf(view, true, 'ComfyUI', { candidates, part: '4 %' });
    expect(part(1)).toBe('Repairs 4 % with ComfyUI, round 1 of 3.');
    expect(part(3)).toBe('Repairs 4 % in 3 pictures with ComfyUI, round 1 of 3.');
    expect(consequenceOf(view, true, null)).toContain('no generator is chosen');
    const again = { id: 'r', state: 'elsewhere' } as ShotView['again'];
    expect(consequenceOf({ ...view, again }, true, null)).toBe(
      'Makes here what was approved elsewhere, round 1 of 3.',
    );
    expect(consequenceOf(view, false, 'ComfyUI')).toBe('Approve takes the frame as it is.');
    expect(consequenceOf(view, false, 'ComfyUI', { candidates: 1, part: null, awaited: true })).toBe(
      'Looking for a suggestion…',
    );
    const tried = { candidates: 1, part: null, tried: 2 };
    expect(consequenceOf(view, false, 'ComfyUI', tried)).toBe(
      'Tried: take 2. Approve keeps this frame as it is.',
    );
    expect(consequenceOf(view, true, 'ComfyUI', tried)).toContain('Orders one picture');
    expect(consequenceOf({ ...view, shot: { ...view.shot, status: 'approved' } }, false, null)).toBe(
      'This frame is approved.',
    );
  });

  it('says why there is nothing to approve', () => {
    const view = flagged();
    expect(consequenceOf({ ...view, rounds: 3 }, false, 'ComfyUI')).toContain('All 3 rounds are used');
    expect(consequenceOf({ ...view, rounds: 3, suggestion: null }, false, 'x')).toContain('as it is');
    expect(consequenceOf({ ...view, pick: null }, false, 'x')).toBe('There is no picture to approve.');
    const broken = { ...view, pick: take(0, { unreadable: 'The file is empty.' }) };
    expect(consequenceOf(broken, false, 'x')).toContain('Edit the prompt');
    expect(consequenceOf(broken, true, 'x')).toContain('Orders one picture');
    const ordered = (state: 'queued' | 'running') => ({ ...view, request: { state } as ShotView['request'] });
    expect(consequenceOf(ordered('queued'), false, 'x')).toBe('A new take is ordered.');
    expect(consequenceOf(ordered('running'), false, 'x')).toBe('A new take is being made.');
  });
});

describe('what approving several does', () => {
  it('is counted, with those of which nothing is approved', () => {
    const said = (orders: number, asTheyAre: number, none: number, generator: string | null = 'ComfyUI') =>
      consequenceOfAll({ orders, asTheyAre, awaited: 0, none }, generator);
    expect(said(3, 2, 1)).toBe(
      'Orders 3 pictures from ComfyUI, approves 2 frames as they are, leaves 1 with nothing to approve.',
    );
    expect(said(1, 0, 0)).toBe('Orders 1 picture from ComfyUI.');
    expect(said(0, 1, 0)).toBe('Approves 1 frame as it is.');
    expect(said(0, 0, 4)).toBe('4 with nothing to approve.');
    expect(said(2, 0, 0, null)).toBe('Keeps 2 new prompts for the feedback.');
    const awaited = (many: number) =>
      consequenceOfAll({ orders: 1, asTheyAre: 0, awaited: many, none: 1 }, null);
    expect(awaited(1)).toBe(
      'Keeps 1 new prompt for the feedback, looks for a suggestion, leaves 1 with nothing to approve.',
    );
    expect(awaited(3)).toContain(', looks for suggestions for 3, ');
    expect(consequenceOfAll({ orders: 2, asTheyAre: 0, awaited: 0, none: 0 }, 'ComfyUI', 5)).toBe(
      'Orders 5 pictures from ComfyUI.',
    );
  });
});

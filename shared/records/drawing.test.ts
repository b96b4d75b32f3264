import { expect, it } from 'vitest';
import { drawing, figure } from './drawing.js';
import { LONGEST_LABEL, MOST_LINE_POINTS } from './figure-limits.js';

const look = { colour: 'red', size: 0.01 } as const;
const region = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };

it.each([
  { kind: 'pen', points: [[0, 1, 0.5]], ...look },
  { kind: 'arrow', from: [0, 0.5], to: [1, 1], ...look },
  { kind: 'box', region, ...look },
  { kind: 'ellipse', region, ...look, size: 0.2 },
  { kind: 'text', at: [0.5, 0.5], text: 'x'.repeat(LONGEST_LABEL), ...look },
])('%j is drawn', (one) => {
  expect(figure.parse(one)).toEqual(one);
  const whole = { id: 'a', shotId: 'b', commentId: 'c', figure: one, at: 1 };
  expect(drawing.parse(whole)).toEqual(whole);
});

it.each<[what: string, one: object]>([
  ['a line of no points', { kind: 'pen', points: [], ...look }],
  ['too many points', { kind: 'pen', points: Array(MOST_LINE_POINTS + 1).fill([0, 0, 0]), ...look }],
  ['a point without pressure', { kind: 'pen', points: [[0, 0]], ...look }],
  ['a point beside the picture', { kind: 'arrow', from: [0, 0], to: [1.1, 0], ...look }],
  ['a point of three shares', { kind: 'arrow', from: [0, 0, 0], to: [1, 0], ...look }],
  ['a box beside the picture', { kind: 'box', region: { ...region, x: -0.1 }, ...look }],
  ['no words', { kind: 'text', at: [0, 0], text: '  ', ...look }],
  ['too many words', { kind: 'text', at: [0, 0], text: 'x'.repeat(LONGEST_LABEL + 1), ...look }],
  ['lines of no width', { kind: 'box', region, ...look, size: 0 }],
  ['lines too wide', { kind: 'box', region, ...look, size: 0.21 }],
  ['another colour', { kind: 'box', region, ...look, colour: 'puce' }],
  ['another figure', { kind: 'star', region, ...look }],
])('%s cannot be drawn', (_what, one) => {
  expect(figure.safeParse(one).success).toBe(false);
});

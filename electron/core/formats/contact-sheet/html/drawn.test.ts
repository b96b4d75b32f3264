import { EDGE } from '@shared/drawing/index.js';
import { expect, it } from 'vitest';
import { drawnHtml } from './drawn.js';

const SIZE = { width: 200, height: 100 };

it('lies over the picture as lines, each with what stands round it, and nothing where nothing is drawn', () => {
  expect(drawnHtml([], SIZE)).toBe('');
  const html = drawnHtml(
    [
      { kind: 'box', region: { x: 0, y: 0, width: 0.5, height: 1 }, colour: 'red', size: 0.02 },
      { kind: 'pen', points: [[0.1, 0.1, 0.5]], colour: 'black', size: 0.02 },
    ],
    SIZE,
  );
  expect(html).toMatch(
    /^<svg class="drawn" viewBox="0 0 200 100"[^>]*aria-hidden="true">(<path [^>]*\/>){3}<\/svg>$/,
  );
  const widths = [...html.matchAll(/stroke-width="([\d.]+)"/g)].map(([, width]) => Number(width));
  // Of the shorter side.
  expect(widths.slice(0, 2)).toEqual([expect.closeTo(2 + 100 * EDGE), 2]);
  expect(html.match(/d="M0 0L100 0L100 100L0 100Z"/g)).toHaveLength(2);
});

it('holds words as words, whatever is written', () => {
  const html = drawnHtml(
    [{ kind: 'text', at: [0.5, 0.5], text: '</text><script>alert(1)</script>', colour: 'white', size: 0.1 }],
    SIZE,
  );
  expect(html).not.toContain('<script');
  expect(html).toContain('x="100" y="50" font-size="10"');
});

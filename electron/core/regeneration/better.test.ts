import { describe, expect, it } from 'vitest';
import { isBetter, type Standing } from './better.js';

const NONE: ReadonlySet<string> = new Set();
const standing = (of: Partial<Standing>): Standing => ({
  cost: 0,
  description: 0.8,
  failed: NONE,
  open: NONE,
  claims: new Map(),
  style: null,
  brand: null,
  quality: null,
  ...of,
});

describe('of two takes', () => {
  it.each([
    ['less is found', { cost: 0, description: 0.2 }, { cost: 0.15, description: 0.9 }, true],
    ['more is found', { cost: 1, description: 0.9 }, { cost: 0.5, description: 0.2 }, false],
    [
      'as much is found and it keeps to its words better',
      { cost: 1, description: 0.6 },
      { cost: 1, description: 0.5 },
      true,
    ],
    [
      'as much is found and it keeps to its words worse',
      { cost: 1, description: 0.5 },
      { cost: 1, description: 0.6 },
      false,
    ],
    ['nothing tells them apart', { cost: 0.5, description: 0.8 }, { cost: 0.5, description: 0.8 }, false],
    ['the difference is noise', { cost: 0, description: 0.804 }, { cost: 0, description: 0.8 }, false],
    [
      'the difference is just more than noise',
      { cost: 0, description: 0.806 },
      { cost: 0, description: 0.8 },
      true,
    ],
    ['only the new one is judged', { cost: 0, description: 0.4 }, { cost: 0, description: null }, true],
    ['only the old one is judged', { cost: 0, description: null }, { cost: 0, description: 0.4 }, false],
    ['neither is judged', { cost: 0, description: null }, { cost: 0, description: null }, false],
  ])('the new one counts when %s: %#', (_, next, old, better) => {
    expect(isBetter(standing(next), standing(old))).toBe(better);
  });

  it('the new one does not count where nothing is found because nothing was judged', () => {
    const old = standing({ cost: 2.15, failed: new Set(['snow']) });
    const unlike = standing({ description: null, open: new Set(['snow', 'night']) });
    expect(isBetter(unlike, old)).toBe(false);
    expect(isBetter(unlike, standing({ cost: 1 }))).toBe(false);
    expect(isBetter(unlike, { ...unlike, cost: 1 })).toBe(true);
  });

  it('the new one does not count where just what the old one fails was not judged', () => {
    const old = standing({ cost: 1, failed: new Set(['night', 'snow']) });
    expect(isBetter(standing({ open: new Set(['snow']) }), old)).toBe(false);
    expect(isBetter(standing({ open: new Set(['a smile']) }), old)).toBe(true);
    expect(isBetter(standing({ cost: 0.5, failed: new Set(['fog']) }), old)).toBe(true);
  });
});

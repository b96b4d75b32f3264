import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTER, SHOWS, SORTS } from '../board/index.js';
import { REMEMBERED, readRemembered, writeRemembered } from './remembered.js';
import { INITIAL_SESSION, type Session } from './session.js';

const fresh = Object.fromEntries(REMEMBERED.map((part) => [part, INITIAL_SESSION[part]]));

describe('what a window looked at', () => {
  it('comes back as it was', () => {
    const sessions = fc.record({
      shotId: fc.option(fc.string()),
      filter: fc.record({
        survivors: fc.boolean(),
        show: fc.constantFrom(...SHOWS),
        states: fc.subarray(['pending', 'regenerating', 'missing-image'] as const),
        kinds: fc.subarray(['blur', 'style-drift'] as const),
        characters: fc.array(fc.string()),
        scenes: fc.array(fc.string()),
        stars: fc.option(fc.integer({ min: 0, max: 5 })),
        words: fc.string(),
        stretch: fc.option(fc.record({ from: fc.string(), to: fc.string() })),
      }),
      sort: fc.constantFrom(...SORTS),
      view: fc.constantFrom('strip', 'grid'),
      gridUp: fc.constantFrom(null, 4, 64),
      gridColumns: fc.integer({ min: 2, max: 12 }),
      panelWidth: fc.double({ min: 1, max: 4000, noNaN: true }),
      stripHeight: fc.double({ min: 1, max: 4000, noNaN: true }),
      lanes: fc.boolean(),
      offerDeclined: fc.boolean(),
      seen: fc.option(fc.record({ until: fc.nat(), unseen: fc.array(fc.string()) })),
    }) as fc.Arbitrary<Pick<Session, 'filter'>>;
    fc.assert(
      fc.property(sessions, (parts) => {
        const text = writeRemembered({ ...INITIAL_SESSION, ...parts, flipped: true });
        expect(readRemembered(text)).toEqual(parts);
      }),
      { numRuns: 200 },
    );
  });

  it('is a new window where nothing was kept, or something else', () => {
    expect(readRemembered(null)).toEqual(fresh);
    for (const text of ['', '{', '[]', 'null', '7', '"strip"', '{"view":"cube"}'])
      expect(readRemembered(text)).toEqual(fresh);
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(Object.keys(readRemembered(text)).sort()).toEqual([...REMEMBERED].sort());
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the parts that can be read', () => {
    const filter = { ...NO_FILTER, show: 'flagged', kinds: ['from a later version'], stars: 9 };
    expect(readRemembered(JSON.stringify({ view: 'grid', gridColumns: 40, filter }))).toEqual({
      ...fresh,
      view: 'grid',
      filter: { ...NO_FILTER, show: 'flagged' },
    });
  });
});

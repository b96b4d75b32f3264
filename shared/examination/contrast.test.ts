import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastsOf } from './contrast.js';

describe('the natural opposites of a claim', () => {
  it.each([
    ['relation', 'a girl on the left', ['a girl on the right']],
    ['relation', 'a boat to the right of a fox', ['a boat to the left of a fox']],
    ['relation', 'a girl holding a lantern', []],
    ['time', 'at night', ['by day', 'at sunset', 'at sunrise']],
    ['time', 'in the evening', []],
    ['framing', 'a close-up', ['a wide shot', 'a medium shot']],
    ['count', 'one person', ['two people', 'three people']],
    ['count', 'two people', ['one person', 'three people']],
    ['count', 'three people', ['one person', 'two people']],
    ['count', 'no people', []],
    ['count', 'two dogs', []],
    ['entity', 'a red fox on the left', []],
    ['place', 'in a forest', []],
  ] as const)('of %s “%s” are %j', (kind, text, opposites) => {
    expect(contrastsOf({ kind, text })).toEqual(opposites);
  });

  it('of a colour are the other colours, each with its article', () => {
    const others = contrastsOf({ kind: 'attribute', text: 'an orange fox' });
    expect(others).toContain('a red fox');
    expect(contrastsOf({ kind: 'attribute', text: 'a girl in a red coat' })).toContain(
      'a girl in an orange coat',
    );
    expect(others).not.toContain('an orange fox');
    expect(contrastsOf({ kind: 'attribute', text: 'a girl in a turquoise coat' })).toEqual([]);
  });

  it('are never the claim itself, and each has it among its own', () => {
    const claim = fc
      .tuple(
        fc.constantFrom('girl', 'old man', 'fox'),
        fc.constantFrom('red', 'orange', 'white'),
        fc.constantFrom('left', 'right'),
      )
      .chain(([who, colour, side]) =>
        fc.constantFrom(
          {
            kind: 'attribute' as const,
            text: `a ${who} in ${colour === 'orange' ? 'an' : 'a'} ${colour} coat`,
          },
          { kind: 'relation' as const, text: `a ${who} on the ${side}` },
          { kind: 'count' as const, text: 'three people' },
          { kind: 'framing' as const, text: 'a wide shot' },
          { kind: 'time' as const, text: 'by day' },
        ),
      );
    fc.assert(
      fc.property(claim, ({ kind, text }) => {
        const opposites = contrastsOf({ kind, text });
        expect(opposites.length).toBeGreaterThan(0);
        expect(opposites).not.toContain(text);
        for (const opposite of opposites) expect(contrastsOf({ kind, text: opposite })).toContain(text);
      }),
      { numRuns: 200 },
    );
  });
});

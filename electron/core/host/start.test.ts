import { isAbsolute, join, resolve } from 'node:path';
import { DEVICES } from '@shared/device.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Start, startArguments, startFrom, startHandedOver } from './index.js';

/** A process's argument holds any text but U+0000 and halves of characters. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('-', '=', ' ', ',', '"', '\\', '/', 'é', '猫', '🏮', '\n', "'") }),
  fc.constantFrom('--no-sandbox', '--', '-j', '--judge=other', '--board', '__proto__', 'http://x --y'),
);
const start: fc.Arbitrary<Start> = fc.record({
  board: fc.option(text.map((name) => resolve('/boards', `x${name}`))),
  flags: fc.record(
    {
      judge: text,
      device: fc.constantFrom('auto' as const, ...DEVICES),
      ensemble: fc.array(text.filter(Boolean), { minLength: 2, maxLength: 8 }),
    },
    { requiredKeys: [] },
  ),
});

/** What Electron and Chromium put around a start's own arguments. */
const around = (args: readonly string[]) => [
  '/opt/electron',
  '--no-sandbox',
  '/program/dist/main.js',
  '--user-data-dir=/tmp/data',
  ...args,
  '--original-process-start-time=13400000000000000',
];

describe('a start', () => {
  it('comes back from its arguments as it was, whatever its words are', () => {
    fc.assert(
      fc.property(start, (given) => {
        expect(startFrom(around(startArguments(given)), '/elsewhere')).toEqual(given);
      }),
      { numRuns: 200 },
    );
  });

  it('gives Chromium no switch but its own four', () => {
    fc.assert(
      fc.property(start, (given) => {
        for (const argument of startArguments(given))
          expect(argument).toMatch(/^--(board|judge|device|ensemble)=/);
      }),
      { numRuns: 200 },
    );
  });

  it('comes back from data as it was', () => {
    fc.assert(
      fc.property(start, (given) => {
        expect(startHandedOver(JSON.parse(JSON.stringify(given)))).toEqual(given);
      }),
      { numRuns: 200 },
    );
  });

  it('names nothing where nothing is said', () => {
    expect(startFrom(around([]), '/here')).toEqual({ board: null, flags: {} });
  });

  it('takes arguments as a person writes them, paths from where that person is', () => {
    const found = startFrom(around(['--board', 'boards/x', '--judge', 'storybook']), resolve('/here'));
    expect(found).toEqual({ board: join(resolve('/here'), 'boards', 'x'), flags: { judge: 'storybook' } });
    expect(isAbsolute(found.board ?? '')).toBe(true);
  });

  it('is refused for a device that there is not, a name that is missing, and data of no start', () => {
    const refusal = expect.objectContaining({ code: 'BAD_SETTING' });
    expect(() => startFrom(['--device=gpu'], '/')).toThrow(refusal);
    expect(() => startFrom(['--judge'], '/')).toThrow(refusal);
    expect(() => startHandedOver({ board: null, flags: { devise: 'cpu' } })).toThrow(refusal);
    for (const data of [undefined, null, 'x', {}, { board: 1, flags: {} }])
      expect(startHandedOver(data)).toBeNull();
  });
});

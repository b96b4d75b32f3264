import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEVICES } from '@shared/device.js';
import { sensitivity } from '@shared/sensitivity.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Start, startArguments, startsFrom, startsHandedOver } from './index.js';

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
      sensitivity: fc.constantFrom(...sensitivity.options),
    },
    { requiredKeys: [] },
  ),
});

/** Electron's program and the script that it runs. */
const OWN = { own: 2 };

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
        expect(startsFrom(around(startArguments(given)), '/elsewhere', OWN)).toEqual([given]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives Chromium no switch but its own five', () => {
    fc.assert(
      fc.property(start, (given) => {
        for (const argument of startArguments(given))
          expect(argument).toMatch(/^--(board|judge|device|ensemble|sensitivity)=/);
      }),
      { numRuns: 200 },
    );
  });

  it('comes back from data as it was', () => {
    fc.assert(
      fc.property(fc.array(start, { maxLength: 3 }), (starts) => {
        expect(startsHandedOver(JSON.parse(JSON.stringify({ starts })))).toEqual(starts);
      }),
      { numRuns: 200 },
    );
  });

  it('names nothing where nothing is said', () => {
    expect(startsFrom(around([]), '/here', OWN)).toEqual([{ board: null, flags: {} }]);
  });

  it('takes arguments as a person writes them, paths from where that person is', () => {
    const args = around(['--board', 'boards/x', '--judge', 'storybook']);
    const [found] = startsFrom(args, resolve('/here'), OWN);
    expect(found).toEqual({ board: join(resolve('/here'), 'boards', 'x'), flags: { judge: 'storybook' } });
    expect(isAbsolute(found.board ?? '')).toBe(true);
  });

  it('is refused for a device that there is not, a name that is missing, and data of no start', () => {
    const refusal = expect.objectContaining({ code: 'BAD_SETTING' });
    expect(() => startsFrom(['--device=gpu'], '/', OWN)).toThrow(refusal);
    expect(() => startsFrom(['--judge'], '/', OWN)).toThrow(refusal);
    const starts = [{ board: null, flags: { devise: 'cpu' } }];
    expect(() => startsHandedOver({ starts })).toThrow(refusal);
    for (const data of [undefined, null, 'x', {}, { starts: 1 }, { starts: [{ board: 1, flags: {} }] }])
      expect(startsHandedOver(data)).toEqual([]);
  });

  it('takes files as file managers name them, a start for each, and none of the words before them', () => {
    const here = resolve('/here');
    const named = ['/boards/a b.otio', pathToFileURL('/boards/ü #1.storyboarder').href, 'c.otio'];
    const files = ['/boards/a b.otio', '/boards/ü #1.storyboarder', join(here, 'c.otio')].map((file) =>
      resolve(file),
    );
    const starts = files.map((board) => ({ board, flags: {} }));
    expect(startsFrom(around(named), here, OWN)).toEqual(starts);
    // A packaged program's own word is itself alone; Chromium's switches may stand between.
    expect(startsFrom(['/opt/continuist', '--no-sandbox', ...named], here, { own: 1 })).toEqual(starts);
    const [first, ...others] = startsFrom(around(['--board', '/first', '--device=cpu', ...named]), here, OWN);
    expect(first).toEqual({ board: resolve('/first'), flags: { device: 'cpu' } });
    expect(others).toEqual(starts);
  });

  it('keeps an address that names no file here as it was given', () => {
    const [{ board }] = startsFrom(around(['file://%zz/%']), resolve('/here'), OWN);
    expect(board).toContain('%zz');
  });
});

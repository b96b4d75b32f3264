import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACEHOLDERS, type Placeholder, parsePattern, problemTold } from './pattern.js';
import { type NameFields, patternReader } from './read-by-pattern.js';

function read(pattern: string, path: string): NameFields | null {
  const parsed = parsePattern(pattern);
  if ('problem' in parsed) throw new Error(problemTold(parsed.problem));
  return patternReader(parsed.parts)(path);
}

describe('a pattern', () => {
  it.each<[pattern: string, path: string, fields: NameFields | null]>([
    ['sc{scene}_sh{shot}_v{take}.png', 'sc01_sh010_v2.png', { scene: '01', shot: '010', take: '2' }],
    ['SC{scene}_SH{shot}', 'renders/sc01_sh010.png', { scene: '01', shot: '010' }],
    ['{shot}_*_{seed}', '010_final_fox_99.png', { shot: '010', seed: '99' }],
    ['{shot}_*_{seed}', '010_final_fox.png', null],
    ['shot_{shot}[_v{take}].png', 'shot_1A.png', { shot: '1A' }],
    ['shot_{shot}[_v{take}].png', 'shot_1A_v3.png', { shot: '1A', take: '3' }],
    ['{shot}_v{take}', 'a_v2_v3.png', { shot: 'a_v2', take: '3' }],
    ['{scene}/{shot}', 'out/Mill/3.png', { scene: 'Mill', shot: '3' }],
    ['{scene}\\{shot}', 'Mill/3.png', { scene: 'Mill', shot: '3' }],
    ['{scene}/{shot}', '3.png', null],
    ['[{scene}/]{shot}', '3.png', { shot: '3' }],
    ['[{scene}/]{shot}', 'out/Mill/3.png', { scene: 'Mill', shot: '3' }],
    ['{scene}/*/{shot}', 'Mill/3.png', null],
    // What is no extension is part of the name.
    ['{shot}.PNG', '7.png', { shot: '7' }],
    ['{shot}.h', '7.h.png', { shot: '7' }],
    ['{shot}.abcdef', '7.abcdef.png', { shot: '7' }],
    ['{shot}.abcde', '7.abcde', { shot: '7' }],
    ['{shot}.h5', '7.h5', { shot: '7' }],
    // A take is letters and digits, a seed digits.
    ['{shot}_v{take}', '7_v1-b.png', null],
    ['{shot}_v{take}', '7_vé2.png', { shot: '7', take: 'é2' }],
    ['{shot}_{seed}', '7_12x.png', null],
    ['{shot}[_{seed}]', '7_12x.png', { shot: '7_12x' }],
    ['{shot}', `${'7'.repeat(1000)}.png`, { shot: '7'.repeat(1000) }],
    ['{shot}', `${'7'.repeat(1001)}.png`, null],
    ['shot{shot}.png', 'shot1.jpg', null],
    ['shot{shot}.*', 'shot1.jpg', { shot: '1' }],
    ['*{{{shot}}}', 'a{7}.png', { shot: '7' }],
    ['[[x]]{shot}', '[x]7.png', { shot: '7' }],
    ['кадр_{shot}', 'Кадр_07.png', { shot: '07' }],
    ['shot_{shot}', 'shot_.png', null],
    ['shot_{shot}', 'a/shot_1/b.png', null],
    ['*-{shot}', '🦊-7.png', { shot: '7' }],
  ])('%s reads %s', (pattern, path, fields) => {
    expect(read(pattern, path)).toEqual(fields);
  });

  it('is read as parts, in brackets and out of them: what follows each other is one text', () => {
    expect(parsePattern('sc[_v{take}x]*ab{shot}')).toEqual({
      parts: [
        { kind: 'text', text: 'sc' },
        {
          kind: 'optional',
          parts: [
            { kind: 'text', text: '_v' },
            { kind: 'placeholder', name: 'take' },
            { kind: 'text', text: 'x' },
          ],
        },
        { kind: 'any' },
        { kind: 'text', text: 'ab' },
        { kind: 'placeholder', name: 'shot' },
      ],
    });
    expect(parsePattern('**_{ SHOT }')).toEqual({
      parts: [{ kind: 'any' }, { kind: 'text', text: '_' }, { kind: 'placeholder', name: 'shot' }],
    });
    expect(parsePattern(`{shot}${'x'.repeat(194)}`)).toHaveProperty('parts');
  });

  it.each([
    ['sc{scen}_sh{shot}', 'character 3: there is no {scen}; did you mean {scene}?'],
    ['{shott}', 'character 1: there is no {shott}; did you mean {shot}?'],
    ['{shot}_v{version}', 'character 9: there is no {version}; did you mean {take}?'],
    ['{ep}_{shot}', 'character 1: there is no {ep}; did you mean {scene}?'],
    ['{Episode}_{shot}', 'character 1: there is no {Episode}; did you mean {scene}?'],
    ['{}_{shot}', 'character 1: there is no {}; did you mean {shot}?'],
    ['{sequence}_{shot}', 'character 1: there is no {sequence}; did you mean {scene}?'],
    ['a{shot', 'character 2: this “{” is never closed'],
    ['a}{shot}', 'character 2: this “}” closes nothing'],
    ['a]{shot}', 'character 2: this “]” closes nothing'],
    ['[v{shot}', 'character 1: this “[” is never closed'],
    ['[a[b]]{shot}', 'character 3: brackets cannot stand inside brackets'],
    ['{shot}_{shot}', 'character 8: {shot} is here a second time'],
    ['{scene}{shot}', 'character 8: nothing separates {scene} and {shot}'],
    ['{shot}*', 'character 7: nothing separates {shot} and *'],
    ['*{shot}', 'character 2: nothing separates * and {shot}'],
    ['sc{scene}', 'character 10: it needs {shot}, the number of the shot'],
    ['', 'character 1: it needs {shot}, the number of the shot'],
    [`{shot}${'x'.repeat(200)}`, 'character 201: it is longer than 200 characters'],
  ])('%s is refused with the place', (pattern, told) => {
    const parsed = parsePattern(pattern);
    expect('problem' in parsed && problemTold(parsed.problem)).toBe(told);
  });
});

/** Of no letter that stands in a field. */
const separator = fc.constantFrom('_', '-', '_v', '_sh', ' take ', '.');
const FIELD: Readonly<Record<Placeholder, fc.Arbitrary<string>>> = {
  scene: fc.stringMatching(/^[A-Z0-9]{1,6}$/),
  shot: fc.stringMatching(/^[A-Z0-9]{1,6}$/),
  take: fc.stringMatching(/^[A-Z0-9]{1,4}$/),
  seed: fc.stringMatching(/^[0-9]{1,19}$/),
};

it('reads what it writes', () => {
  const written = fc
    .tuple(
      fc.shuffledSubarray([...PLACEHOLDERS], { minLength: 1 }),
      fc.array(separator, { minLength: 5, maxLength: 5 }),
    )
    .filter(([names]) => names.includes('shot'))
    .chain(([names, separators]) =>
      fc
        .record(Object.fromEntries(names.map((name) => [name, FIELD[name]])))
        .map((fields) => ({ names, separators, fields })),
    );
  fc.assert(
    fc.property(written, fc.boolean(), ({ names, separators, fields }, isOptional) => {
      const write = (of: (name: Placeholder) => string) =>
        names.map((name, at) => `${separators[at]}${of(name)}`).join('');
      const pattern = write((name) => `{${name}}`);
      const name = `${write((one) => fields[one] ?? '')}.png`;
      expect(read(pattern, name)).toEqual(fields);
      if (isOptional) expect(read(`${pattern}[_end]`, name)).toEqual(fields);
    }),
    { numRuns: 500 },
  );
});

it('reads any name by any pattern, and at once', () => {
  const piece = fc.constantFrom(
    '{shot}',
    '{scene}',
    '{take}',
    '{seed}',
    '*',
    'a',
    '_',
    '[',
    ']',
    '/',
    '{{',
    '}',
    '.',
  );
  const patterns = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
    fc.string(),
  );
  const name = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom('a', '_', '/', '1', '.'), { maxLength: 60 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(patterns, name, (pattern, path) => {
      const parsed = parsePattern(pattern);
      if ('problem' in parsed) {
        expect(parsed.problem.at).toBeLessThanOrEqual(pattern.length);
        return;
      }
      for (const value of Object.values(patternReader(parsed.parts)(path) ?? {})) expect(value).not.toBe('');
    }),
    { numRuns: 1000 },
  );
  // Ways to read it that a reader which tries them all would not see the end of.
  const worst = `${'*a'.repeat(80)}_{shot}`;
  expect(read(worst, `${'a'.repeat(990)}.png`)).toBeNull();
});

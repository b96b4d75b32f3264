import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JsonEdits } from './json-edits.js';

function edited(text: string, ...changes: [path: (string | number)[], json: string][]): string {
  const edits = new JsonEdits(text);
  for (const [path, json] of changes) edits.set(path, json);
  return edits.toString();
}

it.each<[before: string, path: (string | number)[], json: string, after: string]>([
  ['{"a": 1.50}', ['a'], '2', '{"a": 2}'],
  ['{"a": 1}', ['b'], '"x"', '{"a": 1,"b": "x"}'],
  ['{"a":1, "c":2}', ['b'], '3', '{"a":1, "c":2, "b":3}'],
  ['{\n\t"a" : 1\n}\n', ['b'], '3', '{\n\t"a" : 1,\n\t"b" : 3\n}\n'],
  ['[{}]', [0, 'b'], 'null', '[{"b": null}]'],
  ['{"a": {"b": [1, {"c": "d"}]}}', ['a', 'b', 1, 'c'], '"e"', '{"a": {"b": [1, {"c": "e"}]}}'],
])('%s with %j = %s is %s', (before, path, json, after) => {
  expect(edited(before, [path, json])).toBe(after);
});

it('adds several fields in their order, and changes others beside them', () => {
  expect(edited('{"a": 1, "z": 2}', [['b'], '1'], [['a'], '5'], [['c'], '2'])).toBe(
    '{"a": 5, "z": 2, "b": 1, "c": 2}',
  );
});

it('refuses what has no object to stand in, and what is no JSON', () => {
  expect(() => edited('{"a": 1}', [['a', 'b'], '1'])).toThrow(RangeError);
  expect(() => edited('')).toThrow(SyntaxError);
});

it('sets one value of any object and leaves the rest', () => {
  const key = fc.string({ unit: 'grapheme', maxLength: 5 }).filter((one) => one !== '__proto__');
  fc.assert(
    fc.property(
      fc.dictionary(key, fc.jsonValue(), { noNullPrototype: true }),
      key,
      fc.jsonValue(),
      fc.nat(3),
      (object, name, value, indent) => {
        const text = edited(JSON.stringify(object, null, indent), [[name], JSON.stringify(value)]);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...object, [name]: value })));
      },
    ),
    { numRuns: 200 },
  );
});

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

it('says how a value is written, and leaves one as it is that would be the same', () => {
  const edits = new JsonEdits('{"a": 1.50, "b": [ {"c": "d"} ]}');
  expect([edits.written(['a']), edits.written(['b', 0]), edits.written(['x'])]).toEqual([
    '1.50',
    '{"c": "d"}',
    undefined,
  ]);
  edits.set(['a'], '1.50');
  expect([edits.written([]), edits.toString()]).toEqual([edits.toString(), edits.written([])]);
});

it.each<[before: string, path: (string | number)[], json: string[], after: string]>([
  ['[1]', [], ['2'], '[1,2]'],
  ['[ 1, 2 ]', [], ['3', '4'], '[ 1, 2, 3, 4 ]'],
  ['{"a": [\n  1\n]}', ['a'], ['2'], '{"a": [\n  1,\n  2\n]}'],
])('to %s at %j %j are added: %s', (before, path, json, after) => {
  const edits = new JsonEdits(before);
  edits.append(path, json);
  expect(edits.toString()).toBe(after);
});

it('adds a field to an empty object, in the way of a long one, and to none that is missing', () => {
  expect(edited('{"a": {}}', [['a', 'b'], '1'])).toBe('{"a": {"b": 1}}');
  expect(edited(`{"a":${' '.repeat(300)}1}`, [['b'], '2'])).toBe(
    `{"a":${' '.repeat(300)}1,"b":${' '.repeat(300)}2}`,
  );
  const edits = new JsonEdits('{"a": [], "b": 1}');
  expect(() => edits.append(['a'], ['1'])).toThrow('There is no list at a.');
  expect(() => edits.append(['b', 'c'], ['1'])).toThrow('There is no list at b.c.');
  expect(() => edits.set(['x', 'y', 'z'], '1')).toThrow('There is no object at x.y.');
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

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

it('tells what stands in a list or an object as it is written, and nothing of what is not there', () => {
  const edits = new JsonEdits('{"a": [1.50, {"b": 2 }], "c": {"d": "e", "f": []}}');
  expect([...edits.elements(['a'])]).toEqual([
    [0, '1.50'],
    [1, '{"b": 2 }'],
  ]);
  expect(edits.elements(['c']).size).toBe(2);
  expect([...edits.elements(['c']).keys()]).toEqual(['d', 'f']);
  expect([edits.elements(['c', 'f']).size, edits.elements(['x']).size]).toEqual([0, 0]);
});

it.each<[before: string, path: (string | number)[], side: 'before' | 'after', after: string]>([
  ['[1, 2]', [0], 'before', '[9,1, 2]'],
  ['[1, 2]', [0], 'after', '[1,9, 2]'],
  ['[1, 2]', [1], 'before', '[1, 9, 2]'],
  ['[1, 2]', [1], 'after', '[1, 2, 9]'],
  ['{"a": [\n  1\n]}', ['a', 0], 'after', '{"a": [\n  1,\n  9\n]}'],
  ['{"a": [\n  1\n]}', ['a', 0], 'before', '{"a": [\n  9,\n  1\n]}'],
])('in %s at %j a value is put in %s it: %s', (before, path, side, after) => {
  const edits = new JsonEdits(before);
  edits.insert(path, side, '9');
  expect(edits.toString()).toBe(after);
});

it.each<[before: string, path: string[], texts: string[], after: string]>([
  ['[1,  2, 3]', [], ['3', '1'], '[3,  1]'],
  ['{"a": [ 1 ]}', ['a'], ['2', '3'], '{"a": [ 2, 3 ]}'],
  ['{"a": [\n  1\n]}', ['a'], ['2', '3'], '{"a": [\n  2,\n  3\n]}'],
  ['{"a": 1,\n"b": 2}', [], ['"b": 2', '"a": 1'], '{"b": 2,\n"a": 1}'],
  ['[1,2 , 3]', [], ['1', '2', '3'], '[1,2,3]'],
])('%s at %j is written anew of %j: %s', (before, path, texts, after) => {
  const edits = new JsonEdits(before);
  edits.compose(path, texts);
  expect(edits.toString()).toBe(after);
});

it('writes nothing anew, and puts nothing beside, what is not there', () => {
  const edits = new JsonEdits('{"a": [], "b": {}}');
  for (const path of [['a'], ['b'], ['x', 'y']])
    expect(() => edits.compose(path, ['1'])).toThrow(`There is nothing at ${path.join('.')}.`);
  expect(() => edits.insert(['a', 0], 'after', '1')).toThrow('There is nothing at a.0.');
  expect(edits.toString()).toBe('{"a": [], "b": {}}');
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

import { parse } from 'lossless-json';
import { expect, it } from 'vitest';
import {
  fieldOf,
  isFields,
  keysIn,
  listOf,
  numberOf,
  plainName,
  seedOf,
  textOf,
  withoutNaN,
} from './index.js';

const read = (json: string) => parse(json) as Record<string, unknown>;

it('knows an object with fields from everything else', () => {
  const values = [{}, { a: 1 }, [], null, 'a', 1, undefined, read('{"n": 12345678901234567890}').n];
  expect(values.map(isFields)).toEqual([true, true, false, false, false, false, false, false]);
});

it.each([
  ['shotNumber', 'shotnumber'],
  ['shot_number', 'shotnumber'],
  ['SHOT-NUMBER', 'shotnumber'],
  ['Shot Number', 'shotnumber'],
  ['Shot Number:', 'shotnumber'],
  ['Shot number*:', 'shotnumber'],
  ['No.', 'no'],
  ['v1.2', 'v1.2'],
  ['Número', 'numero'],
  ['Numéro de plan', 'numerodeplan'],
  ['番号', '番号'],
])('%s is %s', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

it('finds a field by the first of its names that has a value, in any spelling', () => {
  const fields = { image_path: 'a.png', Path: null, Prompt: '', seed: undefined };
  expect(keysIn(fields)('imagePath')).toBe('image_path');
  expect(keysIn(fields)('path', 'IMAGE PATH')).toBe('image_path');
  expect(keysIn(fields)('prompt', 'imagePath')).toBe('Prompt');
  expect(keysIn(fields)('seed')).toBeUndefined();
  expect(keysIn(fields)('other')).toBeUndefined();
  expect(fieldOf(fields, 'imagePath')).toBe('a.png');
  expect(fieldOf(fields, 'other', 'path')).toBeUndefined();
});

it('takes text, and a number as it was written', () => {
  const { long, decimal } = read('{"long": 12345678901234567890, "decimal": 1.50}');
  const values = ['a', '', 7, long, decimal, null, true, {}];
  expect(values.map(textOf)).toEqual([
    'a',
    '',
    '7',
    '12345678901234567890',
    '1.50',
    undefined,
    undefined,
    undefined,
  ]);
});

it('takes numbers, also from text, and nothing that is none', () => {
  const values = [3, '3.5', ' 4 ', read('{"n": 1.5}').n, '', ' ', '4 s', 'Infinity', Number.NaN, null];
  expect(values.map(numberOf)).toEqual([
    3,
    3.5,
    4,
    1.5,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('takes seeds up to 64 bits, every digit of them', () => {
  const largest = '18446744073709551615';
  expect(['42.0', ' 7.00 ', read('{"n": 42.0}').n].map(seedOf)).toEqual(['42', '7', '42']);
  expect([0, '42', largest, read(`{"n": ${largest}}`).n].map(seedOf)).toEqual(['0', '42', largest, largest]);
  expect(['18446744073709551616', `${largest}0`, '-1', '1.5', 'x1', '1x', '', null].map(seedOf)).toEqual(
    new Array(8).fill(null),
  );
});

it('takes of a list what has fields', () => {
  expect(listOf([{ a: 1 }, 'b', null, [], {}])).toEqual([{ a: 1 }, {}]);
  expect(listOf({})).toBeUndefined();
  expect(listOf(undefined)).toBeUndefined();
});

it('reads a bare NaN as nothing, and leaves the word in a text', () => {
  expect(withoutNaN('{"a": NaN, "b": [-Infinity, 1], "c": "NaN \\" NaN"}')).toBe(
    '{"a": null, "b": [null, 1], "c": "NaN \\" NaN"}',
  );
  expect(withoutNaN('{"a": "NaN')).toBe('{"a": "NaN');
});

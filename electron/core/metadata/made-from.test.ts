import { expect, it } from 'vitest';
import { fieldsIn, looksLikeData, lorasInPrompt, madeFrom, sizeOf, weightOf } from './made-from.js';
import { pngText } from './testing/texts.js';

it.each<[text: string, isData: boolean]>([
  ['{"a": 1', true],
  [' { }', true],
  ['{}', true],
  ['[{"a": 1}]', true],
  ['[ "a"', true],
  ['[[1', true],
  ['[]', true],
  ["{'a': 1}", true],
  ['x "class_type"', true],
  ['{a|b} fox', false],
  ['[a fox]', false],
  ['a {"fox"}', false],
  ['', false],
])('“%s” is meant for programs: %j', (text, isData) => {
  expect(looksLikeData(text)).toBe(isData);
});

it.each<[text: string | null, fields: object | null]>([
  [' {"a": "b"}', { a: 'b' }],
  ['{"a": "b", "c": NaN}', { a: 'b', c: null }],
  ['["a"]', null],
  ['{"a": ', null],
  ['{"a": {"class_type": "b"}}', null],
  ['a', null],
  [null, null],
])('%j has fields %j', (text, fields) => {
  expect(fieldsIn(text)).toEqual(fields);
});

it.each<[text: string, size: object]>([
  ['512x768', { width: 512, height: 768 }],
  [' (512, 768) ', { width: 512, height: 768 }],
  ['512 × 768', { width: 512, height: 768 }],
  ['123456x1', { width: 123456, height: 1 }],
  ['1234567x1', {}],
  ['about 512x768', {}],
  ['512x768 or so', {}],
  ['512-768', {}],
  ['512', {}],
  ['', {}],
])('the size “%s” is %j', (text, size) => {
  expect(sizeOf(text)).toEqual(size);
});

it.each<[prompt: string, loras: [string, number | null][]]>([
  [
    'a <lora:fox:0.8> and <LYCO:owl:1>',
    [
      ['fox', 0.8],
      ['owl', 1],
    ],
  ],
  ['<lora:fox>', [['fox', null]]],
  ['<lora:fox:0.8:x>', [['fox', 0.8]]],
  ['<lora:fox:much>', [['fox', null]]],
  ['<lora:> <hyper:fox:1> <lora:fox', []],
])('“%s” has the LoRAs %j', (prompt, loras) => {
  expect(lorasInPrompt(prompt).map(({ name, weight }) => [name, weight])).toEqual(loras);
});

it.each<[unknown, number | null]>([
  ['0.5', 0.5],
  [' 1 ', 1],
  [0, 0],
  ['', null],
  [' ', null],
  ['much', null],
  ['Infinity', null],
  [null, null],
  [true, null],
])('%j weighs %j', (value, weight) => {
  expect(weightOf(value)).toBe(weight);
});

it('takes the first name that has a value, and says where each stands', () => {
  const fields = {
    a: '',
    b: ' a fox ',
    c: 'an owl',
    s: -1,
    t: 5,
    steps: 0,
    hires: false,
    list: [1],
    none: null,
  };
  const names = {
    prompt: ['a', 'b', 'c'],
    seed: ['s', 't'],
    steps: ['steps'],
    hires: ['hires'],
    list: ['list', 'none'],
  };
  const loras = [
    { name: 'fox', weight: 0 },
    { name: 'owl', weight: null },
  ];
  const text = pngText('x', 'y');
  const place = 'the PNG text “x”';
  expect(madeFrom([text], fields, names, loras)).toEqual({
    prompt: 'a fox',
    negativePrompt: '',
    seed: '5',
    settings: { steps: 0, hires: false },
    loras,
    from: [text],
    origins: [
      { of: 'prompt', place, input: 'b', value: 'a fox' },
      { of: 'seed', place, input: 't', value: '5' },
      { of: 'steps', place, input: 'steps', value: '0' },
      { of: 'hires', place, input: 'hires', value: 'false' },
      { of: 'loras', place, input: '', value: 'fox, 0' },
      { of: 'loras', place, input: '', value: 'owl' },
    ],
  });
  expect(madeFrom([], { p: 'a' }, { prompt: ['p'] }).origins).toEqual([
    { of: 'prompt', place: '', input: 'p', value: 'a' },
  ]);
});

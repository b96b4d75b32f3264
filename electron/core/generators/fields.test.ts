import { expect, it } from 'vitest';
import { z } from 'zod';
import { fieldsOf } from './fields.js';

const named = { title: 'Name', description: 'What it is for.' };
const shown = { key: 'one', label: 'Name', hint: 'What it is for.' };
const fieldOf = (field: z.ZodType) => fieldsOf(z.strictObject({ one: field }))[0];

it.each([
  ['a text', z.string().default('abc').meta(named), { kind: 'text', fallback: 'abc' }],
  [
    'a choice',
    z.enum(['fast', 'good']).default('good').meta(named),
    { kind: 'choice', fallback: 'good', options: ['fast', 'good'] },
  ],
  ['a switch that is on', z.boolean().default(true).meta(named), { kind: 'switch', fallback: true }],
  ['a switch that is off', z.boolean().default(false).meta(named), { kind: 'switch', fallback: false }],
  [
    'a number',
    z.number().min(0).max(30).default(7.5).meta(named),
    { kind: 'number', fallback: 7.5, min: 0, max: 30 },
  ],
  [
    'a whole number',
    z.number().int().min(1).max(8).default(2).meta(named),
    { kind: 'number', fallback: 2, min: 1, max: 8 },
  ],
  ['lines', z.array(z.string()).default(['a', 'b']).meta(named), { kind: 'lines', fallback: ['a', 'b'] }],
  [
    'several of a few',
    z
      .array(z.enum(['x', 'y']))
      .default(['y'])
      .meta(named),
    { kind: 'several', fallback: ['y'], options: ['x', 'y'] },
  ],
])('a form shows %s', (_, field, as) => {
  expect(fieldOf(field)).toEqual({ ...shown, ...as });
});

it.each([
  ['without a title', z.string().default('').meta({ description: 'x' }), /one needs a title/],
  ['without a description', z.string().default('').meta({ title: 'x' }), /one needs a title/],
  ['without a default', z.string().meta(named), /one needs a title/],
  ['a number without a least', z.number().max(3).default(1).meta(named), /No form can show the setting one/],
  ['a number without a most', z.number().min(0).default(1).meta(named), /No form can show the setting one/],
  ['a list of numbers', z.array(z.number()).default([]).meta(named), /No form can show the setting one/],
  ['one of a few numbers', z.literal([1, 2]).default(1).meta(named), /No form can show the setting one/],
  ['an object', z.object({}).default({}).meta(named), /No form can show the setting one/],
])('refuses a setting %s', (_, field, why) => {
  expect(() => fieldOf(field)).toThrow(why);
});

it('shows the fields in their order, and none where there are none', () => {
  const text = z.string().default('').meta(named);
  expect(fieldsOf(z.strictObject({ b: text, a: text })).map(({ key }) => key)).toEqual(['b', 'a']);
  expect(fieldsOf(z.strictObject({}))).toEqual([]);
});

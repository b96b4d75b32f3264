import { expect, it } from 'vitest';
import { z } from 'zod';
import { misread, ownJson, saysItIs } from './own-file.js';

const input = (text: () => Promise<string>, extension = '.json') => ({ extension, text }) as never;

it.each([
  ['{"format":"style"}', '.json', true],
  [' {\n "format" : "style", "a": 1}', '.json', true],
  ['{"format":"other"}', '.json', false],
  ['{"a":{"format":"style"}}', '.json', false],
  ['{"format":"style"}', '.txt', false],
])('%j in a file %s says that it is of this form: %s', async (text, extension, isOne) => {
  expect(await saysItIs('style')(input(async () => text, extension))).toBe(isOne);
});

it('a file that cannot be read does not say so', async () => {
  expect(await saysItIs('style')(input(async () => Promise.reject(new Error('gone'))))).toBe(false);
});

it('reads JSON of a length that it can have, and names the file of any other', () => {
  expect(ownJson('a.json', '[1]', 3, 'a style')).toEqual([1]);
  const refused = (text: string) => {
    try {
      ownJson('a.json', text, 3, 'a style');
    } catch (thrown) {
      return thrown;
    }
    return null;
  };
  expect(refused('[12]')).toMatchObject({
    code: 'BAD_FILE',
    message: expect.stringContaining('a.json is larger than a style can be'),
  });
  expect(refused('[1')).toMatchObject({
    code: 'BAD_FILE',
    message: expect.stringContaining('a.json is not valid JSON'),
  });
});

it.each<readonly [z.ZodType, unknown, string]>([
  [
    z.object({ marks: z.array(z.object({ at: z.number() })) }),
    { marks: [{ at: 1 }, { at: 'x' }] },
    'marks[1].at',
  ],
  [z.object({ version: z.literal(1) }), { version: 2 }, 'update Continuist where the file is newer'],
  [z.object({ a: z.number() }), 7, 'the file'],
  [z.object({ a: z.union([z.string(), z.number()]) }), { a: [] }, 'a mark'],
])('names the first field that is not as expected', (form, value, said) => {
  const { error } = form.safeParse(value);
  expect(misread('a.json', error as z.ZodError, 'a mark').message).toContain(said);
});

it('names the field of an object without its dot, and what was expected of it', () => {
  const { error } = z.object({ a: z.number() }).safeParse({ a: 'x' });
  const { message } = misread('a.json', error as z.ZodError, 'a mark');
  expect(message).toMatch(/(?<!\.)\ba\b/);
  expect(message).toContain('number');
  expect(message).not.toContain('Invalid input');
});

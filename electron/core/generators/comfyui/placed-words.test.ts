/** Texts that a graph puts together of several parts. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Origin, partsOf } from './placed-words.js';

const NODES = {
  a: { class_type: 'CLIPTextEncode', inputs: { text: 'a girl', text_g: 'a girl', other: 'ink' } },
  b: { class_type: 'CLIPTextEncode', inputs: { text: 'in a long red coat' } },
};
const partOf = (id: string, input: string): Origin =>
  ({
    of: 'prompt',
    node: { id },
    input,
    value: String(NODES[id as 'a']?.inputs[input as 'text']),
  }) as unknown as Origin;
const girl = partOf('a', 'text');
const coat = partOf('b', 'text');

const written = (origins: readonly Origin[], before: string, after: string) =>
  partsOf(NODES, origins, before, after).map(({ slot, text }) => [`${slot.id}.${slot.input}`, text]);

it('changes the one part that changed, in each input that holds the same, and leaves the other as it is', () => {
  expect(written([girl, coat], 'a girl, in a long red coat', 'a girl, in a long green coat')).toEqual([
    ['a.text', 'a girl'],
    ['a.text_g', 'a girl'],
    ['b.text', 'in a long green coat'],
  ]);
  expect(written([girl, coat], 'a girl, in a long red coat', 'a boy, in a long red coat')).toEqual([
    ['a.text', 'a boy'],
    ['a.text_g', 'a boy'],
    ['b.text', 'in a long red coat'],
  ]);
});

it('puts all of it into the longest where more than one part changed, and empties the others', () => {
  expect(written([girl, coat], 'a girl, in a long red coat', 'a boy, in a long green coat')).toEqual([
    ['a.text', ''],
    ['a.text_g', ''],
    ['b.text', 'a boy, in a long green coat'],
  ]);
});

it('does so where a part is not found in what was read, and writes nothing where there is none', () => {
  expect(written([girl, coat], 'something else', 'a boat')).toEqual([
    ['a.text', ''],
    ['a.text_g', ''],
    ['b.text', 'a boat'],
  ]);
  expect(written([], '', 'a boat')).toEqual([]);
  const nowhere = { ...girl, node: null } as unknown as Origin;
  expect(written([nowhere], 'a girl', 'a boy')).toEqual([]);
});

it('does so where what is left around a part is not all of what stood there', () => {
  for (const [before, after] of [
    ['ab', 'a cab'],
    ['x a girl x', 'x x'],
  ] as const)
    expect(written([girl, coat], before, after)).toEqual([
      ['a.text', ''],
      ['a.text_g', ''],
      ['b.text', after],
    ]);
});

it('says in the end what was asked: in all parts together, or in one alone', () => {
  const text = fc
    .array(fc.constantFrom('a', 'girl', 'red', 'coat'), { minLength: 1, maxLength: 4 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(text, text, text, fc.constantFrom('first', 'second', 'both'), (one, other, news, changed) => {
      const nodes = {
        a: { class_type: 'A', inputs: { text: one } },
        b: { class_type: 'B', inputs: { text: other } },
      };
      const origins = [
        { ...girl, value: one },
        { ...coat, value: other },
      ];
      const after = `${changed === 'second' ? one : news}|${changed === 'first' ? other : news}`;
      const parts = partsOf(nodes, origins, `${one}|${other}`, after).map((part) => part.text);
      expect([parts.join('|'), parts.join('')]).toContain(after);
    }),
    { numRuns: 500 },
  );
});

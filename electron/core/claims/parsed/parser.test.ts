import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@testing/folder.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import parses from '../../../../models/reading/test/fixture/parses.json' with { type: 'json' };
import { featuresOf } from './features.js';
import { headsFrom } from './heads.js';
import { loadParser } from './parser.js';
import { wordsOf } from './word.js';

const folder = fileURLToPath(new URL('../../../../models/reading/files', import.meta.url));

describe('the parser', () => {
  it('has words, features and parses as the recipe has them', async () => {
    const parse = await loadParser(folder);
    const answers = await parse(parses.map(({ words }) => words));
    for (const [i, one] of parses.entries()) {
      expect(wordsOf(one.text).map(({ text }) => text)).toEqual(one.words);
      expect(one.words.map(featuresOf)).toEqual(one.features);
      const arcs = answers[i] ?? [];
      expect(arcs.map(({ tag }) => tag)).toEqual(one.tags);
      expect(arcs.map(({ head }, k) => (head === k ? -1 : head))).toEqual(one.heads);
      expect(arcs.map(({ label }) => label)).toEqual(one.labels);
      for (const [k, { sure }] of arcs.entries()) expect(sure).toBeCloseTo(one.sure[k] as number, 1);
    }
  });

  it.each(['{}', '{"tags":["NN"],"labels":[1]}', '{"tags":"NN","labels":[]}'])(
    'says that its names are missing: %s',
    async (json) => {
      const empty = await temporaryFolder();
      await writeFile(join(empty, 'parser.json'), json);
      await expect(loadParser(empty)).rejects.toThrow('parser.json names no tags and labels');
    },
  );

  it('answers every word of any list, together or alone', async () => {
    const parse = await loadParser(folder);
    const word = fc.oneof(fc.constantFrom('a', 'girl', 'red', 'holds', ','), fc.string({ minLength: 1 }));
    const lists = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lists, async (some) => {
        const together = await parse(some);
        expect(together.map((arcs) => arcs.length)).toEqual(some.map(({ length }) => length));
        for (const arcs of together)
          for (const [i, { head, label }] of arcs.entries()) expect(head === i).toBe(label === 'ROOT');
      }),
      // What once was called a root, and hung on another word.
      { numRuns: 200, examples: [[[['Y&', 'girl', 'red', 'holds', 'holds', 'K ', 'holds', 'qL ']]]] },
    );
  });

  it('reads lists together as alone, however long one of them is', async () => {
    const parse = await loadParser(folder);
    const long = Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? 'red' : 'fox'));
    const lists = [[], ['a', 'girl'], long, ...Array.from({ length: 400 }, () => ['a', 'red', 'fox'])];
    const before = process.memoryUsage().rss;
    const together = await parse(lists);
    // Filled up to the longest, they took four gigabytes.
    expect(process.memoryUsage().rss - before).toBeLessThan(800 * 2 ** 20);
    for (const at of [0, 1, 2, 3, 402]) {
      const [alone = []] = await parse([lists[at] ?? []]);
      expect(together[at]?.map(({ head, label, tag }) => [head, label, tag])).toEqual(
        alone.map(({ head, label, tag }) => [head, label, tag]),
      );
    }
  });

  it('passes over what stands behind the two hundredth word', async () => {
    const parse = await loadParser(folder);
    const [arcs = []] = await parse([Array.from({ length: 300 }, () => 'fox')]);
    expect(arcs).toHaveLength(300);
    expect(arcs.slice(200).every(({ sure, head }, i) => sure === 0 && head === 200 + i)).toBe(true);
  });
});

describe('headsFrom', () => {
  it('takes the likeliest head of each word, and a root where none is', () => {
    expect(
      headsFrom([
        [-1, -9, -2],
        [-3, -0.1, -9],
      ]),
    ).toEqual([-1, 0]);
    expect(
      headsFrom([
        [-2, -9, -0.1],
        [-3, -0.1, -9],
      ]),
    ).toEqual([-1, 0]);
  });

  it('gives trees, whatever the scores', () => {
    const scores = fc.integer({ min: 1, max: 8 }).chain((count) =>
      fc.array(
        fc.array(fc.double({ min: -20, max: 0, noNaN: true }), {
          minLength: count + 1,
          maxLength: count + 1,
        }),
        {
          minLength: count,
          maxLength: count,
        },
      ),
    );
    fc.assert(
      fc.property(scores, (rows) => {
        const heads = headsFrom(rows);
        expect(heads).toContain(-1);
        for (const start of heads.keys()) {
          let at = start;
          for (let steps = 0; steps < heads.length && at >= 0; steps++) at = heads[at] as number;
          expect(at).toBe(-1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

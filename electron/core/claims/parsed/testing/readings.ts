import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReading, readDescription } from '../index.js';
import type { Knowledge } from '../read.js';

const folder = fileURLToPath(new URL('../../../../../models/reading/files', import.meta.url));

/** A description, claims that are read from it, and claims that are not. */
export type Row = readonly [description: string, read: readonly string[], not?: readonly string[]];

/** Claims as "kind: text". A group that reads descriptions with the parser and holds what is read of each. */
export function describeReadings(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    let knowledge: Knowledge;
    beforeAll(async () => {
      knowledge = await loadReading(folder);
    });

    const all = rows.map(([description, read, not = []]) => ({ description, read, not }));
    it.each(all)('$description', async ({ description, read, not }) => {
      const claims = (await readDescription(description, [], knowledge)).map(
        ({ kind, text, negated }) => `${kind}: ${negated ? 'not ' : ''}${text}`,
      );
      expect(claims).toEqual(expect.arrayContaining([...read]));
      for (const one of not) expect(claims).not.toContain(one);
    });
  });
}

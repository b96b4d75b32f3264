/** The boards of the canon's benchmark: a table a part, each row with what a careful person reads of it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const words = z.array(z.string());
const row = z.strictObject({ id: z.string() });
const told = row.extend({
  /** Lines of a character sheet, "name: what it looks like". */
  sheet: words.default([]),
  shots: words.default([]),
});

const PARTS = {
  /** "who | words that one of the facts says | first-last shot"; without shots it holds for all. */
  sheet: told.extend({ facts: words, maybe: words.default([]) }),
  looks: told.extend({ facts: words, maybe: words.default([]) }),
  props: told.extend({ facts: words, maybe: words.default([]) }),
  /** `given`: "subject | name | statement | first-last shot". `clash`: the first shot for which both cannot hold. */
  clashes: row.extend({ shots: z.number(), given: words, clash: z.number().nullable() }),
  /** Words that stand against what became of a thing: "shot | thing | shot where that was said". */
  against: told.extend({ against: words }),
  /** `fails`: "shot | words of a claim"; all else is seen as asked. `offers`: "who | words". */
  offers: told.extend({ fails: words, offers: words }),
  /** `drifts`: "shot | words | shot where it was seen last, or never". */
  drift: told.extend({ fails: words, drifts: words }),
} as const;

export type Part = keyof typeof PARTS;
export type Row<Of extends Part> = z.infer<(typeof PARTS)[Of]>;

export const rowsOf = <Of extends Part>(part: Of): Row<Of>[] => {
  const text = readFileSync(new URL(`${part}.json`, import.meta.url), 'utf8');
  return z.array(PARTS[part]).parse(JSON.parse(text)) as Row<Of>[];
};

/** The columns of "Mira | red coat | 1-1". */
export const columns = (line: string): string[] => line.split('|').map((one) => one.trim());

/** Positions of "2-4", "2-" and nothing at all; shots are numbered from 1, positions from 0. */
export function stretchOf(shots: string | undefined): { from: number; to: number | null } {
  const [first = '1', last = ''] = (shots ?? '1-').split('-');
  return { from: Number(first) - 1, to: last === '' ? null : Number(last) - 1 };
}

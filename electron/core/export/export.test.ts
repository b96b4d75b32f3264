import { EMPTY_DERIVED, type Finding } from '@shared/analysis.js';
import { feedback } from '@shared/feedback.js';
import { EMPTY_RECORDS, type Fact, type Records } from '@shared/records/index.js';
import { aShot, aTake } from '@shared/testing/board.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { csvOf } from './csv.js';
import { type FeedbackInput, feedbackOf } from './feedback.js';
import { feedbackSchema } from './schema.js';

const numbers = [0, 1, 2, 3];
const fact = (id: string, name: string, from: number | null): Fact => ({
  id,
  subject: 'character',
  name,
  statement: `a girl called ${name}`,
  aliases: [],
  from,
  to: null,
  origin: 'sheet',
});
const decision = (id: string, at: number) => ({
  id,
  shotId: 'shot-1',
  takeId: 'take-1',
  kind: 'hold' as const,
  reason: id,
  acceptedEdits: [],
  prompt: null,
  negativePrompt: null,
  findingKey: null,
  who: 'Ada',
  at,
});
const finding = (key: string, dismissed: boolean): Finding => ({
  key,
  kind: 'blur',
  severity: 'high',
  shotId: 'shot-2',
  takeId: 'take-2',
  message: `${key}, "soft"`,
  claimIds: [],
  factId: null,
  evidence: { items: [], detail: '' },
  dismissed,
});

const byId = <T extends { id: string }>(all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((one) => [one.id, one]));
const records: Records = {
  ...EMPTY_RECORDS,
  storyboard: {
    board: {
      id: 'board',
      title: 'The Lantern Walk',
      source: { kind: 'pipeline', name: 'shots.json', format: 'story-pipeline' },
      styleBrief: 'gouache',
      createdAt: 0,
    },
  },
  shot: byId(numbers.map(aShot)),
  take: byId(numbers.map(aTake)),
  fact: byId([fact('f3', 'Wenna', 2), fact('f1', 'Wenna', null), fact('f2', 'Ada', 1)]),
  decision: byId([decision('later', 2000), decision('b', 1000), decision('a', 1000)]),
};
const inputOf = (all: Records, changes: Partial<FeedbackInput> = {}): FeedbackInput => ({
  records: all,
  derived: { ...EMPTY_DERIVED, findings: [finding('soft', false), finding('known', true)] },
  judge: null,
  generator: 'storybook',
  version: '1.2.3',
  now: 1_700_000_000_000,
  ...changes,
});

/** The records with the rows of every table in another order. */
const shuffled = fc.infiniteStream(fc.nat(1000)).map((stream): Records => {
  const mixed = (table: object) =>
    Object.fromEntries(
      Object.entries(table)
        .map((entry) => [Number(stream.next().value), entry] as const)
        .sort(([a], [b]) => a - b)
        .map(([, entry]) => entry),
    );
  return Object.fromEntries(
    Object.entries(records).map(([name, table]) => [name, mixed(table)]),
  ) as unknown as Records;
});

describe('the feedback', () => {
  it('is valid by its own schema', () => {
    const made = feedbackOf(inputOf(records));
    expect(feedback.parse(made)).toEqual(made);
    expect(made.totals).toMatchObject({ shots: 4, flagged: 1, waiting: 4 });
  });

  it('is valid by the JSON Schema that is given out', () => {
    const schema = z.fromJSONSchema(feedbackSchema() as never);
    const made = JSON.parse(JSON.stringify(feedbackOf(inputOf(records))));
    expect(schema.safeParse(made).error).toBeUndefined();
    expect(schema.safeParse({ ...made, version: 2 }).success).toBe(false);
    const [first, ...rest] = made.shots;
    expect(schema.safeParse({ ...made, shots: [{ ...first, status: 'lost' }, ...rest] }).success).toBe(false);
  });

  it('is the same text whatever the order of the rows', () => {
    const text = JSON.stringify(feedbackOf(inputOf(records)));
    fc.assert(
      fc.property(shuffled, (mixed) => {
        expect(JSON.stringify(feedbackOf(inputOf(mixed)))).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('tells decisions in the order they were made, and facts by name and shot', () => {
    const made = feedbackOf(inputOf(records));
    expect(made.shots[1]?.decisions.map(({ reason, at }) => [reason, at])).toEqual([
      ['a', '1970-01-01T00:00:01.000Z'],
      ['b', '1970-01-01T00:00:01.000Z'],
      ['later', '1970-01-01T00:00:02.000Z'],
    ]);
    expect(made.canon.map(({ name, from }) => [name, from])).toEqual([
      ['Ada', 1],
      ['Wenna', null],
      ['Wenna', 2],
    ]);
  });

  it('carries seeds past 2^53 to the last digit', () => {
    expect(feedbackOf(inputOf(records)).shots[0]?.takes[0]?.seed).toBe('18446744073709551615');
  });
});

/** The fields of an RFC 4180 text. */
function fieldsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '') continue;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe('the scores as CSV', () => {
  const withDescription = (description: string): string => {
    const shot = { ...aShot(0), description };
    return csvOf(feedbackOf(inputOf({ ...records, shot: { ...records.shot, 'shot-0': shot } })));
  };

  it('has a row a shot, its open findings and an empty cell for what was not judged', () => {
    const [header, ...rows] = fieldsOf(csvOf(feedbackOf(inputOf(records))));
    expect(rows).toHaveLength(4);
    const cell = (name: string): string | undefined => rows[2]?.[header?.indexOf(name) ?? -1];
    expect(cell('number')).toBe('3');
    expect(cell('findings')).toBe('soft, "soft"');
    expect(cell('description_score')).toBe('');
    expect(cell('picture')).toBe('frames/2.png');
  });

  it('gives any text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/^[=+\-@\t\r]/.test(text));
        expect(fieldsOf(withDescription(text))[1]?.at(-1)).toBe(text);
      }),
    );
  });

  it('keeps a formula a text', () => {
    expect(fieldsOf(withDescription('=HYPERLINK("http://x")'))[1]?.at(-1)).toBe('\'=HYPERLINK("http://x")');
  });
});

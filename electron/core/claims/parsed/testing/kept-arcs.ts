/**
 * Arcs that the parser gave once, kept for tests of what is made of them: another training of the parser changes none.
 * `KEEP_ARCS=1 npx vitest run FILE.test.ts` writes a test's FILE.arcs.json anew, with what the parser says today.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ClaimKind } from '@shared/records/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadClaim } from '../../read-claim.js';
import { Dictionary } from '../dictionary.js';
import { readDescription } from '../index.js';
import { loadParser } from '../parser.js';
import type { Knowledge } from '../read.js';
import type { Arc, Parser } from '../word.js';

const folder = fileURLToPath(new URL('../../../../../models/reading/files', import.meta.url));

/** Words with a blank between, and of each word "TAG head label sure held", with a semicolon between. */
type Kept = Readonly<Record<string, string>>;

const written = ({ tag, head, label, sure, held }: Arc): string =>
  [tag, head, label, Number(sure.toFixed(2)), Number(held.toFixed(2))].join(' ');

function readArc(text: string): Arc {
  const [tag, head, label, sure, held] = text.split(' ') as [string, string, string, string, string];
  return { tag, head: Number(head), label, sure: Number(sure), held: Number(held) };
}

const fromKept =
  (kept: Kept): Parser =>
  async (lists) =>
    lists.map((words) => {
      const arcs = kept[words.join(' ')];
      if (arcs === undefined)
        throw new Error(`No arcs are kept for “${words.join(' ')}”: run this test once with KEEP_ARCS=1`);
      return arcs.split('; ').map(readArc);
    });

/** Keeps in `kept` what the parser says, and says it with as many digits as are kept. */
const keeping =
  (parse: Parser, kept: Record<string, string>): Parser =>
  async (lists) => {
    for (const [i, arcs] of (await parse(lists)).entries())
      kept[(lists[i] as readonly string[]).join(' ')] = arcs.map(written).join('; ');
    return fromKept(kept)(lists);
  };

/** What claims say of somebody or something that is there, without hanging on the claim that it is. */
const loose = (claims: readonly ReadClaim[]): string[] =>
  claims.flatMap(({ kind, text, subject, object, parents }) => {
    const about = kind === 'attribute' || kind === 'count' ? [subject] : [subject, object];
    const isThere = (noun: string | null): boolean =>
      claims.some((one) => one.kind === 'entity' && !one.negated && one.subject === noun);
    const isHeld = (noun: string | null): boolean => parents.some((at) => claims[at]?.subject === noun);
    return isSaidOf(kind) && about.some((noun) => noun !== null && isThere(noun) && !isHeld(noun))
      ? [text]
      : [];
  });
const isSaidOf = (kind: ClaimKind): boolean =>
  kind === 'attribute' || kind === 'count' || kind === 'action' || kind === 'relation';

/**
 * What reads descriptions by the arcs that are kept beside `test`, its import.meta.url; to be asked for once in a test.
 * Nothing is read before the tests run.
 */
export function keptKnowledge(test: string): Knowledge {
  const file = test.replace(/\.test\.ts$/, '.arcs.json');
  const isKept = process.env.KEEP_ARCS === undefined;
  const anew: Record<string, string> = {};
  let parse: Parser;
  beforeAll(async () => {
    parse = isKept
      ? fromKept(JSON.parse(readFileSync(fileURLToPath(file), 'utf8')) as Kept)
      : keeping(await loadParser(folder), anew);
  });
  afterAll(() => {
    if (!isKept) writeFileSync(fileURLToPath(file), `${JSON.stringify(anew, null, 2)}\n`);
  });
  return {
    dictionary: Dictionary.of(readFileSync(`${folder}/words.txt`, 'utf8')),
    parse: (lists) => parse(lists),
  };
}

/** A description, and all claims that are read from it, as "kind: text", in their order. */
export type ExactRow = readonly [description: string, read: readonly string[]];

/**
 * A group that holds exactly what is read of each description, on kept arcs. `test`: import.meta.url of the test, whose
 * arcs are kept beside it.
 */
export function describeExactly(name: string, test: string, rows: readonly ExactRow[]): void {
  describe(name, () => {
    const knowledge = keptKnowledge(test);

    it.each(rows)('%s', async (description, read) => {
      const claims = await readDescription(description, [], knowledge);
      expect(claims.map(({ kind, text, negated }) => `${kind}: ${negated ? 'not ' : ''}${text}`)).toEqual(
        read,
      );
      expect(loose(claims), 'what is said of something hangs on its being there').toEqual([]);
    });
  });
}

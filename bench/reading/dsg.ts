/**
 * DSG-1k (github.com/j-min/DSG, Apache-2.0): prompts with propositions that people wrote, on which nothing here was
 * trained. What kinds of relations are missed was looked up in every other prompt, from the first on; the rest was never
 * looked at. A proposition is found when one claim that is no whole clause has what it names, both things of a
 * relation; to the word when it has all of its words, the preposition too.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Claim } from './score.js';
import { holds, wordsOf } from './words.js';

export interface Proposition {
  /** "entity", "attribute", "relation", "other" or "global". */
  readonly kind: string;
  readonly words: string;
}

export interface DsgPrompt {
  readonly prompt: string;
  readonly propositions: readonly Proposition[];
}

/** `folder` is a checkout of the repository. */
export async function readDsg(folder: string): Promise<readonly DsgPrompt[]> {
  const text = await readFile(join(folder, 'dsg/data/dsg-1k-anns.csv'), 'utf8');
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  const prompts = new Map<string, { prompt: string; propositions: Proposition[] }>();
  for (const { item_id: id = '', text: prompt = '', tuple = '', category_broad: kind = '' } of rows) {
    const found = prompts.get(id) ?? { prompt, propositions: [] };
    prompts.set(id, found);
    const words = /\((.*)\)/s.exec(tuple)?.[1];
    if (words !== undefined) found.propositions.push({ kind, words });
  }
  return [...prompts.values()];
}

export interface DsgScore {
  readonly kind: string;
  readonly found: number;
  readonly toTheWord: number;
  /** Found, or in a clause that is asked whole. */
  readonly covered: number;
}

/** Of each proposition, whether the claims have it. */
export function scoreDsg({ propositions }: DsgPrompt, claims: readonly Claim[]): DsgScore[] {
  const marked = claims.map((claim) => ({ whole: claim.kind === 'phrase', words: wordsOf(claim.text) }));
  return propositions.map(({ kind, words }) => {
    const things = wordsOf(kind === 'relation' ? words.split(',').slice(0, 2).join(' ') : words);
    const hits = marked.filter((claim) => holds(claim.words, things));
    const strict = hits.filter(({ whole }) => !whole);
    return {
      kind,
      found: Number(strict.length > 0),
      toTheWord: Number(strict.some((claim) => holds(claim.words, wordsOf(words)))),
      covered: Number(hits.length > 0),
    };
  });
}

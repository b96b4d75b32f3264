/**
 * Suggestions held to what a careful person would accept: cases written before the rules were. Two sets; nobody looks
 * at `held.json` while writing rules.
 */
import { readFileSync } from 'node:fs';
import type { FindingKind } from '@shared/analysis.js';
import type { Claim } from '@shared/records/index.js';
import { wordDiff } from '@shared/word-diff.js';
import { z } from 'zod';
import { answered, type SimplerMeans } from './answered.js';

const words = z.array(z.string());

const golden = z.strictObject({
  /** As the picture's metadata name it. */
  model: z.string(),
  tool: z.string().default('comfyui'),
  prompt: z.string(),
  negative: z.string().default(''),
  /** Where it is not the prompt itself. */
  description: z.string().optional(),
  /** Lines of a character sheet. */
  sheet: words.default([]),
  /** Words of the claim that the picture fails, "not" in front where something should not be there; `|` between ways to say it. */
  fails: z.string(),
  /** What stands in the prompt afterwards, letter case aside; `|` between ways to say it. */
  require: words,
  requireNegative: words.default([]),
  forbid: words,
  /** Words taken out and put in, together. */
  largest: z.number(),
  /** Where a reader may well not make this claim of the words: then nothing is asked. */
  optional: z.boolean().default(false),
});

export type Golden = z.infer<typeof golden>;

export const goldenCases = (set: 'open' | 'held'): Golden[] =>
  z
    .array(golden)
    .parse(JSON.parse(readFileSync(new URL(`golden/${set}.json`, import.meta.url), 'utf8')) as unknown);

export interface Outcome {
  readonly asked: Golden;
  /** Of what is found; null where nothing is. */
  readonly kind: FindingKind | null;
  /** Null where nothing was suggested. */
  readonly prompt: string | null;
  /** In which way it falls short; empty = passed. */
  readonly wrong: readonly string[];
  /** What passed and is lost, or words that no longer read: worse than no suggestion. */
  readonly harm: readonly string[];
}

/** The words that say something, without their endings. */
export const stemsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !['a', 'an', 'the', 'of', 'in', 'at', 'on', 'with', 'not', 'no'].includes(word))
    .map((word) => word.replace(/(?:ing|ies|es|s|ed|e|y)$/, ''));

/** The shortest claim that says all of these words. */
function claimSaying(claims: readonly Claim[], wanted: string): Claim | undefined {
  const ways = wanted.split('|').flatMap((way) => {
    const stems = stemsOf(way);
    const negated = /^not /.test(way);
    return claims.filter(
      (claim) => claim.negated === negated && stems.every((stem) => stemsOf(claim.text).includes(stem)),
    );
  });
  return ways.toSorted((a, b) => stemsOf(a.text).length - stemsOf(b.text).length)[0];
}

const has = (text: string, wanted: string): boolean =>
  wanted.split('|').some((way) => text.toLowerCase().includes(way.toLowerCase()));

const countWords = (text: string): number => text.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0;

/** Words taken out and put in, together; weights are none. */
export const sizeOf = (before: string, after: string): number =>
  wordDiff(before, after)
    .filter(({ kind }) => kind !== 'same')
    .reduce((sum, { text }) => sum + countWords(text.replace(/:\d\.\d+/g, '')), 0);

/** `simpler`: instead of what is suggested. */
export function tried(asked: Golden, simpler?: SimplerMeans): Outcome {
  const answer = answered(asked, (claims) => claimSaying(claims, asked.fails), simpler);
  if (!answer)
    return { asked, kind: null, prompt: null, wrong: asked.optional ? [] : ['never asked'], harm: [] };
  const { kind, after, harm } = answer;
  if (!after) return { asked, kind, prompt: null, wrong: ['nothing suggested'], harm: [] };
  const size = sizeOf(asked.prompt, after.prompt);
  return {
    asked,
    kind,
    prompt: after.prompt,
    wrong: [
      ...asked.require.filter((one) => !has(after.prompt, one)).map((one) => `“${one}” is missing`),
      ...asked.requireNegative
        .filter((one) => !has(after.negativePrompt, one))
        .map((one) => `“${one}” is not in the negative prompt`),
      ...asked.forbid.filter((one) => has(after.prompt, one)).map((one) => `“${one}” is there`),
      ...(size > asked.largest ? [`${size} words changed`] : []),
    ],
    harm,
  };
}

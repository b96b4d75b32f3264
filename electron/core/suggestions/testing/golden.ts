/**
 * Suggestions held to what a careful person would accept: cases written before the rules were. Two sets; nobody looks
 * at `held.json` while writing rules.
 */
import { readFileSync } from 'node:fs';
import { canonFrom, claimsForShot } from '@core/canon/index.js';
import { readClaims } from '@core/claims/index.js';
import type { FindingKind } from '@shared/analysis.js';
import { dialectOf } from '@shared/dialect.js';
import type { Claim } from '@shared/records/index.js';
import { wordDiff } from '@shared/word-diff.js';
import { z } from 'zod';
import { found, frameOf } from '../../findings/testing/story.js';
import { suggest } from '../index.js';

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

const stemsOf = (text: string): string[] =>
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

/** What a reader stumbles over, and no generator needs. */
const STUMBLES: readonly (readonly [RegExp, string])[] = [
  [/,\s*,|\.\s*,|,\s*\.|[.!?]\s*[.!?]|\(\s*\)|^\s*[,.]|,\s*$/, 'marks without words between them'],
  [/ {2}/, 'two spaces'],
  [/\b(\p{L}+) \1\b/iu, 'a word twice'],
  [/\b(?:a|an|the|and|with|of|in|on|at)\s*[.,]/i, 'a little word with nothing behind it'],
];

const stumblesIn = (text: string): string[] => [
  ...STUMBLES.filter(([pattern]) => pattern.test(text)).map(([, name]) => name),
  ...(text.split('(').length === text.split(')').length ? [] : ['a bracket left open']),
];

/** What somebody would do without rules: the prompt changed for words that are missed, or that should not be there. */
export type SimplerMeans = (prompt: string, claim: Pick<Claim, 'text' | 'negated'>) => string;

/** `simpler`: instead of what is suggested. */
export function tried(asked: Golden, simpler?: SimplerMeans): Outcome {
  const { prompt, negative, description = prompt, sheet } = asked;
  const entries = sheet.map((line) => {
    const [name = '', ...rest] = line.split(': ');
    return { name, description: rest.join(': ') };
  });
  const facts = canonFrom([{ id: '1', description, position: 0 }], entries, '').map((fact) => ({
    ...fact,
    from: null,
    to: null,
  }));
  const claims = claimsForShot({ id: '1', position: 0, description }, facts, []);
  const failing = claimSaying(claims, asked.fails);
  if (!failing)
    return { asked, kind: null, prompt: null, wrong: asked.optional ? [] : ['never asked'], harm: [] };
  const sees = { [`${failing.negated ? 'no ' : ''}${failing.text}`]: 0.05 };
  const frame = frameOf(description, { facts, sees });
  const findings = found(frame, { facts });
  const kind = findings[0]?.kind ?? null;
  const suggested = suggest({
    tags: [],
    shot: { id: '1', position: 0, description, prompt, negativePrompt: negative },
    take: { id: 't1', round: 0, prompt, negativePrompt: negative },
    claims: frame.claims,
    verdicts: frame.verdicts,
    findings,
    facts,
    styleBrief: '',
    capabilities: ['txt2img', 'seed', 'negative', 'weights'],
    dialect: dialectOf(asked.tool, asked.model),
  });
  const suggestion = simpler ? { prompt: simpler(prompt, failing), negativePrompt: negative } : suggested;
  if (!suggestion) return { asked, kind, prompt: null, wrong: ['nothing suggested'], harm: [] };
  const after = suggestion.prompt;
  const diff = wordDiff(prompt, after).filter(({ kind }) => kind !== 'same');
  const size = diff.reduce((sum, { text }) => sum + countWords(text.replace(/:\d\.\d+/g, '')), 0);
  const said = (text: string): Set<string> =>
    new Set(
      readClaims(text, []).flatMap((claim) => (claim.negated || claim.span === null ? [] : [claim.text])),
    );
  const passed = new Set(
    frame.verdicts.flatMap(({ claimId, outcome }) =>
      outcome === 'pass' ? [claims.find(({ id }) => id === claimId)?.text ?? ''] : [],
    ),
  );
  const [before, now] = [said(prompt), said(after)];
  return {
    asked,
    kind,
    prompt: after,
    wrong: [
      ...asked.require.filter((one) => !has(after, one)).map((one) => `“${one}” is missing`),
      ...asked.requireNegative
        .filter((one) => !has(suggestion.negativePrompt, one))
        .map((one) => `“${one}” is not in the negative prompt`),
      ...asked.forbid.filter((one) => has(after, one)).map((one) => `“${one}” is there`),
      ...(size > asked.largest ? [`${size} words changed`] : []),
    ],
    harm: [
      ...[...before].filter((one) => passed.has(one) && !now.has(one)).map((one) => `“${one}” is lost`),
      ...stumblesIn(after).filter((one) => !stumblesIn(prompt).includes(one)),
    ],
  };
}

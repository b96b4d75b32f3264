/** A shot whose picture fails one claim of it, and what the prompt becomes. */
import { canonFrom, claimsForShot } from '@core/canon/index.js';
import { readClaims } from '@core/claims/index.js';
import type { FindingKind } from '@shared/analysis.js';
import { dialectOf } from '@shared/dialect.js';
import type { Claim, ClaimKind } from '@shared/records/index.js';
import { found, frameOf } from '../../findings/testing/story.js';
import { suggest } from '../index.js';

export interface Asked {
  /** As the picture's metadata name it. */
  readonly model: string;
  readonly tool: string;
  readonly prompt: string;
  readonly negative: string;
  /** Where it is not the prompt itself. */
  readonly description?: string | undefined;
  /** Lines of a character sheet. */
  readonly sheet: readonly string[];
}

/** What somebody would do without rules: the prompt changed for words that are missed, or that should not be there. */
export type SimplerMeans = (prompt: string, claim: Pick<Claim, 'text' | 'negated'>) => string;

export interface Answered {
  readonly failing: Claim;
  /** Of what is found; null where nothing is. */
  readonly kind: FindingKind | null;
  /** Null where nothing was suggested. */
  readonly after: { readonly prompt: string; readonly negativePrompt: string } | null;
  /** What passed and is lost, or words that no longer read: worse than no suggestion. */
  readonly harm: readonly string[];
}

/** What a reader stumbles over, and no generator needs. */
const STUMBLES: readonly (readonly [RegExp, string])[] = [
  [/,\s*,|\.\s*,|,\s*\.|[.!?]\s*[.!?]|\(\s*\)|^\s*[,.]|,\s*$/, 'marks without words between them'],
  [/ {2}/, 'two spaces'],
  [/[\p{L}\p{N}]-?\((?!s\))|:\d+(?:\.\d+)?\)-?[\p{L}\p{N}]/u, 'a bracket in the middle of a word'],
  [/\b(\p{L}+) \1\b/iu, 'a word twice'],
  [/(?<![\p{L}-])(?:a|an|the|and|with|of|in|on|at)\s*[.,]/iu, 'a little word with nothing behind it'],
];

const stumblesIn = (text: string): string[] => [
  ...STUMBLES.filter(([pattern]) => pattern.test(text)).map(([, name]) => name),
  ...(text.split('(').length === text.split(')').length ? [] : ['a bracket left open']),
];

/** A clause that is asked whole stands with the brackets around some of its words. */
const plain = (text: string): string =>
  text
    .replace(/:\d+(?:\.\d+)?(?=\))/g, '')
    .replace(/[()]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What the prompt asks for. */
const said = (prompt: string): readonly { kind: ClaimKind; text: string }[] =>
  readClaims(prompt, []).flatMap(({ kind, text, negated, span }) =>
    negated || span === null ? [] : [{ kind, text: plain(text) }],
  );

/** `failingOf`: which of the shot's claims fails; null without one. `simpler`: instead of what is suggested. */
export function answered(
  asked: Asked,
  failingOf: (claims: readonly Claim[]) => Claim | undefined,
  simpler?: SimplerMeans,
): Answered | null {
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
  const failing = failingOf(claims);
  if (!failing) return null;
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
  const after = simpler ? { prompt: simpler(prompt, failing), negativePrompt: negative } : suggested;
  if (!after) return { failing, kind, after: null, harm: [] };
  const passed = new Set(
    frame.verdicts.flatMap(({ claimId, outcome }) =>
      outcome === 'pass' ? [plain(claims.find(({ id }) => id === claimId)?.text ?? '')] : [],
    ),
  );
  const [before, now] = [said(prompt), said(after.prompt)];
  return {
    failing,
    kind,
    after,
    harm: [
      ...before
        .filter(
          ({ kind, text }) =>
            passed.has(text) &&
            // A clause that is asked whole may be read as a part of a longer one.
            !now.some((one) => one.text === text || (kind === 'phrase' && one.text.includes(text))),
        )
        .map(({ text }) => `“${text}” is lost`),
      ...stumblesIn(after.prompt).filter((one) => !stumblesIn(prompt).includes(one)),
    ],
  };
}

/** What differs between takes of one shot, and nothing else. */
import type { Outcome, Scores, TakeAnalysis } from '@shared/analysis.js';
import type { TakeSummary } from '@shared/overview.js';
import type { Take } from '@shared/records/index.js';
import { madeRows } from '../../panel/made.js';
import { probability, score } from '../../ui/index.js';

export interface Compared {
  readonly take: Take;
  readonly summary: TakeSummary | null;
  /** null while it is not here in full. */
  readonly analysis: TakeAnalysis | null;
}

export interface Value {
  /** '' where this take has none. */
  readonly text: string;
  readonly outcome?: Outcome;
}

export interface Difference {
  readonly name: string;
  /** One for each take, in their order. */
  readonly values: readonly Value[];
}

const SCORES: readonly (readonly [Exclude<keyof Scores, 'styleExcuse'>, string])[] = [
  ['description', 'Description'],
  ['style', 'Style'],
  ['characters', 'Characters'],
  ['quality', 'Quality'],
];

/** What stands between commas; of weights and brackets nothing is known here. */
const piecesOf = (prompt: string): readonly string[] => prompt.split(/[,\n]/).map((piece) => piece.trim());

/** Of each text, the pieces that not all of them have. */
function ownPieces(texts: readonly string[]): readonly string[] {
  const pieces = texts.map(piecesOf);
  return pieces.map((own) =>
    own.filter((piece) => piece !== '' && !pieces.every((other) => other.includes(piece))).join(', '),
  );
}

const differs = ({ values: [first, ...others] }: Difference): boolean =>
  others.some((value) => value.text !== first?.text);

const row = (name: string, texts: readonly string[]): Difference => ({
  name,
  values: texts.map((text) => ({ text })),
});

const seedOf = ({ seed }: Take): string => seed ?? 'not known';

/** Names of what is known of any of them, in the order in which they are known first. */
function madeRowsOf(compared: readonly Compared[]): readonly Difference[] {
  const nothing = { by: undefined, readAs: undefined, told: undefined, lookedAt: undefined };
  const rows = compared.map(({ take }) => new Map(madeRows(take, nothing)));
  const names = new Set(rows.flatMap((known) => [...known.keys()]));
  return [...names].map((name) =>
    row(
      name,
      rows.map((known) => known.get(name) ?? ''),
    ),
  );
}

/** A claim of which two takes have another outcome; what is not here in full yet says nothing. */
function verdictRows(compared: readonly Compared[]): readonly Difference[] {
  const known = compared.map(
    ({ analysis }) => new Map((analysis?.verdicts ?? []).map((verdict) => [verdict.claimId, verdict])),
  );
  const texts = new Map(known.flatMap((of) => [...of].map(([id, { text }]) => [id, text] as const)));
  return [...texts].flatMap(([claimId, name]) => {
    const verdicts = known.map((of) => of.get(claimId));
    const outcomes = new Set(verdicts.flatMap((verdict) => verdict?.outcome ?? []));
    if (outcomes.size < 2) return [];
    return [
      {
        name,
        values: verdicts.map((verdict) =>
          verdict ? { text: probability(verdict.p), outcome: verdict.outcome } : { text: '' },
        ),
      },
    ];
  });
}

/** Words, seed, how they were made, scores, and what the judge says otherwise. */
export function differencesOf(compared: readonly Compared[]): readonly Difference[] {
  if (compared.length < 2) return [];
  const takes = compared.map(({ take }) => take);
  const same = [
    row('Prompt', ownPieces(takes.map(({ prompt }) => prompt))),
    row('Not in it', ownPieces(takes.map(({ negativePrompt }) => negativePrompt))),
    row('Seed', takes.map(seedOf)),
    ...madeRowsOf(compared),
    ...SCORES.map(([key, name]) =>
      row(
        name,
        compared.map(({ summary }) => (summary ? score(summary.scores[key]) : '')),
      ),
    ),
  ].filter(differs);
  return [...same, ...verdictRows(compared)];
}

/** Takes that are compared at once. */
export const MOST = 8;

/** The window of at most `MOST` takes that begins at `from` or, near the end, before it; the newest where that is null. */
export function windowOf<T>(
  takes: readonly T[],
  from: number | null,
): readonly [from: number, shown: readonly T[]] {
  const last = Math.max(0, takes.length - MOST);
  const start = Math.max(0, Math.min(from ?? last, last));
  return [start, takes.slice(start, start + MOST)];
}

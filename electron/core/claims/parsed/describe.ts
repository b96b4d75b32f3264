/** From a description to claims, by way of a parse. */
import { type ClaimKind, NO_PARTS } from '@shared/records/index.js';
import { peopleText } from '../english.js';
import type { CastMember, Entity } from '../entities.js';
import { type ExtractedClaim, statementOf, WHOLE } from '../extract.js';
import { findSetPhrases } from '../find-set-phrases.js';
import { takeForeign, takeQuotes } from '../quotes.js';
import { settledValue } from '../set-phrases.js';
import type { Mention } from './draft.js';
import { isSure } from './gate.js';
import { isLeftOver } from './left-over.js';
import { type Knowledge, readText } from './read.js';
import { Renderer } from './render.js';
import type { Rendered } from './render-things.js';
import { withoutSaying } from './saying.js';
import { shotHeadsIn } from './shot-heads.js';
import { stripped } from './strip.js';
import type { ParsedWord } from './word.js';

/** A clause that could not be taken apart is asked whole, as a phrase in its own words. */
export interface ReadClaim extends Omit<ExtractedClaim, 'kind'> {
  readonly kind: ClaimKind | 'phrase';
}

export async function readDescription(
  description: string,
  cast: readonly CastMember[],
  knowledge: Knowledge,
): Promise<ReadClaim[]> {
  const quoted = takeQuotes(stripped(description));
  const { text, foreign } = takeForeign(withoutSaying(quoted.text, quoted.all));
  const heads = shotHeadsIn(text);
  const sets = [
    ...heads,
    ...findSetPhrases(text).filter((set) =>
      heads.every(({ start, end }) => set.end <= start || end <= set.start),
    ),
  ];
  const reading = await readText(text, sets, namesOf(cast), knowledge);
  const pieceOf = (piece: number): readonly ParsedWord[] => reading.pieces[piece] ?? [];
  const sure = reading.drafts.filter((draft) => isSure(draft, pieceOf(draft.piece)));
  const unsure = new Set(reading.drafts.flatMap((draft) => (sure.includes(draft) ? [] : [draft.piece])));
  const renderer = new Renderer(sure, reading.mentions, cast, (mention) => isTagOf(mention, reading.pieces));
  renderer.render();
  const claims = collected(renderer.claims);
  for (const { phrase, start, end } of sets)
    if (phrase.text)
      claims.push({
        ...WHOLE,
        kind: phrase.kind,
        text: phrase.text,
        value: settledValue(phrase.text),
        span: [start, end],
      });
  for (const { phrase, start, end } of sets)
    if (phrase.kind === 'weather' && /\bday$/i.test(text.slice(start, end)))
      claims.push({ ...WHOLE, kind: 'time', text: 'by day', value: 'day', span: [start, end] });
  for (const match of text.matchAll(/(?<!\p{L})numbers? (\d+)(?![\d.]*\d)/giu))
    claims.push({
      ...WHOLE,
      kind: 'text',
      text: `the words “${match[1]}”`,
      value: match[1] as string,
      span: [match.index, match.index + match[0].length],
    });
  const texts = claims.map((claim) => claim.text);
  for (const [piece, read] of reading.pieces.entries()) {
    if (!unsure.has(piece) && !isLeftOver(read, texts)) continue;
    const words = read.filter(({ start }) => start >= 0);
    const [first, last] = [words[0], words.at(-1)];
    if (words.length > 2 && first && last)
      claims.push({
        ...WHOLE,
        kind: 'phrase',
        text: description.slice(first.start, last.end),
        span: [first.start, last.end],
      });
  }
  for (const { words, span } of quoted.quotes)
    claims.push({ ...WHOLE, kind: 'text', text: `the words “${words}”`, value: words, span });
  for (const { span } of foreign)
    claims.push({ ...WHOLE, kind: 'phrase', text: description.slice(...span), span });
  const people = peopleSaid(text);
  if (people !== null)
    claims.push({
      ...WHOLE,
      kind: 'count',
      text: peopleText(people),
      subject: 'person',
      value: String(people),
      span: null,
    });
  return withoutTwins(claims);
}

/** The words of all names, in small letters. "the girl" is a word for anybody, whoever it means in this story. */
const namesOf = (cast: readonly CastMember[]): ReadonlySet<string> =>
  new Set(
    cast
      .flatMap(({ name, aliases }) => [
        name,
        ...aliases.filter((alias) => /(?<!^)\p{Lu}|^\p{Lu}(?!he )/u.test(alias)),
      ])
      .flatMap((name) => name.toLowerCase().split(/\s+/))
      .filter((word) => word !== 'the'),
  );

/** What is said twice is asked once. What others hang on stands before all that can be a twin. */
const withoutTwins = (claims: readonly ReadClaim[]): ReadClaim[] =>
  claims.filter(
    (one, i) =>
      claims.findIndex(
        ({ kind, text, negated }) => kind === one.kind && text === one.text && negated === one.negated,
      ) === i,
  );

/** Whether a noun stands alone between commas, but for what it is like. */
function isTagOf(mention: Mention, pieces: readonly (readonly ParsedWord[])[]): boolean {
  const piece = pieces.find((words) => words.includes(mention.head));
  return (
    piece !== undefined &&
    piece.indexOf(mention.head) === piece.length - 1 &&
    mention.head.head === piece.length - 1
  );
}

/** How many people there are where it is said of all: "nobody", "solo". A number that is only implied is not asked. */
function peopleSaid(text: string): number | null {
  if (/(?<!\p{L})(?:nobody|no (?:people|one|humans?|person|figures?))(?!\p{L})/iu.test(text)) return 0;
  return /(?<!\p{L})solo(?!\p{L})/iu.test(text) ? 1 : null;
}

/** One claim for each text: the description's words before the canon's, parents joined. */
function collected(rendered: readonly Rendered[]): ReadClaim[] {
  const first = new Map<string, number>();
  const kept: Rendered[] = [];
  for (const claim of rendered) {
    const key = `${claim.negated ? 'no ' : ''}${claim.text}`;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, kept.length);
      kept.push(claim);
    } else if (claim.stated && !(kept[known] as Rendered).stated) kept[known] = claim;
  }
  const introduced = new Map<Entity, number>();
  for (const [i, claim] of kept.entries()) if (claim.introduces) introduced.set(claim.introduces, i);
  return kept.map((claim, i) => ({
    ...NO_PARTS,
    ...(claim.stated ? claim.parts : statementOf(claim.text).parts),
    kind: claim.kind,
    text: claim.text,
    parents: [...new Set(claim.about.flatMap((entity) => introduced.get(entity) ?? []))].filter(
      (one) => one !== i,
    ),
    span: claim.span,
    weight: 1,
    negated: claim.negated,
    canonOf: claim.stated ? null : (claim.cast?.name ?? null),
  }));
}

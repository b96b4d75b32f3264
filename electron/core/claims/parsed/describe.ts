/** From a description to claims, by way of a parse. */
import type { ClaimParts } from '@shared/records/index.js';
import { NO_PARTS } from '@shared/records/no-parts.js';
import { headOf, peopleText } from '../english.js';
import type { CastMember, Entity } from '../entities.js';
import { type Found, findSetPhrases } from '../find-set-phrases.js';
import { BODY, OPEN_CROWD, PLACES } from '../lexicon.js';
import { takeForeign, takeQuotes } from '../quotes.js';
import type { ReadClaim } from '../read-claim.js';
import { settledValue, smallLetters } from '../set-phrases.js';
import { statementIn } from '../statement.js';
import type { Draft, Mention } from './draft.js';
import { firstOf, LOOKED_AT } from './first-pages.js';
import { isSure, withoutPlace } from './gate.js';
import { inOrder } from './in-order.js';
import { leftOver, wordsIn } from './left-over.js';
import { namesOf } from './names-of-cast.js';
import { type Knowledge, readText } from './read.js';
import { Renderer } from './render.js';
import type { Rendered } from './render-things.js';
import { withoutSaying } from './saying.js';
import { withShortGaps } from './short-gaps.js';
import { placesInHeads, shotHeadsIn } from './shot-heads.js';
import { stripped } from './strip.js';
import { asksForDenied, isOpen, unrealIn } from './unreal.js';
import { clauseAt } from './whole-clauses.js';
import type { ParsedWord } from './word.js';

/** What says all of something by itself. */
const WHOLE = { ...NO_PARTS, parents: [], weight: 1, negated: false, canonOf: null } as const;

/** What a description says, and how many people there are if it names all of them; null where that is open. */
export interface Description {
  readonly claims: readonly ReadClaim[];
  readonly peopleNamed: number | null;
}

export const readDescription = async (
  description: string,
  cast: readonly CastMember[],
  knowledge: Knowledge,
): Promise<readonly ReadClaim[]> => (await readWithPeople(description, cast, knowledge)).claims;

export async function readWithPeople(
  description: string,
  cast: readonly CastMember[],
  knowledge: Knowledge,
): Promise<Description> {
  const short = withShortGaps(description.slice(0, LOOKED_AT));
  const { claims, peopleNamed } = await readShort(firstOf(short.text), cast, knowledge);
  return {
    claims: claims.map((claim) => ({ ...claim, span: claim.span && short.inWhole(claim.span) })),
    peopleNamed,
  };
}

async function readShort(
  description: string,
  cast: readonly CastMember[],
  knowledge: Knowledge,
): Promise<Description> {
  const quoted = takeQuotes(stripped(description));
  const { text: written, foreign } = takeForeign(withoutSaying(quoted.text, quoted.all));
  const places = placesInHeads(description);
  const text = places.reduce(
    (all, [start, end]) => all.slice(0, start) + smallLetters(all.slice(start, end)) + all.slice(end),
    written,
  );
  const heads = shotHeadsIn(text);
  const sets = [
    ...heads,
    ...findSetPhrases(text).filter((set) =>
      heads.every(({ start, end }) => set.end <= start || end <= set.start),
    ),
  ];
  const reading = await readText(text, sets, namesOf(cast), knowledge, places);
  const pieceOf = (piece: number): readonly ParsedWord[] => reading.pieces[piece] ?? [];
  const unreal = unrealIn(reading.pieces);
  const drafts = reading.drafts.filter((draft) => !asksForDenied(draft, unreal));
  const isCertain = (draft: Draft): boolean => !isOpen(draft, unreal) && isSure(draft, pieceOf(draft.piece));
  const sure = drafts.filter(isCertain);
  const unsure = new Set(drafts.flatMap((draft) => (sure.includes(draft) ? [] : [draft.piece])));
  const isDone = ({ subject, said }: Draft): boolean =>
    sure.some((one) => one.kind === 'action' && one.subject === subject && one.said[0] === said[0]);
  const known = drafts.flatMap((draft): Draft[] => {
    if (sure.includes(draft)) return [draft];
    const rest = withoutPlace(draft);
    return rest && !isDone(rest) && isCertain(rest) ? [rest] : [];
  });
  const renderer = new Renderer(known, reading.mentions, cast, (mention) => isTagOf(mention, reading.pieces));
  renderer.render();
  const claims = collected(renderer.claims, await partsOfCanon(renderer.claims, knowledge));
  for (const { phrase, start, end } of sets)
    if (phrase.text)
      claims.push({
        ...WHOLE,
        kind: phrase.kind,
        text: phrase.text,
        value: settledValue(phrase.text),
        span: [start, end],
        negated: isDenied(text, start),
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
  // Who is in words that were not taken apart is not known.
  let isAllRead = foreign.length === 0;
  const taken = wordsIn(claims.map((claim) => claim.text));
  for (const [piece, read] of reading.pieces.entries()) {
    const left = unsure.has(piece) ? 'word' : leftOver(read, taken);
    if (left === null) continue;
    // Of a list of tags each stands alone.
    const [clause, at] = reading.isTagList ? [[read], 0] : [reading.pieces, piece];
    const span = clauseAt(clause, at, text);
    if (span === null) continue;
    if (left === 'word') isAllRead = false;
    // "'s hand" goes with the name before it.
    const start = /^['’]s?(?!\S)/u.test(description.slice(span[0]))
      ? span[0] - (/\p{L}+$/u.exec(description.slice(0, span[0]))?.[0].length ?? 0)
      : span[0];
    claims.push({
      ...WHOLE,
      kind: 'phrase',
      text: description.slice(start, span[1]),
      span: [start, span[1]],
    });
  }
  for (const { words, span } of quoted.quotes)
    claims.push({ ...WHOLE, kind: 'text', text: `the words “${words}”`, value: words, span });
  for (const { span } of foreign)
    claims.push({ ...WHOLE, kind: 'phrase', text: description.slice(...span), span });
  const people = peopleSaid(text);
  const said = people === 0 && renderer.namesSomebody ? null : people;
  if (said !== null) claims.push(peopleClaim(said));
  const placed = withoutTwins(claims).map((claim) => withPreposition(claim, description, sets));
  return {
    claims: inOrder(placed),
    peopleNamed:
      said === null && isAllRead && !/(?<!\p{L})(?:crowded|busy)(?!\p{L})/iu.test(text)
        ? peopleNamed(renderer.claims)
        : null,
  };
}

const isDenied = (text: string, start: number): boolean =>
  /(?<!\p{L})(?:not|no|without|never)\s+(?:an?\s+|the\s+)?$/iu.test(
    text.slice(Math.max(0, start - 20), start),
  );

/** "in a forest" of "a forest"; "not in a forest" is none. */
function withPreposition(claim: ReadClaim, description: string, sets: readonly Found[]): ReadClaim {
  const { kind, span } = claim;
  // Who is not in a forest is in it in no claim.
  if (kind === 'relation' && span !== null && isDenied(description, span[0]))
    return { ...claim, negated: true };
  if (kind !== 'place' || span === null) return claim;
  // "in a snowy" of "in a snowy forest" is said of the weather.
  const start = Math.max(
    span[0],
    ...sets.flatMap((set) => (set.start <= span[0] && set.end < span[1] ? [set.end + 1] : [])),
  );
  const [, end] = span;
  const preposition =
    /(?<!\p{L})(?:in|inside|within|on|at|by|near|through|along|across|into|onto|over)\s+$/iu;
  const before = preposition.exec(description.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const from = start - before.length;
  return { ...claim, span: [from, end], negated: claim.negated || isDenied(description, from) };
}

export const peopleClaim = (people: number): ReadClaim => ({
  ...WHOLE,
  kind: 'count',
  text: peopleText(people),
  subject: 'person',
  value: String(people),
  span: null,
});

/** What is said twice is asked once, whole clauses too. What others hang on stands before all that can be a twin. */
const withoutTwins = (claims: readonly ReadClaim[]): ReadClaim[] =>
  claims.filter(
    (one, i) =>
      claims.findIndex(
        ({ kind, text, negated }) =>
          (kind === one.kind || one.kind === 'phrase') && text === one.text && negated === one.negated,
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

/** How many people there are where it is said of all: "nobody", "an empty street", "solo". */
function peopleSaid(text: string): number | null {
  if (/(?<!\p{L})(?:nobody|no (?:people|one|humans?|person|figures?))(?!\p{L})/iu.test(text)) return 0;
  for (const [, place = ''] of text.matchAll(/(?<!\p{L})(?:empty|deserted)\s+(\p{L}+)/giu))
    if (PLACES.has(place.toLowerCase())) return 0;
  return /(?:^|[,(;.\n])\s*solo\s*(?:$|[,);.\n])/iu.test(text) ? 1 : null;
}

/** Null where it is open, or nothing is named at all. */
function peopleNamed(rendered: readonly Rendered[]): number | null {
  const entities = rendered.flatMap(({ introduces, kind }) =>
    introduces && kind !== 'place' ? [introduces] : [],
  );
  // What may be somebody ("a barista"), a crowd, or somebody's hand leaves open how many there are.
  const isAlone = !entities.some(({ person }) => person);
  const isOpen = ({ noun, person, nobody }: Entity): boolean =>
    (!person && !nobody) || OPEN_CROWD.has(headOf(noun)) || (isAlone && BODY.has(headOf(noun)));
  if (entities.length === 0 || entities.some(isOpen)) return null;
  let count = 0;
  for (const one of entities) {
    if (!one.person) continue;
    if (one.count === 'many') return null;
    count += one.count;
  }
  return count;
}

const statements = new WeakMap<Knowledge, Map<string, ClaimParts>>();

/** What the canon's words say, taken apart: the same few are said of every shot. */
async function partsOfCanon(
  rendered: readonly Rendered[],
  knowledge: Knowledge,
): Promise<ReadonlyMap<string, ClaimParts>> {
  const known = statements.get(knowledge) ?? new Map<string, ClaimParts>();
  statements.set(knowledge, known);
  for (const { text, stated } of rendered)
    if (!stated && !known.has(text))
      known.set(text, statementIn(text, await readDescription(text, [], knowledge)).parts);
  return known;
}

/** One claim for each text: the description's words before the canon's, parents joined. */
function collected(rendered: readonly Rendered[], canon: ReadonlyMap<string, ClaimParts>): ReadClaim[] {
  const first = new Map<string, number>();
  const kept: Rendered[] = [];
  const introduced = new Map<Entity, number>();
  for (const claim of rendered) {
    const key = `${claim.negated ? 'no ' : ''}${claim.text}`;
    const at = first.get(key) ?? kept.length;
    if (at === kept.length) {
      first.set(key, at);
      kept.push(claim);
    } else if (claim.stated && !(kept[at] as Rendered).stated) kept[at] = claim;
    // Two of whom the same is said hang on one claim.
    if (claim.introduces) introduced.set(claim.introduces, at);
  }
  return kept.map((claim, i) => ({
    ...NO_PARTS,
    ...(claim.stated ? claim.parts : canon.get(claim.text)),
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

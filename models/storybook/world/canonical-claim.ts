import { type ClaimMeaning, claimText } from './claim-meaning.js';
import { type NamedCharacters, parsePrompt } from './parse.js';
import type { ParsedPrompt, Phrase, Said } from './parsed-prompt.js';
import { meaningOf } from './vocabulary.js';

const SCENE_FIELDS = ['place', 'time', 'weather', 'framing', 'style'] as const;
type SceneField = (typeof SCENE_FIELDS)[number];

function sceneMeaning(parsed: ParsedPrompt, field: SceneField): ClaimMeaning | undefined {
  const said = parsed[field] as Said<string> | undefined;
  // The field's own type pairs with its own values; the union can't say so.
  return said && ({ kind: field, [field]: said.value } as ClaimMeaning);
}

const texts = (phrases: readonly Phrase[]): string[] => [
  ...new Set(phrases.map((phrase) => phrase.text.toLowerCase())),
];

function phrasesOf(parsed: ParsedPrompt): Phrase[] {
  const subjects = parsed.subjects.flatMap((subject) => Object.values(subject) as Said<unknown>[]);
  const fields = [...SCENE_FIELDS, 'people' as const].map(
    (field) => parsed[field] as Said<unknown> | undefined,
  );
  return [...subjects, ...fields].flatMap((said) => (said ? [said.phrase] : []));
}

/** The one meaning of the subjects named, or what stands in the way of there being one. */
function subjectMeaning(
  parsed: ParsedPrompt,
  kind: string,
  text: string,
): ClaimMeaning | { outside: string[] } {
  const { subjects } = parsed;
  const manners = subjects.flatMap(({ mood, pose, facing }) => [
    ...(mood ? [mood.phrase] : []),
    ...(facing ? [facing.phrase] : []),
    ...(pose && pose.value !== 'stand' && pose.value !== 'reach' && kind !== 'relation' ? [pose.phrase] : []),
  ]);
  if (manners.length > 0) return { outside: texts(manners) };
  // Of kind `attribute`, "the lantern held by the girl is yellow" states the colour.
  const coloured = subjects.filter(({ colour }) => colour);
  const [only] = coloured;
  if (kind === 'attribute' && coloured.length === 1 && only?.colour) {
    return { kind: 'attribute', subject: only.name.value, colour: only.colour.value };
  }
  const related = subjects.filter((subject) => subject.heldBy ?? subject.side);
  if (related.length > 1) return { outside: [text] };
  const [relation] = related;
  if (relation?.heldBy && !relation.side && subjects.length === 2) {
    const holder = subjects[relation.heldBy.value];
    if (holder) return { kind: 'relation', subject: holder.name.value, holds: relation.name.value };
  }
  if (relation?.side && !relation.heldBy) {
    const { side, of } = relation.side.value;
    const reference = of === undefined ? undefined : subjects[of];
    if (side !== 'centre' && subjects.length === (reference ? 2 : 1)) {
      const meaning = { kind: 'relation', subject: relation.name.value, side } as const;
      return reference ? { ...meaning, of: reference.name.value } : meaning;
    }
    return {
      outside: texts(
        side === 'centre' ? [relation.side.phrase] : subjects.slice(1).map((one) => one.name.phrase),
      ),
    };
  }
  const [subject, ...others] = subjects;
  if (!subject || relation) return { outside: [text] };
  if (others.length > 0) return { outside: texts(others.map((other) => other.name.phrase)) };
  return subject.colour
    ? { kind: 'attribute', subject: subject.name.value, colour: subject.colour.value }
    : { kind: 'entity', subject: subject.name.value };
}

function isOutside(value: ClaimMeaning | { outside: string[] }): value is { outside: string[] } {
  return 'outside' in value;
}

/**
 * What a claim in anybody's words states in this world, or the words that the world doesn't know.
 * `kind` (any claim kind) decides which part of the text is the statement: of kind `place`, "the girl is in
 * the forest" states the place. `names` resolves characters: `{ Mira: 'a girl in a red coat' }`.
 */
export function meaningOfClaim(
  kind: string,
  text: string,
  names?: NamedCharacters,
): ClaimMeaning | { outside: string[] } {
  const parsed = parsePrompt(text, names);
  const unknown = [...parsed.unknown, ...phrasesOf(parsed).filter((phrase) => phrase.loose)];
  if (kind === 'text') return { outside: [text] };
  if (unknown.length > 0) {
    // A colour is outside only because of the noun it belongs to: name the noun.
    const foreign = texts(unknown).filter((words) => meaningOf(words) === undefined);
    return { outside: foreign.length > 0 ? foreign : texts(unknown) };
  }
  const [excluded] = parsed.excluded;
  if (excluded) {
    const isNobody = excluded.value.field === 'people' || excluded.value.value === 'person';
    const isAlone = parsed.excluded.length === 1 && phrasesOf(parsed).length === 0;
    return isNobody && isAlone
      ? { kind: 'count', people: 0 }
      : { outside: [`no ${excluded.phrase.text.toLowerCase()}`] };
  }
  const stated = SCENE_FIELDS.filter((field) => parsed[field] !== undefined);
  const asked = stated.find((field) => field === kind);
  if (asked) return sceneMeaning(parsed, asked) ?? { outside: [text] };
  const [first, ...more] = stated;
  if (parsed.people) {
    if (stated.length > 0 || parsed.subjects.length > 0 || parsed.people.value > 3)
      return { outside: [text] };
    return { kind: 'count', people: parsed.people.value };
  }
  if (parsed.subjects.length === 0) {
    if (first === undefined || more.length > 0) return { outside: [text] };
    return sceneMeaning(parsed, first) ?? { outside: [text] };
  }
  if (stated.length > 0) {
    return { outside: texts(stated.flatMap((field) => parsed[field]?.phrase ?? [])) };
  }
  const meaning = subjectMeaning(parsed, kind, text);
  // "The dog is small" must not be judged as "a dog".
  const saysMore =
    !isOutside(meaning) && meaning.kind === 'entity' && (kind === 'attribute' || kind === 'action');
  return saysMore ? { outside: [text] } : meaning;
}

/** The claim in the judge's own words, or the words outside the world that keep it from being judged. */
export function canonicalClaim(
  kind: string,
  text: string,
  names?: NamedCharacters,
): { text: string } | { outside: string[] } {
  const meaning = meaningOfClaim(kind, text, names);
  return isOutside(meaning) ? meaning : { text: claimText(meaning) };
}

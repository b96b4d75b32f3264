/** What a description asks of its picture, in the world's own claims, and whether a scene grants it. */
import {
  type ClaimMeaning,
  claimText,
  type NamedCharacters,
  PEOPLE,
  parsePrompt,
  type Scene,
  type Style,
  truthOf,
} from '@models/storybook/world/index.js';

export interface Wanted {
  readonly kind: ClaimMeaning['kind'];
  readonly text: string;
}

export interface BoardWords {
  readonly names: NamedCharacters;
  /** Of frames whose own description names none. */
  readonly style: Style;
}

/**
 * Every claim of the description that the world knows: setting, who and in which colour (the characters' own
 * where the description doesn't say), sides, who holds what, and how many people there are.
 */
export function wantedClaims(description: string, { names, style }: BoardWords): Wanted[] {
  const parsed = parsePrompt(description, names);
  const sheet = Object.values(names).flatMap((text) => parsePrompt(text).subjects.slice(0, 1));
  const meanings: ClaimMeaning[] = [{ kind: 'style', style: parsed.style?.value ?? style }];
  if (parsed.place) meanings.push({ kind: 'place', place: parsed.place.value });
  if (parsed.time) meanings.push({ kind: 'time', time: parsed.time.value });
  if (parsed.weather) meanings.push({ kind: 'weather', weather: parsed.weather.value });
  if (parsed.framing) meanings.push({ kind: 'framing', framing: parsed.framing.value });
  for (const { name, colour, side, heldBy } of parsed.subjects) {
    const subject = name.value;
    const own = colour ?? sheet.find((one) => one.name.value === subject)?.colour;
    meanings.push({ kind: 'entity', subject });
    if (own) meanings.push({ kind: 'attribute', subject, colour: own.value });
    const holder = heldBy && parsed.subjects[heldBy.value];
    if (holder) meanings.push({ kind: 'relation', subject: holder.name.value, holds: subject });
    if (!side || side.value.side === 'centre') continue;
    const of = side.value.of === undefined ? undefined : parsed.subjects[side.value.of];
    const relation = { kind: 'relation', subject, side: side.value.side } as const;
    meanings.push(of ? { ...relation, of: of.name.value } : relation);
  }
  const people = parsed.people?.value ?? parsed.subjects.filter(({ name }) => isPerson(name.value)).length;
  if (people <= 3) meanings.push({ kind: 'count', people });
  return meanings.map((meaning) => ({ kind: meaning.kind, text: claimText(meaning) }));
}

const isPerson = (name: string): boolean => ['person', ...PEOPLE].includes(name);

/** The wanted claims that the scene does not grant; what people would argue about counts as granted. */
export const brokenClaims = (scene: Scene, wanted: readonly Wanted[]): Wanted[] =>
  wanted.filter(({ text }) => truthOf(scene, text) === false);

import type { Colour, Framing, Place, Scene, Style, Subject, TimeOfDay, Weather } from './scene.js';
import { isPerson, type SubjectName, withArticle } from './vocabulary.js';

/** What one claim states about a scene. */
export type ClaimMeaning =
  | { readonly kind: 'entity'; readonly subject: SubjectName }
  | { readonly kind: 'attribute'; readonly subject: SubjectName; readonly colour: Colour }
  | { readonly kind: 'count'; readonly people: number }
  | {
      readonly kind: 'relation';
      readonly subject: SubjectName;
      readonly side: 'left' | 'right';
      /** Without it: in the frame. */
      readonly of?: SubjectName;
    }
  | { readonly kind: 'relation'; readonly subject: SubjectName; readonly holds: SubjectName }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'time'; readonly time: TimeOfDay }
  | { readonly kind: 'weather'; readonly weather: Weather }
  | { readonly kind: 'framing'; readonly framing: Framing }
  | { readonly kind: 'style'; readonly style: Style };

export type WorldClaimKind = ClaimMeaning['kind'];

const PLACE_TEXT: Readonly<Record<Place, string>> = {
  forest: 'in a forest',
  village: 'in a village',
  harbour: 'at a harbour',
  mountain: 'on a mountain',
  meadow: 'in a meadow',
  kitchen: 'in a kitchen',
  library: 'in a library',
};
const TIME_TEXT: Readonly<Record<TimeOfDay, string>> = {
  day: 'by day',
  sunset: 'at sunset',
  night: 'at night',
};
const WEATHER_TEXT: Readonly<Record<Weather, string>> = {
  clear: 'in clear weather',
  rain: 'in rain',
  snow: 'in snow',
  fog: 'in fog',
};
const FRAMING_TEXT: Readonly<Record<Framing, string>> = {
  'close-up': 'a close-up',
  medium: 'a medium shot',
  wide: 'a wide shot',
};
const STYLE_TEXT: Readonly<Record<Style, string>> = {
  gouache: 'a gouache painting',
  ink: 'an ink drawing',
  'paper cut-out': 'a paper cut-out',
  'coloured pencil': 'a coloured pencil drawing',
};
export const COUNT_TEXT = ['no people', 'one person', 'two people', 'three people'] as const;

/** `a girl in a red coat`, `a brown dog`. */
export function colouredText(subject: SubjectName, colour: Colour): string {
  return subject === 'person' || isPerson(subject)
    ? `${withArticle(subject)} in ${withArticle(colour)} coat`
    : `${withArticle(colour)} ${subject}`;
}

/** The claim in the judge's own words. Each meaning has one text. */
export function claimText(meaning: ClaimMeaning): string {
  switch (meaning.kind) {
    case 'entity':
      return withArticle(meaning.subject);
    case 'attribute':
      return colouredText(meaning.subject, meaning.colour);
    case 'count':
      return COUNT_TEXT[meaning.people] ?? `${meaning.people} people`;
    case 'relation':
      if ('holds' in meaning) return `${withArticle(meaning.subject)} holding ${withArticle(meaning.holds)}`;
      return meaning.of === undefined
        ? `${withArticle(meaning.subject)} on the ${meaning.side}`
        : `${withArticle(meaning.subject)} to the ${meaning.side} of ${withArticle(meaning.of)}`;
    case 'place':
      return PLACE_TEXT[meaning.place];
    case 'time':
      return TIME_TEXT[meaning.time];
    case 'weather':
      return WEATHER_TEXT[meaning.weather];
    case 'framing':
      return FRAMING_TEXT[meaning.framing];
    case 'style':
      return STYLE_TEXT[meaning.style];
  }
}

/** Left and right of the frame are said of what stands clear of the middle band. */
export const LEFT_BELOW = 0.42;
export const RIGHT_ABOVE = 0.58;
/** Two subjects nearer than this to each other stand neither left nor right of one another. */
export const APART = 0.2;

export function sideOf(scene: Scene, subject: Subject): 'left' | 'right' | undefined {
  // In a close-up a hand may carry a thing across the middle.
  if (subject.heldBy !== undefined && scene.framing === 'close-up') return undefined;
  if (subject.x < LEFT_BELOW) return 'left';
  return subject.x > RIGHT_ABOVE ? 'right' : undefined;
}

export function isCalled(subject: Subject, name: SubjectName): boolean {
  return name === 'person' ? isPerson(subject.kind) : subject.kind === name;
}

/** True if one is, undecided if none is and one may be, else false. */
function any(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

function sideTruth(
  scene: Scene,
  subject: SubjectName,
  side: 'left' | 'right',
  of?: SubjectName,
): boolean | undefined {
  const own = scene.subjects.filter((candidate) => isCalled(candidate, subject));
  if (of === undefined) {
    return any(
      own.map((one) => {
        const actual = sideOf(scene, one);
        return actual === undefined ? undefined : actual === side;
      }),
    );
  }
  const others = scene.subjects.filter((candidate) => isCalled(candidate, of));
  return any(
    own.flatMap((one) =>
      others
        .filter((other) => other !== one)
        .map((other) => {
          const distance = other.x - one.x;
          return Math.abs(distance) < APART ? undefined : distance > 0 === (side === 'left');
        }),
    ),
  );
}

/** Whether the meaning holds in the scene; undefined where people would argue. */
export function truthOfMeaning(scene: Scene, meaning: ClaimMeaning): boolean | undefined {
  switch (meaning.kind) {
    case 'entity':
      return scene.subjects.some((subject) => isCalled(subject, meaning.subject));
    case 'attribute':
      return scene.subjects.some((one) => isCalled(one, meaning.subject) && one.colour === meaning.colour);
    case 'count':
      return scene.subjects.filter((subject) => isPerson(subject.kind)).length === meaning.people;
    case 'relation':
      if (!('holds' in meaning)) return sideTruth(scene, meaning.subject, meaning.side, meaning.of);
      return scene.subjects.some((object) => {
        const holder = object.heldBy === undefined ? undefined : scene.subjects[object.heldBy];
        return isCalled(object, meaning.holds) && holder !== undefined && isCalled(holder, meaning.subject);
      });
    case 'place':
      return scene.place === meaning.place;
    case 'time':
      return scene.time === meaning.time;
    case 'weather': {
      const isIndoors = scene.place === 'kitchen' || scene.place === 'library';
      return isIndoors && meaning.weather === 'clear' ? undefined : scene.weather === meaning.weather;
    }
    case 'framing':
      // Without anybody in it a picture has no size of shot.
      return scene.subjects.length === 0 ? undefined : scene.framing === meaning.framing;
    case 'style':
      return scene.style === meaning.style;
  }
}

import { coloursOf } from './claims.js';
import { type Exclude, Exclusions } from './exclusions.js';
import { type Cast, layOut } from './lay-out.js';
import { type NamedCharacters, parsePrompt } from './parse.js';
import type { ParsedPrompt, Phrase, PhraseField, Said, SubjectRequest } from './parsed-prompt.js';
import { pick, type Random, seededRandom, seedFrom } from './random.js';
import { isIndoors } from './sample.js';
import {
  ANIMALS,
  FRAMINGS,
  KINDS,
  type Kind,
  OBJECTS,
  PEOPLE,
  PLACES,
  type Scene,
  STYLES,
  TIMES,
  WEATHERS,
} from './scene.js';
import { isAnimal, isPerson, type Side, type SubjectName } from './vocabulary.js';

export interface ImagineRequest {
  readonly prompt: string;
  readonly negativePrompt?: string;
  /** 32-bit unsigned. The same request gives the same scene. */
  readonly seed: number;
  /** What fields have when the prompt doesn't say. Absent: chosen by the seed. */
  readonly defaults?: Partial<Pick<Scene, 'place' | 'time' | 'weather' | 'framing' | 'style'>>;
  /** Start from this scene: what the prompt doesn't say, layout and positions stay as they are here. */
  readonly base?: Scene;
  /** Multiplies every chance of a miss; 0 does as it is told. Default 1. */
  readonly missRate?: number;
  readonly names?: NamedCharacters;
}

export type MissKind = 'missing' | 'wrong' | 'swapped' | 'uninvited';

export interface Miss {
  readonly phrase: string;
  readonly how: MissKind;
  readonly field: PhraseField;
}

export interface Imagined {
  readonly scene: Scene;
  readonly missed: readonly Miss[];
}

/** Chance of a miss at weight 1 at the very front of the prompt. */
const BASE_CHANCE: Readonly<Record<PhraseField, number>> = {
  subject: 0.07,
  colour: 0.12,
  side: 0.15,
  holding: 0.14,
  people: 0.08,
  mood: 0.12,
  pose: 0.12,
  facing: 0.12,
  place: 0.06,
  time: 0.09,
  weather: 0.12,
  framing: 0.11,
  style: 0.06,
  unknown: 0,
};
/** Chance that something nobody mentioned turns up, and that a thing named only to be kept out does. */
const UNINVITED = 0.06;
const NAMED_TO_BE_ABSENT = 0.35;

/**
 * Chance that a phrase is not followed: at the end of the prompt twice that at the front; at weight 1.3 a
 * quarter, at 0.7 double; every repetition halves it.
 */
export function missChance(phrase: Phrase): number {
  const heed = phrase.weight >= 1 ? 4 ** ((1 - phrase.weight) / 0.3) : 2 ** ((1 - phrase.weight) / 0.3);
  const chance = BASE_CHANCE[phrase.field] * (1 + phrase.position) * heed * 0.5 ** (phrase.mentions - 1);
  return Math.min(0.7, chance);
}

/** Makes the scene that a prompt and a seed give: followed mostly, missed sometimes, as image generators do. */
export function imagine(request: ImagineRequest): Imagined {
  return new Imagination(request).imagine();
}

class Imagination {
  private readonly parsed: ParsedPrompt;
  private readonly exclusions: Exclusions;
  private readonly missed: Miss[] = [];
  private readonly rate: number;

  constructor(private readonly request: ImagineRequest) {
    this.parsed = parsePrompt(request.prompt, request.names);
    this.exclusions = new Exclusions(parsePrompt(request.negativePrompt ?? '', request.names));
    this.rate = request.missRate ?? 1;
  }

  imagine(): Imagined {
    const place = this.field('place', PLACES, PLACES);
    const time = this.field('time', TIMES, ['day', 'day', 'sunset', 'night']);
    const weather = this.field('weather', WEATHERS, [
      ...Array.from({ length: 9 }, () => 'clear' as const),
      'rain',
      'snow',
      'fog',
    ]);
    const framing = this.field('framing', FRAMINGS, ['medium', 'medium', 'wide', 'wide', 'close-up']);
    const style = this.field('style', STYLES, STYLES);
    const cast = this.cast();
    return {
      scene: {
        place,
        time,
        weather: isIndoors(place) ? 'clear' : weather,
        framing,
        style,
        subjects: layOut(cast, (...what) => this.random(...what)),
        seed: this.request.base?.seed ?? seedFrom(this.request.seed, 'layout'),
      },
      missed: this.missed,
    };
  }

  /**
   * An independent stream for each decision: a changed weight or word alters what it is about and nothing else.
   */
  private random(...what: (string | number)[]): Random {
    return seededRandom(seedFrom(this.request.seed, ...what));
  }

  private misses(phrase: Phrase, ...what: (string | number)[]): boolean {
    return this.random('miss', phrase.field, ...what)() < missChance(phrase) * this.rate;
  }

  private miss(phrase: Phrase, how: MissKind): void {
    this.missed.push({ phrase: phrase.text, how, field: phrase.field });
  }

  /** One of `values`, keeping clear of what the negative prompt names where it can. */
  private choose<T extends string>(
    values: readonly T[],
    field: Exclude['field'],
    subject?: SubjectName,
    ...what: (string | number)[]
  ): T {
    const random = this.random('choice', field, ...what);
    const allowed = values.filter((value) => !this.exclusions.has({ field, value, subject }));
    return pick(random, allowed.length > 0 ? allowed : values);
  }

  private field<F extends 'place' | 'time' | 'weather' | 'framing' | 'style'>(
    field: F,
    values: readonly Scene[F][],
    usual: readonly Scene[F][],
  ): Scene[F] {
    const said = this.parsed[field] as Said<Scene[F]> | undefined;
    if (!said) {
      return this.request.base?.[field] ?? this.request.defaults?.[field] ?? this.choose(usual, field);
    }
    if (!this.misses(said.phrase)) return said.value;
    const wrong = this.choose(
      values.filter((value) => value !== said.value),
      field,
      undefined,
      'wrong',
    );
    this.miss(said.phrase, 'wrong');
    return wrong;
  }

  private cast(): Cast[] {
    const cast: Cast[] = [];
    const indices = new Map<number, number>();
    const taken = (): Set<Kind> =>
      new Set([
        ...cast.map(({ kind }) => kind),
        ...this.parsed.subjects.map(({ name }) => name.value as Kind),
      ]);
    for (const [i, wanted] of this.parsed.subjects.entries()) {
      if (cast.length >= 4) break;
      const { name } = wanted;
      if (this.misses(name.phrase, name.value, i)) {
        this.miss(name.phrase, 'missing');
        continue;
      }
      const free = PEOPLE.filter((kind) => !taken().has(kind));
      if (name.value === 'person' && free.length === 0) continue;
      const kind =
        name.value === 'person' ? this.choose(free, 'subject', undefined, 'person', i) : name.value;
      indices.set(i, cast.length);
      cast.push(this.appearance(kind, wanted, i));
    }
    this.swapColours(indices, cast);
    this.relate(indices, cast);
    this.addPeople(cast, taken());
    this.addUninvited(cast, taken());
    return cast;
  }

  private appearance(kind: Kind, wanted: SubjectRequest | undefined, i: number): Cast {
    const inBase = this.request.base?.subjects.find((subject) => subject.kind === kind);
    const isAlive = isPerson(kind) || isAnimal(kind);
    const palette = coloursOf(kind);
    let colour = inBase?.colour ?? this.choose(palette, 'colour', kind, kind, i);
    if (wanted?.colour) {
      const { value, phrase } = wanted.colour;
      const wrong = palette.filter((other) => other !== value);
      if (!palette.includes(value) || this.misses(phrase, kind, i)) {
        this.miss(phrase, 'wrong');
        colour = this.choose(wrong, 'colour', kind, kind, i, 'wrong');
      } else colour = value;
    }
    const follow = <T>(said: Said<T> | undefined, otherwise: T): T => {
      if (!said) return otherwise;
      if (!this.misses(said.phrase, kind, i)) return said.value;
      this.miss(said.phrase, 'missing');
      return otherwise;
    };
    return {
      kind,
      colour,
      mood: isAlive ? follow(wanted?.mood, inBase?.mood ?? 'calm') : 'calm',
      pose: isAlive ? follow(wanted?.pose, inBase?.pose ?? 'stand') : 'stand',
      facing: follow(wanted?.facing, inBase?.facing ?? (this.random('facing', kind)() < 0.5 ? -1 : 1)),
      ...(inBase ? { x: inBase.x } : {}),
    };
  }

  /** Two people whose coats are both described may change coats: what generators do most. */
  private swapColours(indices: ReadonlyMap<number, number>, cast: Cast[]): void {
    const dressed = this.parsed.subjects.flatMap((wanted, i) => {
      const index = indices.get(i);
      const person = index === undefined ? undefined : cast[index];
      const isAsTold = person && isPerson(person.kind) && wanted.colour?.value === person.colour;
      return isAsTold && wanted.colour ? [{ person, phrase: wanted.colour.phrase }] : [];
    });
    const [first, second] = dressed;
    if (!first || !second || first.person.colour === second.person.colour) return;
    const firm = missChance(first.phrase) < missChance(second.phrase) ? first : second;
    if (this.random('swap')() >= missChance(firm.phrase) * 0.8 * this.rate) return;
    [first.person.colour, second.person.colour] = [second.person.colour, first.person.colour];
    this.miss(first.phrase, 'swapped');
    this.miss(second.phrase, 'swapped');
  }

  private relate(indices: ReadonlyMap<number, number>, cast: Cast[]): void {
    for (const [i, wanted] of this.parsed.subjects.entries()) {
      const index = indices.get(i);
      const own = index === undefined ? undefined : cast[index];
      if (!own) continue;
      if (wanted.heldBy) {
        const holder = indices.get(wanted.heldBy.value);
        const isFree = holder !== undefined && !cast.some((other) => other.heldBy === holder);
        if (!isFree || this.misses(wanted.heldBy.phrase, own.kind))
          this.miss(wanted.heldBy.phrase, 'missing');
        else own.heldBy = holder;
      }
      if (wanted.side) {
        const { side, of } = wanted.side.value;
        const reference = of === undefined ? undefined : indices.get(of);
        if (of !== undefined && reference === undefined) continue;
        const isWrong = side !== 'centre' && this.misses(wanted.side.phrase, own.kind);
        if (isWrong) this.miss(wanted.side.phrase, 'wrong');
        const placed: Side = isWrong ? (side === 'left' ? 'right' : 'left') : side;
        own.side = reference === undefined ? { side: placed } : { side: placed, of: reference };
      }
    }
  }

  /** "two people" beyond those described. */
  private addPeople(cast: Cast[], taken: ReadonlySet<Kind>): void {
    const { people } = this.parsed;
    if (!people) return;
    const isMissed = this.misses(people.phrase);
    if (isMissed) this.miss(people.phrase, 'wrong');
    const wanted =
      people.value + (isMissed ? (this.random('people')() < 0.5 && people.value > 0 ? -1 : 1) : 0);
    const free = PEOPLE.filter((kind) => !taken.has(kind));
    const random = this.random('people', 'who');
    while (
      cast.length < 4 &&
      free.length > 0 &&
      cast.filter(({ kind }) => isPerson(kind)).length < Math.min(3, wanted)
    ) {
      const kind = free.splice(Math.floor(random() * free.length), 1)[0] as Kind;
      cast.push(this.appearance(kind, undefined, cast.length));
    }
  }

  private addUninvited(cast: Cast[], taken: ReadonlySet<Kind>): void {
    const invite = (kind: Kind, phrase: string): void => {
      if (cast.length >= 4 || taken.has(kind) || cast.some((other) => other.kind === kind)) return;
      if (this.exclusions.hasSubject(kind)) return;
      this.missed.push({ phrase, how: 'uninvited', field: 'subject' });
      cast.push(this.appearance(kind, undefined, cast.length));
    };
    const unwanted = new Exclusions(this.parsed);
    for (const { value, phrase } of this.parsed.excluded) {
      if (value.field !== 'subject' && value.field !== 'people') continue;
      if (this.random('named to be absent', value.value)() >= NAMED_TO_BE_ABSENT * this.rate) continue;
      const kinds: readonly Kind[] = KINDS.filter((kind) => kind === value.value);
      invite(kinds[0] ?? pick(this.random('who'), PEOPLE), phrase.text);
    }
    const random = this.random('uninvited');
    if (random() < UNINVITED * this.rate) {
      const family = pick<readonly Kind[]>(random, [PEOPLE, ANIMALS, OBJECTS]);
      const kind = pick(random, family);
      if (!unwanted.hasSubject(kind)) invite(kind, kind);
    }
  }
}

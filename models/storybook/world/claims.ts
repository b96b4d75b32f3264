import { meaningOfClaim } from './canonical-claim.js';
import {
  type ClaimMeaning,
  claimText,
  isCalled,
  sideOf,
  truthOfMeaning,
  type WorldClaimKind,
} from './claim-meaning.js';
import { pick, type Random } from './random.js';
import {
  ANIMAL_COLOURS,
  ANIMALS,
  COAT_COLOURS,
  COLOURS,
  type Colour,
  FRAMINGS,
  type Kind,
  OBJECTS,
  PEOPLE,
  PLACES,
  type Scene,
  STYLES,
  type Subject,
  TIMES,
  WEATHERS,
} from './scene.js';
import { HOLDABLE, isAnimal, isPerson, type SubjectName } from './vocabulary.js';

export interface WorldClaim {
  readonly kind: WorldClaimKind;
  readonly text: string;
  readonly truth: boolean;
}

/** Whether the scene is as the claim says; undefined outside the world, or where people would argue. */
export function truthOf(scene: Scene, text: string): boolean | undefined {
  const meaning = meaningOfClaim('', text);
  return 'outside' in meaning ? undefined : truthOfMeaning(scene, meaning);
}

export function coloursOf(name: SubjectName): readonly Colour[] {
  return isAnimal(name) ? ANIMAL_COLOURS : COAT_COLOURS;
}

function familyOf(kind: Kind): readonly Kind[] {
  if (isPerson(kind)) return PEOPLE;
  return isAnimal(kind) ? ANIMALS : OBJECTS;
}

const KIND_FAMILIES: readonly (readonly Kind[])[] = [PEOPLE, ANIMALS, OBJECTS];

function shuffled<T>(random: Random, values: readonly T[]): T[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

const without = <T>(values: readonly T[], value: T): T[] => values.filter((other) => other !== value);

/** A true statement with the false ones nearest to it. */
interface Pair {
  readonly truth: ClaimMeaning;
  readonly falsehoods: readonly ClaimMeaning[];
}

function entityPairs(scene: Scene, random: Random): Pair[] {
  const absent = (kinds: readonly Kind[]): Kind[] =>
    kinds.filter((kind) => !scene.subjects.some((s) => s.kind === kind));
  return scene.subjects.map((subject) => {
    const near = absent(familyOf(subject.kind));
    const kinds = random() < 0.6 && near.length > 0 ? near : absent(KIND_FAMILIES.flat());
    return {
      truth: { kind: 'entity', subject: subject.kind },
      falsehoods: shuffled(random, kinds).map((kind) => ({ kind: 'entity', subject: kind })),
    };
  });
}

function attributePairs(scene: Scene, random: Random): Pair[] {
  return scene.subjects.map((subject) => {
    const isGeneric = isPerson(subject.kind) && random() < 0.12;
    const name: SubjectName = isGeneric ? 'person' : subject.kind;
    const { colour } = subject;
    const palette = coloursOf(name);
    const others = scene.subjects.map((other) => other.colour).filter((other) => palette.includes(other));
    const chance = random();
    const colours = chance < 0.45 && others.length > 1 ? others : chance < 0.93 ? palette : COLOURS;
    const falsehoods: ClaimMeaning[] = shuffled(
      random,
      without([...colours, ...shuffled(random, palette)], colour),
    ).map((wrong) => ({ kind: 'attribute', subject: name, colour: wrong }));
    if (random() < 0.12) {
      const stranger = familyOf(subject.kind).find(
        (kind) => !scene.subjects.some((one) => one.kind === kind),
      );
      if (stranger) falsehoods.unshift({ kind: 'attribute', subject: stranger, colour });
    }
    return { truth: { kind: 'attribute', subject: name, colour }, falsehoods };
  });
}

function sidePairs(scene: Scene): Pair[] {
  return scene.subjects.flatMap((subject): Pair[] => {
    const side = sideOf(scene, subject);
    if (side === undefined) return [];
    const other = side === 'left' ? 'right' : 'left';
    return [
      {
        truth: { kind: 'relation', subject: subject.kind, side },
        falsehoods: [{ kind: 'relation', subject: subject.kind, side: other }],
      },
    ];
  });
}

function betweenPairs(scene: Scene): Pair[] {
  return scene.subjects.flatMap((one, i) =>
    scene.subjects.flatMap((other, j): Pair[] => {
      if (i === j || one.kind === other.kind || other.heldBy === i || one.heldBy === j) return [];
      const [side, wrong] = one.x < other.x ? (['left', 'right'] as const) : (['right', 'left'] as const);
      const pair = { kind: 'relation', subject: one.kind, of: other.kind } as const;
      return [{ truth: { ...pair, side }, falsehoods: [{ ...pair, side: wrong }] }];
    }),
  );
}

function holdingPairs(scene: Scene, random: Random): Pair[] {
  const people = scene.subjects.filter((subject) => isPerson(subject.kind));
  return scene.subjects.flatMap((object): Pair[] => {
    const holder = object.heldBy === undefined ? undefined : scene.subjects[object.heldBy];
    if (!holder) return [];
    const holding = (person: Subject, kind: Kind): ClaimMeaning => ({
      kind: 'relation',
      subject: person.kind,
      holds: kind,
    });
    return [
      {
        truth: holding(holder, object.kind),
        falsehoods: shuffled(random, [
          ...without(people, holder).map((person) => holding(person, object.kind)),
          ...scene.subjects.filter((one) => one.heldBy === undefined).map((one) => holding(holder, one.kind)),
          holding(holder, pick(random, without(HOLDABLE, object.kind as (typeof HOLDABLE)[number]))),
        ]).filter((meaning) => 'holds' in meaning && (HOLDABLE as readonly string[]).includes(meaning.holds)),
      },
    ];
  });
}

/** What stands there to be held and isn't: false beside any true holding, so that seeing both isn't enough. */
function notHeld(scene: Scene): ClaimMeaning[] {
  return scene.subjects
    .filter((object) => object.heldBy === undefined && (HOLDABLE as readonly string[]).includes(object.kind))
    .flatMap((object) =>
      scene.subjects
        .filter((person) => isPerson(person.kind))
        .map((person): ClaimMeaning => ({ kind: 'relation', subject: person.kind, holds: object.kind })),
    );
}

function scenePairs(scene: Scene, random: Random): Pair[] {
  const people = scene.subjects.filter((subject) => isCalled(subject, 'person')).length;
  const counts = shuffled(random, without([0, 1, 2, 3], people)).sort(
    (a, b) => Math.abs(a - people) - Math.abs(b - people) + (random() < 0.3 ? 1 : 0),
  );
  return [
    {
      truth: { kind: 'count', people },
      falsehoods: counts.map((count) => ({ kind: 'count', people: count })),
    },
    {
      truth: { kind: 'place', place: scene.place },
      falsehoods: shuffled(random, without(PLACES, scene.place)).map((place) => ({ kind: 'place', place })),
    },
    {
      truth: { kind: 'time', time: scene.time },
      falsehoods: shuffled(random, without(TIMES, scene.time)).map((time) => ({ kind: 'time', time })),
    },
    {
      truth: { kind: 'weather', weather: scene.weather },
      falsehoods: shuffled(random, without(WEATHERS, scene.weather)).map((weather) => ({
        kind: 'weather',
        weather,
      })),
    },
    {
      truth: { kind: 'framing', framing: scene.framing },
      falsehoods: shuffled(random, without(FRAMINGS, scene.framing)).map((framing) => ({
        kind: 'framing',
        framing,
      })),
    },
    {
      truth: { kind: 'style', style: scene.style },
      falsehoods: shuffled(random, without(STYLES, scene.style)).map((style) => ({ kind: 'style', style })),
    },
  ];
}

/**
 * `count` claims about the scene, half of them true, each true one beside a false one of the same kind that
 * is as near to it as the scene offers. Where a scene has too little in it, true claims come again beside
 * another falsehood.
 */
export function sampleClaims(scene: Scene, random: Random, count: number): WorldClaim[] {
  const relations = [...sidePairs(scene), ...betweenPairs(scene), ...holdingPairs(scene, random)];
  const own = [...entityPairs(scene, random), ...attributePairs(scene, random)];
  const pairs = [
    ...shuffled(random, [...own, ...scenePairs(scene, random), ...shuffled(random, relations).slice(0, 4)]),
    ...shuffled(random, relations).slice(4),
  ];
  const claims: WorldClaim[] = [];
  const used = new Set<string>();
  const say = (meaning: ClaimMeaning, truth: boolean): void => {
    claims.push({ kind: meaning.kind, text: claimText(meaning), truth });
    used.add(claimText(meaning));
  };
  const idle = shuffled(random, notHeld(scene));
  for (let round = 0; claims.length + 1 < count && round < 6; round += 1) {
    for (const { truth, falsehoods } of pairs) {
      if (claims.length + 1 >= count) break;
      if (truthOfMeaning(scene, truth) !== true) continue;
      const candidates = 'holds' in truth ? [...idle, ...falsehoods] : falsehoods;
      const wrong = candidates.find(
        (meaning) => truthOfMeaning(scene, meaning) === false && !used.has(claimText(meaning)),
      );
      if (!wrong || (round === 0 && used.has(claimText(truth)))) continue;
      say(truth, true);
      say(wrong, false);
    }
  }
  while (claims.length < count) {
    const name = pick(random, KIND_FAMILIES.flat());
    const meaning: ClaimMeaning =
      random() < 0.5
        ? { kind: 'entity', subject: name }
        : { kind: 'attribute', subject: name, colour: pick(random, coloursOf(name)) };
    say(meaning, truthOfMeaning(scene, meaning) === true);
  }
  return shuffled(random, claims);
}

/** Every true statement that the scene's own fields make: for planted boards and their truth tables. */
export function trueClaims(scene: Scene): WorldClaim[] {
  const meanings: ClaimMeaning[] = [
    ...scene.subjects.map((subject): ClaimMeaning => ({ kind: 'entity', subject: subject.kind })),
    ...scene.subjects.map(
      (subject): ClaimMeaning => ({ kind: 'attribute', subject: subject.kind, colour: subject.colour }),
    ),
    ...[...sidePairs(scene), ...betweenPairs(scene), ...holdingPairs(scene, () => 0)].map(
      (pair) => pair.truth,
    ),
    ...scenePairs(scene, () => 0).map((pair) => pair.truth),
  ];
  return meanings
    .filter((meaning) => truthOfMeaning(scene, meaning) === true)
    .map((meaning) => ({ kind: meaning.kind, text: claimText(meaning), truth: true }));
}

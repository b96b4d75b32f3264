import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalClaim } from './canonical-claim.js';
import { captionOf, openQuestions } from './caption.js';
import { sampleClaims, trueClaims, truthOf } from './claims.js';
import { seededRandom } from './random.js';
import { sampleScene } from './sample.js';
import { KINDS, type Scene } from './scene.js';
import { WORLD_WORDS } from './vocabulary.js';

const seeds = fc.integer({ min: 0, max: 0xffffffff });
const sceneOf = (seed: number): Scene => sampleScene(seededRandom(seed));

const SCENE: Scene = {
  place: 'forest',
  time: 'night',
  weather: 'snow',
  framing: 'wide',
  style: 'gouache',
  seed: 7,
  subjects: [
    { kind: 'girl', colour: 'red', x: 0.3, facing: 1, mood: 'calm', pose: 'reach' },
    { kind: 'boy', colour: 'blue', x: 0.52, facing: -1, mood: 'calm', pose: 'stand' },
    { kind: 'fox', colour: 'orange', x: 0.8, facing: -1, mood: 'calm', pose: 'sit' },
    { kind: 'lantern', colour: 'yellow', x: 0.36, facing: 1, mood: 'calm', pose: 'stand', heldBy: 0 },
  ],
};

describe('sampled scenes', () => {
  it('keeps people distinct, subjects apart and indoor weather clear', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { subjects, framing, place, weather } = sceneOf(seed);
        expect(new Set(subjects.map(({ kind }) => kind)).size).toBe(subjects.length);
        expect(subjects.length).toBeLessThanOrEqual(framing === 'close-up' ? 3 : 4);
        if (place === 'kitchen' || place === 'library') expect(weather).toBe('clear');
        const xs = subjects.filter(({ heldBy }) => heldBy === undefined).map(({ x }) => x);
        xs.sort((a, b) => a - b);
        for (const [i, x] of xs.slice(1).entries()) expect(x - (xs[i] ?? 0)).toBeGreaterThanOrEqual(0.2);
      }),
      { numRuns: 200 },
    );
  });

  it('shows every kind, colour and setting', () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed += 1) {
      const scene = sceneOf(seed);
      const words = [scene.place, scene.time, scene.weather, scene.framing, scene.style];
      for (const word of [
        ...words,
        ...scene.subjects.flatMap(({ kind, colour }) => [kind, `${kind} ${colour}`]),
      ]) {
        seen.set(word, (seen.get(word) ?? 0) + 1);
      }
    }
    for (const kind of KINDS) expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(250);
    // 12 people and objects in 6 colours, 4 animals in 4; 7 places, 3 times, 4 weathers, 3 framings, 4 styles; 16 kinds.
    expect(seen.size).toBe(12 * 6 + 4 * 4 + 7 + 3 + 4 + 3 + 4 + 16);
    expect(Math.min(...seen.values())).toBeGreaterThan(40);
  });
});

describe('claims', () => {
  it('says the truth of every claim it makes, balanced, each pair of one kind', () => {
    let trues = 0;
    let all = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const scene = sceneOf(seed);
        const claims = sampleClaims(scene, seededRandom(seed + 1), 24);
        expect(claims).toHaveLength(24);
        for (const { text, truth } of claims) expect(truthOf(scene, text), text).toBe(truth);
        for (const { text } of trueClaims(scene)) expect(truthOf(scene, text), text).toBe(true);
        trues += claims.filter(({ truth }) => truth).length;
        all += claims.length;
      }),
      { numRuns: 200 },
    );
    expect(trues / all).toBeGreaterThan(0.47);
    expect(trues / all).toBeLessThan(0.51);
  });

  it.each([
    ['a girl', true],
    ['a dog', false],
    ['a girl in a red coat', true],
    ['a girl in a blue coat', false],
    ['a person in a blue coat', true],
    ['an orange fox', true],
    ['a brown dog', false],
    ['two people', true],
    ['three people', false],
    ['a girl on the left', true],
    ['a boy on the left', undefined],
    ['a fox on the left', false],
    ['a dog on the left', false],
    ['a fox to the right of a girl', true],
    ['a girl to the right of a boy', false],
    ['a lantern to the right of a girl', undefined],
    ['a girl holding a lantern', true],
    ['a boy holding a lantern', false],
    ['at night', true],
    ['in clear weather', false],
    ['a wide shot', true],
    ['an ink drawing', false],
    ['a dragon', undefined],
  ])('%s: %s', (text, truth) => {
    expect(truthOf(SCENE, text)).toBe(truth);
  });

  it('gives a picture without anybody no size of shot, and a room no clear weather', () => {
    const room: Scene = { ...SCENE, place: 'kitchen', weather: 'clear', subjects: [] };
    expect(truthOf(room, 'a wide shot')).toBeUndefined();
    expect(truthOf(room, 'in clear weather')).toBeUndefined();
    expect(truthOf(room, 'in rain')).toBe(false);
    expect(truthOf(room, 'no people')).toBe(true);
  });

  it('uses only words of the world in claims, captions and questions', () => {
    const known = new Set(WORLD_WORDS);
    for (let seed = 0; seed < 80; seed += 1) {
      const scene = sceneOf(seed);
      const texts = [
        captionOf(scene),
        ...openQuestions(scene).flat(),
        ...sampleClaims(scene, seededRandom(seed), 24).map(({ text }) => text),
      ];
      for (const word of texts.flatMap((text) => text.match(/[a-z-]+/g) ?? [])) {
        expect(known.has(word), word).toBe(true);
      }
    }
  });
});

describe('canonicalClaim', () => {
  it.each([
    ['attribute', "the girl's coat is red", 'a girl in a red coat'],
    ['attribute', 'the girl wears a red coat', 'a girl in a red coat'],
    ['attribute', 'the coat of the girl is red', 'a girl in a red coat'],
    ['attribute', 'Girl wearing a crimson jacket.', 'a girl in a red coat'],
    ['attribute', 'red coat', 'a person in a red coat'],
    ['attribute', 'the coat is red', 'a person in a red coat'],
    ['attribute', 'an orange-coloured fox', 'an orange fox'],
    ['relation', 'the dog sits on the left', 'a dog on the left'],
    ['attribute', 'an elderly man dressed in blue', 'an old man in a blue coat'],
    ['attribute', 'The lantern held by the girl is yellow', 'a yellow lantern'],
    ['attribute', 'red lantern', 'a red lantern'],
    ['attribute', 'the puppy is brown', 'a brown dog'],
    ['attribute', 'the dog is small', ['the dog is small']],
    ['attribute', 'the girl has brown hair', ['hair']],
    ['entity', 'there is a little girl in the picture', 'a girl'],
    ['entity', 'a kitten', 'a cat'],
    ['entity', 'a dragon', ['dragon']],
    ['entity', 'a ship', ['ship']],
    ['count', 'there are two people', 'two people'],
    ['count', 'exactly one person', 'one person'],
    ['count', 'nobody is there', 'no people'],
    ['count', 'no people', 'no people'],
    ['count', 'two dogs', ['two dogs']],
    ['relation', 'the dog is on the left', 'a dog on the left'],
    ['relation', 'on the left side of the frame there is a dog', 'a dog on the left'],
    ['relation', 'to the left of the girl is a fox', 'a fox to the left of a girl'],
    ['relation', "the fox is on the girl's left", 'a fox to the left of a girl'],
    ['relation', 'the lantern is held by the girl', 'a girl holding a lantern'],
    ['action', 'the girl lifts the lantern', 'a girl holding a lantern'],
    ['action', 'the lantern in the hand of the girl', 'a girl holding a lantern'],
    ['action', 'the girl walks', ['walks']],
    ['relation', 'the fox is beside the girl', ['beside']],
    ['place', 'the scene takes place in the woods', 'in a forest'],
    ['place', 'the girl is on the quay', 'at a harbour'],
    ['place', 'a pier', 'at a harbour'],
    ['time', 'it is night', 'at night'],
    ['time', 'night time', 'at night'],
    ['time', 'at dusk', 'at sunset'],
    ['time', 'the time of day is morning', 'by day'],
    ['weather', 'it is snowing', 'in snow'],
    ['weather', 'the weather is clear', 'in clear weather'],
    ['framing', 'medium close-up', 'a close-up'],
    ['framing', 'the shot is wide', 'a wide shot'],
    ['style', 'drawn in coloured pencils', 'a coloured pencil drawing'],
    ['style', 'gouache illustration', 'a gouache painting'],
    ['style', 'a watercolour painting', ['watercolour']],
    ['entity', 'the girl is not holding a lantern', expect.anything()],
    ['text', 'a girl', ['a girl']],
  ] as const)('%s: %s', (kind, text, expected) => {
    const result = canonicalClaim(kind, text);
    if (typeof expected === 'string') expect(result).toEqual({ text: expected });
    else expect(result).toEqual({ outside: expected });
  });

  it('resolves names of the character sheet and no others', () => {
    const names = { Mira: 'a girl in a red coat', Tom: 'an old man in a blue coat' };
    expect(canonicalClaim('relation', 'Mira is to the left of Tom', names)).toEqual({
      text: 'a girl to the left of an old man',
    });
    expect(canonicalClaim('relation', 'a lantern held by Tom', names)).toEqual({
      text: 'an old man holding a lantern',
    });
    expect(canonicalClaim('attribute', "Mira's coat is red", names)).toEqual({
      text: 'a girl in a red coat',
    });
    expect(canonicalClaim('action', 'Mira lifts the lantern', names)).toEqual({
      text: 'a girl holding a lantern',
    });
    expect(canonicalClaim('entity', 'Mira', names)).toEqual({ text: 'a girl' });
    expect(canonicalClaim('attribute', "Mira's coat is red")).toEqual({ outside: ['mira'] });
  });

  it('leaves canonical texts as they are', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { text, kind } of sampleClaims(sceneOf(seed), seededRandom(seed), 8)) {
          expect(canonicalClaim(kind, text)).toEqual({ text });
        }
      }),
      { numRuns: 200 },
    );
  });
});

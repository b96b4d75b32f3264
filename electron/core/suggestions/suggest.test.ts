import type { Finding } from '@shared/analysis.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import type { Dialect } from '@shared/prompt-syntax.js';
import type { PositionedFact } from '@shared/records/index.js';
import { TAGS } from '@shared/tags.js';
import { describe, expect, it } from 'vitest';
import { fact, found, frameOf } from '../findings/testing/story.js';
import { suggest } from './index.js';

const EVERYTHING: readonly GeneratorCapability[] = ['txt2img', 'seed', 'negative', 'weights'];
const COAT = fact('Mira', 'a girl in a red coat');

interface Asked {
  /** P by the text of the claim. */
  readonly sees?: Readonly<Record<string, number>>;
  readonly misses?: readonly string[];
  readonly prompt?: string;
  readonly negativePrompt?: string;
  readonly capabilities?: readonly GeneratorCapability[];
  readonly dialect?: Dialect;
  readonly facts?: readonly PositionedFact[];
  readonly styleBrief?: string;
  readonly findings?: readonly Finding[];
  /** Texts of claims that hold and that a try lost. */
  readonly lost?: readonly string[];
  readonly tags?: readonly string[];
  readonly take?: { readonly round: number; readonly prompt: string; readonly negativePrompt: string };
}

/** What is suggested for a shot on which the judge says no to `misses`. */
function review(description: string, asked: Asked = {}) {
  const { misses = [], facts = [], prompt = description, negativePrompt = 'text' } = asked;
  const sees = { ...Object.fromEntries(misses.map((text) => [text, 0.05])), ...asked.sees };
  const frame = frameOf(description, { facts, sees });
  return suggest({
    shot: { id: frame.shot.id, position: 0, description, prompt, negativePrompt },
    take: { id: frame.take.id, ...(asked.take ?? { round: 0, prompt, negativePrompt }) },
    claims: frame.claims,
    verdicts: frame.verdicts,
    findings: asked.findings ?? found(frame, { facts }),
    ...(asked.lost && {
      lost: asked.lost.map((lost) => frame.claims.find(({ text }) => text === lost)?.id ?? lost),
    }),
    tags: TAGS.filter(({ id }) => asked.tags?.includes(id)),
    facts,
    styleBrief: asked.styleBrief ?? 'gouache painting',
    capabilities: asked.capabilities ?? EVERYTHING,
    dialect: asked.dialect ?? 'a1111',
  });
}

const SCENE =
  'A girl in a red coat holding a yellow lantern on the left, a brown dog, in a forest at night. A wide shot.';
const REST = 'A girl in a red coat holding a yellow lantern on the left, a brown dog';

describe('a prompt in the dialect of a tool', () => {
  const plain = { dialect: 'plain', misses: ['a girl in a red coat', 'at night'] } as const;
  it.each([
    ['NovelAI', '1girl, 1.2::red coat::, forest, -1::night::'],
    ['Midjourney', '1girl, red coat::1.5, forest::2, night::1'],
  ])('of %s keeps its weights with the words that they weigh', (_, prompt) => {
    const { prompt: next = '' } =
      review('A girl in a red coat, in a forest, at night.', { ...plain, prompt }) ?? {};
    expect(next).not.toBe(prompt);
    for (const piece of prompt.split(', ').filter((one) => one.includes('::'))) expect(next).toContain(piece);
  });
});

describe('a missed claim is answered by the smallest edit of the prompt', () => {
  it.each<[missed: string, kind: string, reason: string, prompt: string]>([
    [
      'at night',
      'raise-weight',
      'Give “at night” more weight',
      `${REST}, in a forest (at night:1.3). A wide shot.`,
    ],
    [
      'in a forest',
      'raise-weight',
      'Give “in a forest” more weight',
      `${REST}, (in a forest:1.3) at night. A wide shot.`,
    ],
    [
      'a wide shot',
      'move-to-front',
      'Say “A wide shot” first and give it more weight',
      `(a wide shot:1.3), ${REST}, in a forest at night.`,
    ],
    [
      'a girl in a red coat',
      'raise-weight',
      'Give “a red coat” more weight',
      SCENE.replace('a red coat', '(a red coat:1.3)'),
    ],
    [
      'a yellow lantern',
      'raise-weight',
      'Give “a yellow lantern” more weight',
      SCENE.replace('a yellow lantern', '(a yellow lantern:1.3)'),
    ],
    [
      'a girl holding a lantern',
      'raise-weight',
      'Give “holding a yellow lantern” more weight',
      SCENE.replace('holding a yellow lantern', '(holding a yellow lantern:1.3)'),
    ],
    [
      'one person',
      'add-phrase',
      'Add “one person”, which the prompt does not say',
      `(one person:1.3), ${SCENE}`,
    ],
  ])('“%s”: %s', (missed, kind, reason, prompt) => {
    const suggestion = review(SCENE, { misses: [missed] });
    expect(suggestion?.edits).toMatchObject([{ kind, reason, target: 'prompt' }]);
    expect(suggestion).toMatchObject({ prompt, negativePrompt: 'text', newSeed: false });
  });

  it.each([
    ['a girl in a red coat', 'Make the girl’s coat red.'],
    ['a girl holding a lantern', 'Show a girl holding a lantern.'],
    ['at night', 'Make it night.'],
  ])('“%s” is also said as what to change: %s', (missed, instruction) => {
    expect(review(SCENE, { misses: [missed] })).toMatchObject({ instruction });
  });

  it.each<[missed: string, prompt: string]>([
    ['at night', `${SCENE} It is night.`],
    ['a yellow lantern', `${SCENE} The lantern is yellow.`],
    ['a girl in a red coat', `${SCENE} The girl wears a red coat.`],
    ['a girl holding a lantern', `${SCENE} The girl is holding a lantern.`],
    ['a brown dog', `${SCENE} The dog is brown.`],
    ['a wide shot', `${SCENE} This is a wide shot.`],
    ['in a forest', `${SCENE} The scene is in a forest.`],
  ])('“%s” is said again in a sentence of its own where weights mean nothing', (missed, prompt) => {
    for (const more of [{ capabilities: ['negative'] as const }, { dialect: 'plain' as const }]) {
      const suggestion = review(SCENE, { misses: [missed], ...more });
      expect(suggestion).toMatchObject({ prompt, newSeed: false });
      expect(suggestion?.edits[0]?.reason).not.toContain('weight');
    }
  });

  it('writes weights as the generator reads them', () => {
    const told = { misses: ['a girl in a red coat'], dialect: 'comfyui' as const };
    expect(review(SCENE, told)?.prompt).toContain('(a red coat:1.3)');
  });

  it('raises a weight that was raised before, and asks for another seed at the most', () => {
    const at = (weight: string) => SCENE.replace('a red coat', `(a red coat:${weight})`);
    const told = { misses: ['a girl in a red coat'] };
    expect(review(SCENE, { ...told, prompt: at('1.2') })?.prompt).toBe(at('1.3'));
    expect(review(SCENE, { ...told, prompt: at('1.3') })?.prompt).toBe(at('1.5'));
    expect(review(SCENE, { ...told, prompt: at('1.5') })).toMatchObject({
      prompt: at('1.5'),
      newSeed: true,
      edits: [
        {
          kind: 'new-seed',
          target: 'seed',
          reason: 'Try another seed: “a red coat” has all the weight that it can take',
        },
      ],
    });
    const night = SCENE.replace('at night', '(at night:1.5)');
    expect(review(SCENE, { misses: ['at night'], prompt: night })).toMatchObject({
      prompt: night,
      newSeed: true,
    });
  });

  it('adds what the prompt does not say: light, place and hour first, the rest at the end', () => {
    const prompt = 'a fox';
    const of = (description: string, missed: string) => review(description, { misses: [missed], prompt });
    expect(of('A fox at night.', 'at night')?.prompt).toBe('(at night:1.3), a fox');
    expect(of('A fox in rain.', 'in rain')?.prompt).toBe('(in rain:1.3), a fox');
    expect(of('A fox, an ink drawing.', 'an ink drawing')).toMatchObject({
      prompt: 'a fox, (an ink drawing:1.2)',
      edits: [{ kind: 'add-style', reason: 'Add “an ink drawing”, which the prompt does not say' }],
    });
    expect(of('A fox sleeps.', 'a fox sleeping')).toMatchObject({
      prompt: 'a fox, (a fox sleeping:1.2)',
      edits: [{ kind: 'add-phrase', reason: 'Add “a fox sleeping”, which the prompt does not say' }],
    });
    expect(of('A fox and a lantern.', 'a lantern')?.prompt).toBe('(a lantern:1.2), a fox');
    expect(of('A fox and two dogs.', 'two dogs')?.prompt).toBe('(two dogs:1.3), a fox');
  });

  it('puts a tag first where weights mean nothing, and leaves the rest of the list', () => {
    const prompt = 'a tall man, a black umbrella, wet street, night';
    const of = (misses: readonly string[]) => review(prompt, { misses, dialect: 'plain' })?.prompt;
    expect(of(['a black umbrella'])).toBe('a black umbrella, a tall man, wet street, night');
    expect(of(['at night'])).toBe('night, a tall man, a black umbrella, wet street');
  });

  it.each<
    [why: string, dialect: Dialect, missed: string, prompt: string, next: string, description?: string]
  >([
    [
      'weighs words of a clause that is asked whole',
      'a1111',
      'an old barn',
      'An old barn leans as though it had waited for us all winter.',
      '(An old barn:1.3) leans as though it had waited for us all winter.',
    ],
    [
      'says it anew where weight on the words in their place would lose the feathers',
      'a1111',
      'feathers of a heron',
      'the feathers of a heron',
      'the feathers of a heron, (feathers of a heron:1.2)',
    ],
    [
      'puts right the words of a clause that is asked whole, and no others',
      'plain',
      'An old barn leans as though it had waited for us all winter',
      'An old barn leans as though it had waited for us all summer.',
      'An old barn leans as though it had waited for us all winter.',
      'An old barn leans as though it had waited for us all winter.',
    ],
    [
      'cuts no word with a hyphen',
      'a1111',
      'a sofa',
      'The room’s plush, sand-coloured sofa.',
      'The room’s plush, (sand-coloured sofa:1.3).',
    ],
    [
      'takes no more with it where another word has a hyphen',
      'a1111',
      'a sofa',
      'A plush sofa, earth-toned walls.',
      '(A plush sofa:1.3), earth-toned walls.',
    ],
    [
      'leaves words that nearly say what somebody does, where they may be said of another',
      'a1111',
      'a boy holding a kite',
      'A boy on a dune, a girl holding a kite.',
      'A boy on a dune, a girl holding a kite. (a boy holding a kite:1.2)',
      'A boy holding a kite on a dune.',
    ],
    [
      'moves a tag as a whole, not its noun alone',
      'plain',
      'a kettle',
      'a potter, lifting a kettle, small shed, winter, oil painting',
      'lifting a kettle, a potter, small shed, winter, oil painting',
    ],
    [
      'says in a sentence what is the first tag already',
      'plain',
      'a potter',
      'a potter, lifting a kettle, small shed, winter, oil painting',
      'a potter, lifting a kettle, small shed, winter, oil painting. The potter is clearly visible.',
    ],
    [
      'adds a look as a tag, and lets the tag of who it is stand',
      'a1111',
      'a girl in white gloves',
      '1girl, green scarf, winter, oil painting',
      '(white gloves:1.2), 1girl, green scarf, winter, oil painting',
      '1girl, white gloves, green scarf, winter, oil painting',
    ],
    [
      'says more firmly what is a sentence of its own already',
      'plain',
      'a boy holding a kite',
      'A boy on a dune. The boy is holding a kite.',
      'A boy on a dune. The boy is holding a kite. The boy is clearly holding a kite.',
    ],
  ])('%s (%s)', (_, dialect, missed, prompt, next, description = prompt) => {
    expect(review(description, { misses: [missed], prompt, dialect })?.prompt).toBe(next);
  });

  it('leaves words alone that are cut by a bracket', () => {
    const prompt = 'a girl holding (a yellow lantern:1.2), fog';
    expect(review(SCENE, { misses: ['a girl holding a lantern'], prompt })?.prompt).toBe(
      'a girl holding (a yellow lantern:1.2), fog, (a girl holding a lantern:1.2)',
    );
  });

  it('gives more weight to a number or a deed that the prompt says', () => {
    expect(review('Two dogs run.', { misses: ['two dogs'] })?.prompt).toBe('(Two dogs:1.3) run.');
    expect(review('Two dogs run.', { misses: ['dogs running'] })?.prompt).toBe('Two dogs (run:1.3).');
  });

  it.each([
    ['at night, a fox, in ink', 'plain'],
    ['A fox at night. It is night.', 'plain'],
  ] as const)('asks for another seed where “%s” says it already, first or twice', (prompt, dialect) => {
    const suggestion = review('A fox at night.', { misses: ['at night'], prompt, dialect });
    expect(suggestion).toMatchObject({
      prompt,
      newSeed: true,
      edits: [{ kind: 'new-seed', reason: 'Try another seed: the words already say it' }],
    });
  });
});

describe('where weights mean nothing', () => {
  const END = 'Add “It is night.”, which the prompt does not say';
  it.each<[prompt: string, after: string, reason: string]>([
    ['a fox at sea', 'a fox at sea, at night', 'Add “at night”, which the prompt does not say'],
    ['Dr. Fox at sea', 'Dr. Fox at sea, at night', 'Add “at night”, which the prompt does not say'],
    ['A fox at sea.', 'A fox at sea. It is night.', END],
    ['A fox at sea. ', 'A fox at sea. It is night.', END],
    ['He said “run.”', 'He said “run.” It is night.', END],
    ['a fox at night', 'a fox at night. It is night.', 'Say it again by itself: “It is night.”'],
  ])('what sets the scene is said behind “%s” as its end asks', (prompt, after, reason) => {
    const told = { misses: ['at night'], prompt, dialect: 'plain' as const };
    expect(review('A fox at night.', told)).toMatchObject({ prompt: after, edits: [{ reason }] });
  });

  it('a thing is said in a sentence', () => {
    const told = { misses: ['a lantern'], prompt: 'a fox', dialect: 'plain' as const };
    expect(review('A fox and a lantern.', told)?.prompt).toBe('a fox. There is a lantern.');
  });
});

describe('words that contradict', () => {
  const replaced = (description: string, missed: string, prompt: string, more: Asked = {}) =>
    review(description, { misses: [missed], prompt, ...more });

  it.each<[description: string, missed: string, before: string, after: string]>([
    ['A boat at night.', 'at night', 'a boat by day', 'a boat at night'],
    ['A fox in a forest.', 'in a forest', 'a fox in a village', 'a fox in a forest'],
    ['A fox in a snowy forest.', 'in a forest', 'a fox in a snowy village', 'a fox in a snowy forest'],
    ['Rainy night. A fox.', 'at night', 'rainy morning, a fox', 'rainy night, a fox'],
    ['A fox, a close-up.', 'a close-up', 'wide shot, a fox', 'close-up, a fox'],
    ['A wide shot of a fox.', 'a wide shot', 'a close-up of a fox', 'a wide shot of a fox'],
    ['A fox, an ink drawing.', 'an ink drawing', 'a fox, oil painting', 'a fox, ink drawing'],
    [
      'A girl in a red coat.',
      'a girl in a red coat',
      'a girl in a blue coat walks',
      'a girl in a red coat walks',
    ],
    ['A red lantern.', 'a red lantern', 'a blue lantern, ink', 'a red lantern, ink'],
    ['A red lantern.', 'a red lantern', 'an orange lantern, ink', 'a red lantern, ink'],
    ['An orange lantern.', 'an orange lantern', 'a big red lantern', 'a big orange lantern'],
    [
      'A man with a grey beard.',
      'a man with a grey beard',
      'a man with a white beard',
      'a man with a grey beard',
    ],
    [
      'A girl in a red coat.',
      'a girl in a red coat',
      'an old man in a blue coat, a girl in a blue coat',
      'an old man in a blue coat, a girl in a red coat',
    ],
  ])('%s misses “%s”: “%s” becomes “%s”', (description, missed, before, after) => {
    const suggestion = replaced(description, missed, before);
    expect(suggestion).toMatchObject({ prompt: after, negativePrompt: 'text', newSeed: false });
    expect(suggestion?.edits).toMatchObject([{ kind: 'replace-word' }]);
  });

  it.each<[missed: string, before: string, after: string]>([
    ['an orange lantern', 'a red lantern', 'an orange lantern'],
    ['an orange lantern', 'a  red lantern', 'an orange lantern'],
    ['a red lantern', 'An orange lantern', 'a red lantern'],
    ['a man with a long white beard', 'a man with a grey beard', 'a man with a long white beard'],
    ['a girl in a red coat', 'her coat is blue', '(a girl in a red coat:1.2), her coat is blue'],
    [
      'a man with a short grey beard',
      'a man with a long, white beard',
      '(a man with a short grey beard:1.2) with a long, white beard',
    ],
    ['a boy in a hat', 'a boy in a red hat', '(a boy in a hat:1.2) in a red hat'],
    ['a boy in a red hat', 'a boy in a hat', '(a boy in a red hat:1.2) in a hat'],
  ])('“%s” in “%s”: “%s”', (missed, before, after) => {
    expect(replaced(`${missed.charAt(0).toUpperCase()}${missed.slice(1)}.`, missed, before)?.prompt).toBe(
      after,
    );
  });

  it('are told from the same words about somebody else by what stands before them', () => {
    const prompt = 'an old man in a blue coat, a girl in a blue coat';
    expect(replaced('A girl in a red coat.', 'a girl in a red coat', prompt)?.edits).toMatchObject([
      { remove: 'girl in a blue coat', insert: 'girl in a red coat' },
    ]);
    const first = 'a girl in a blue coat, an old man in a blue coat';
    expect(replaced('A girl in a red coat.', 'a girl in a red coat', first)?.edits).toMatchObject([
      { remove: 'girl in a blue coat', insert: 'girl in a red coat' },
    ]);
  });

  it('are replaced where they are not sure to hold', () => {
    const told = { prompt: 'a boat by day', sees: { 'at night': 0.05, 'by day': 0.5 } };
    expect(review('A boat by day at night.', told)?.prompt).toBe('a boat at night');
  });

  it('says which words become which', () => {
    expect(replaced('A red lantern.', 'a red lantern', 'a blue lantern')?.edits[0]?.reason).toBe(
      'Say “red lantern” instead of “blue lantern”',
    );
  });

  it('are left alone where they pass, where both can hold, and where several could be meant', () => {
    const both = 'A girl in a blue coat in a red coat.';
    expect(replaced(both, 'a girl in a red coat', 'a girl in a blue coat')?.edits).toMatchObject([
      { kind: 'restate-canon', remove: 'a girl' },
    ]);
    const day = 'A boat by day at night.';
    expect(replaced(day, 'at night', 'a boat by day')?.prompt).toBe('(at night:1.3), a boat by day');
    expect(replaced('A red lantern.', 'a red lantern', 'a small lantern')?.prompt).toBe(
      '(a red lantern:1.2), a small lantern',
    );
    expect(replaced('A girl in a red coat.', 'a girl in a red coat', 'a boy in a blue coat')?.prompt).toBe(
      '(a girl in a red coat:1.2), a boy in a blue coat',
    );
    expect(replaced('A girl in a red coat.', 'a girl in a red coat', 'a girl in a blue hat')?.prompt).toBe(
      '(a girl in a red coat:1.2) in a blue hat',
    );
    expect(replaced('A fox at night.', 'at night', 'a fox at dawn, later by day')?.prompt).toBe(
      '(at night:1.3), a fox at dawn, later by day',
    );
  });

  it('stay where a piece that is taken out would take along what passes', () => {
    const prompt = 'a girl with a hat, no red hat';
    expect(review('A girl with a hat, no red hat.', { misses: ['no a hat'], prompt })).toMatchObject({
      prompt,
      newSeed: true,
      edits: [
        { kind: 'new-seed', reason: 'Try another seed: other words would lose “no red hat”' },
        { kind: 'add-negative' },
      ],
    });
  });

  it('are replaced where what passes is that they are not there', () => {
    const told = { misses: ['at night'], prompt: 'a boat by day' };
    expect(review('A boat at night, not by day.', told)?.prompt).toBe('a boat at night');
  });
});

describe('what the canon says', () => {
  it('stands beside the name that the prompt uses, by whichever name', () => {
    const told = { facts: [COAT], misses: ['a girl in a red coat'] };
    expect(review('Mira walks.', told)).toMatchObject({
      prompt: 'Mira, (a girl in a red coat:1.2), walks.',
      edits: [{ kind: 'restate-canon', reason: 'Say “a girl in a red coat” beside Mira’s name' }],
    });
    const aliased = [{ ...COAT, aliases: ['Mimi'] }];
    expect(review('Mira walks.', { ...told, facts: aliased, prompt: 'Mimi walks' })?.prompt).toBe(
      'Mimi, (a girl in a red coat:1.2), walks',
    );
  });

  it.each([
    ['Mira’s lantern, fog', 'Mira’s lantern, fog, (a girl in a red coat:1.2)'],
    ['Mira and Tom walk', 'Mira and Tom walk, (a girl in a red coat:1.2)'],
    ['a sign that says “Mira”', 'a sign that says “Mira”, (a girl in a red coat:1.2)'],
    ['Mira, fog', 'Mira, (a girl in a red coat:1.2), fog'],
    ['fog, Mira', 'fog, Mira, (a girl in a red coat:1.2)'],
    ['a sign “Mira here” in fog', 'a sign “Mira here” in fog, (a girl in a red coat:1.2)'],
    ['“Oh” said Tom to Mira, fog', '“Oh” said Tom to Mira, (a girl in a red coat:1.2), fog'],
    ['Mira, a 5" lamp', 'Mira, (a girl in a red coat:1.2), a 5" lamp'],
    ['Mira, a fox’s den and fog', 'Mira, (a girl in a red coat:1.2), a fox’s den and fog'],
    ['Mira or Tom', 'Mira or Tom, (a girl in a red coat:1.2)'],
    ['Mira & Tom', 'Mira & Tom, (a girl in a red coat:1.2)'],
    ['(Mira) walks', '(Mira) walks, (a girl in a red coat:1.2)'],
    ['Mira orders tea', 'Mira, (a girl in a red coat:1.2), orders tea'],
  ])('stands where it breaks nothing: “%s”', (prompt, after) => {
    expect(review('Mira walks.', { facts: [COAT], misses: ['a girl in a red coat'], prompt })?.prompt).toBe(
      after,
    );
  });

  it('is a sentence of its own with the name where weights mean nothing', () => {
    const told = { facts: [COAT], misses: ['a girl in a red coat'], dialect: 'plain' as const };
    expect(review('Mira walks.', told)).toMatchObject({
      prompt: 'Mira walks. Mira wears a red coat.',
      edits: [{ kind: 'restate-canon', at: 'end' }],
    });
    expect(review('Mira walks.', { ...told, prompt: 'Mira walks' })?.prompt).toBe(
      'Mira walks. Mira wears a red coat.',
    );
  });

  it('is said of a thing as the claim calls it, and of somebody by the name', () => {
    const lamp = fact('lamp', 'an unlit lamp', { subject: 'prop' });
    const told = { facts: [lamp, COAT], misses: ['an unlit lamp'] };
    expect(review('The lamp stands on a table.', told)).toMatchObject({
      prompt: '(an unlit lamp:1.2), The lamp stands on a table.',
      instruction: 'Make the lamp unlit.',
    });
    const both = { facts: [fact('Tom', 'a boy in a cap'), COAT], misses: ['a girl in a red coat'] };
    expect(review('Mira walks. Tom sits.', both)).toMatchObject({ instruction: 'Make Mira’s coat red.' });
    // Of the first finding that a claim says.
    expect(review('A fox at night.', { misses: ['at night'], facts: [COAT] })).toMatchObject({
      instruction: 'Make it night.',
    });
  });

  it('stands for the one it is about, or first, where the prompt has no name', () => {
    const told = { facts: [COAT], misses: ['a girl in a red coat'] };
    expect(review('Mira walks.', { ...told, prompt: 'the girl walks' })?.prompt).toBe(
      '(a girl in a red coat:1.2) walks',
    );
    expect(review('Mira walks.', { ...told, prompt: 'somewhere at sea' })).toMatchObject({
      prompt: '(a girl in a red coat:1.2), somewhere at sea',
      edits: [{ kind: 'restate-canon' }],
    });
    expect(review('A girl in a red coat.', { misses: told.misses, prompt: 'at sea' })?.edits).toMatchObject([
      { kind: 'add-phrase' },
    ]);
  });

  it('takes the place of the bare noun alone, so that nothing else is lost', () => {
    const told = { misses: ['a girl in a red coat'] };
    expect(review('A tall girl in a red coat walks.', { ...told, prompt: 'a tall girl walks' })?.prompt).toBe(
      // At the front another girl would be the one who walks.
      'a tall girl walks, (a girl in a red coat:1.2)',
    );
    expect(review('A girl in a red coat walks.', { ...told, prompt: 'a girl walks' })?.prompt).toBe(
      '(a girl in a red coat:1.2) walks',
    );
  });

  it('takes no place of a thing that is to look otherwise, nor is other words’ canon', () => {
    expect(review('A red lantern.', { misses: ['a red lantern'], prompt: 'a lantern, ink' })?.prompt).toBe(
      '(a red lantern:1.2), a lantern, ink',
    );
    const told = { misses: ['a girl in a red coat'], prompt: 'a  girl walks' };
    expect(review('A girl in a red coat.', told)?.prompt).toBe('(a girl in a red coat:1.2) walks');
    const plain = { facts: [COAT], misses: ['a lantern'], prompt: 'a fox', dialect: 'plain' as const };
    expect(review('Mira and a lantern.', plain)?.edits).toMatchObject([{ kind: 'add-phrase' }]);
  });

  it('is what holds on this shot', () => {
    const later = fact('Mira', 'a girl in a blue coat', { from: 1 });
    const facts = [fact('Tom', 'a boy in a cap'), { ...COAT, to: 0 }, later];
    expect(review('Mira walks.', { facts, misses: ['a girl in a red coat'] })?.prompt).toBe(
      'Mira, (a girl in a red coat:1.2), walks.',
    );
  });
});

describe('what should not be there', () => {
  const NO_DOG = 'A girl, no dog, in a forest.';

  it.each<
    [
      capabilities: readonly GeneratorCapability[],
      negativePrompt: string,
      after: Partial<Record<string, unknown>>,
    ]
  >([
    [EVERYTHING, 'text', { prompt: 'A girl, in a forest.', negativePrompt: 'text, dog', newSeed: false }],
    [
      EVERYTHING,
      'text, dog',
      { prompt: 'A girl, in a forest.', negativePrompt: 'text, dog', newSeed: false },
    ],
    [['weights'], 'text', { prompt: 'A girl, in a forest.', negativePrompt: 'text', newSeed: false }],
  ])('is never asked for: %j, negative prompt “%s”', (capabilities, negativePrompt, after) => {
    expect(review(NO_DOG, { misses: ['no a dog'], capabilities, negativePrompt })).toMatchObject(after);
  });

  it('is not named where the prompt does not name it', () => {
    const told = { misses: ['no a dog'], prompt: 'a girl in a forest' };
    expect(review(NO_DOG, told)).toMatchObject({
      prompt: told.prompt,
      negativePrompt: 'text, dog',
      newSeed: false,
    });
    expect(review(NO_DOG, { ...told, capabilities: ['weights'] })).toMatchObject({
      prompt: told.prompt,
      negativePrompt: 'text',
      newSeed: true,
      edits: [{ reason: 'Try another seed: the words can do no more' }],
    });
    expect(review(NO_DOG, { ...told, negativePrompt: 'dog' })).toMatchObject({ newSeed: true });
  });

  it.each([
    'A harbour, and no boats are visible.',
    'No boats sail, a harbour.',
    'A harbour with fog and no boats.',
  ])('stays in a sentence that would not read without it: %s', (description) => {
    const told = { misses: ['no boats'], prompt: description };
    expect(review('A harbour, no boats.', told)).toMatchObject({
      prompt: description,
      negativePrompt: 'text, boat',
    });
  });

  it.each<[prompt: string, after: string]>([
    ['no dog, a girl', 'a girl'],
    ['a girl, without any dog', 'a girl'],
    ['a girl , no  dog ; fog', 'a girl; fog'],
    ['a girl without rain, no dog', 'a girl without rain'],
  ])('is taken out where it is a piece of its own: “%s”', (prompt, after) => {
    expect(review('A girl, no dog.', { misses: ['no a dog'], prompt })?.prompt).toBe(after);
  });

  it('does not pass for asking, nor asking for forbidding', () => {
    const told = { misses: ['a dog'], prompt: 'a girl, no dog' };
    expect(review('A girl and a dog.', told)?.prompt).toBe('(a dog:1.2), a girl, no dog');
    const canon = { misses: ['a girl in a red coat'], facts: [COAT], prompt: 'a boat, no girl' };
    expect(review('Mira sails.', canon)?.prompt).toBe('(a girl in a red coat:1.2), a boat, no girl');
  });

  it.each<[description: string, missed: string, unwanted: string]>([
    ['A boat, no people.', 'no people', 'people'],
    ['A boy without a hat.', 'no a boy in a hat', 'hat'],
    ['A boy without a red hat.', 'no a boy in a red hat', 'red hat'],
    ['The girl is not smiling.', 'no a girl smiling', 'smiling'],
    ['The girl is not holding a lantern.', 'no a girl holding a lantern', 'holding lantern'],
    ['The owl is not white.', 'no a white owl', 'white'],
    ['A village, not at night.', 'no at night', 'night'],
  ])('%s: “%s” forbids “%s”', (description, missed, unwanted) => {
    const suggestion = review(description, { misses: [missed] });
    expect(suggestion?.negativePrompt).toBe(`text, ${unwanted}`);
    expect(suggestion?.edits.find(({ target }) => target === 'negative')).toMatchObject({
      kind: 'add-negative',
      reason: `Add “${unwanted}” to the negative prompt`,
    });
  });

  it('is not asked for either where it is a style', () => {
    const told = { misses: ['no a photograph'], styleBrief: '' };
    const suggestion = review('A fox in ink, not as a photograph.', told);
    expect(suggestion?.prompt).not.toMatch(/photograph.*photograph|\(/);
    expect(suggestion?.negativePrompt).toBe('text, photograph');
  });
});

describe('where the words are not at fault', () => {
  const of = (kind: Finding['kind'], more: Partial<Finding> = {}): Finding => ({
    key: `${kind}:1`,
    kind,
    severity: 'medium',
    shotId: '1',
    takeId: 't1',
    message: '',
    claimIds: [],
    factId: null,
    evidence: { items: [], detail: '' },
    dismissed: false,
    ...more,
  });

  it.each(['noise', 'exposure', 'compression', 'seam', 'flat-frame', 'near-duplicate'] as const)(
    '%s: another seed',
    (kind) => {
      expect(review(SCENE, { findings: [of(kind)] })).toMatchObject({
        prompt: SCENE,
        negativePrompt: 'text',
        newSeed: true,
        edits: [{ kind: 'new-seed', target: 'seed', reason: 'Try another seed: the words are not at fault' }],
      });
    },
  );

  it.each([
    ['blur', 'blurry'],
    ['banding', 'color banding'],
    ['ringing', 'oversharpened'],
    ['upscaling', 'low resolution'],
    ['border', 'border'],
  ] as const)('%s: another seed, and “%s” among what is unwanted once', (kind, word) => {
    const findings = [of(kind)];
    expect(review(SCENE, { findings })).toMatchObject({
      prompt: SCENE,
      negativePrompt: `text, ${word}`,
      newSeed: true,
      edits: [{ kind: 'new-seed' }, { kind: 'add-negative', findingKeys: [`${kind}:1`] }],
    });
    const already = review(SCENE, { findings, negativePrompt: word });
    expect(already).toMatchObject({ negativePrompt: word, newSeed: true });
    expect(review(SCENE, { findings, capabilities: ['seed'] })).toMatchObject({
      negativePrompt: 'text',
      newSeed: true,
    });
  });

  it.each([
    ['blurry', 'blurry, text, watermark'],
    ['text', 'text, watermark'],
    ['Watermark, text', 'Watermark, text'],
  ])(
    'writing that nobody asked for: another seed, and what of it is not unwanted yet (%s)',
    (before, after) => {
      const findings = [of('stray-text')];
      const suggested = review(SCENE, { findings, negativePrompt: before });
      expect(suggested).toMatchObject({ prompt: SCENE, negativePrompt: after, newSeed: true });
      expect(suggested?.edits.length).toBe(before === after ? 1 : 2);
      const seed = review(SCENE, { findings, negativePrompt: before, capabilities: ['seed'] });
      expect(seed).toMatchObject({ negativePrompt: before, newSeed: true });
    },
  );

  it('a foreign style: the board’s style is said, and another seed where it was', () => {
    const findings = [of('style-drift')];
    expect(review(SCENE, { findings, styleBrief: ' gouache painting., ' })).toMatchObject({
      prompt: `${SCENE} gouache painting`,
      newSeed: false,
      edits: [{ kind: 'add-style', reason: 'Add “gouache painting”, which the prompt does not say' }],
    });
    const names = 'Try another seed: the prompt names the style already';
    const none = 'Try another seed: the board has no style in words that the prompt could name';
    for (const [reason, told] of [
      [names, { prompt: 'a fox, gouache painting' }],
      [none, { styleBrief: '' }],
      [none, { styleBrief: ' ., ' }],
    ] as const)
      expect(review(SCENE, { findings, ...told })).toMatchObject({ newSeed: true, edits: [{ reason }] });
  });

  it('what to change is said of the first finding that names a claim that is there', () => {
    const frame = frameOf('A fox at night.', { sees: { 'at night': 0.05 } });
    const findings = [of('blur', { claimIds: ['gone'] }), ...found(frame)];
    expect(review('A fox at night.', { misses: ['at night'], findings })?.instruction).toBe('Make it night.');
    expect(review('A fox at night.', { findings: [of('blur')] })?.instruction).toBe('');
  });

  it('unreadable, dismissed, of another shot, or nothing: no suggestion', () => {
    expect(review(SCENE)).toBeNull();
    expect(review(SCENE, { findings: [of('unreadable')] })).toBeNull();
    expect(review(SCENE, { findings: [of('blur', { dismissed: true })] })).toBeNull();
    expect(review(SCENE, { findings: [of('blur', { shotId: '2' })] })).toBeNull();
    expect(review(SCENE, { findings: [of('wrong-time', { claimIds: ['gone'] })] })).toBeNull();
  });
});

describe('edits of the same words', () => {
  const edits = (misses: readonly string[]) => review(SCENE, { misses })?.edits ?? [];

  it('are one edit, of the longer words, for all that it answers', () => {
    for (const misses of [
      ['a yellow lantern', 'a girl holding a lantern'],
      ['a girl holding a lantern', 'a yellow lantern'],
    ]) {
      expect(edits(misses)).toMatchObject([{ remove: 'holding a yellow lantern' }]);
      expect(edits(misses)[0]?.findingKeys.toSorted()).toEqual([
        'claim-failed:1:a girl holding a lantern',
        'claim-failed:1:a yellow lantern',
      ]);
    }
  });

  it('are told from edits that take no words out', () => {
    const kinds = (description: string, misses: readonly string[], prompt: string) =>
      review(description, { misses, prompt })?.edits.map(({ kind }) => kind);
    expect(kinds('A girl at night.', ['one person', 'at night'], 'a girl at night')).toEqual([
      'raise-weight',
      'add-phrase',
    ]);
    expect(kinds('A dog at night.', ['a dog', 'at night'], 'a fox at night')).toEqual([
      'add-phrase',
      'raise-weight',
    ]);
  });

  it('are several where the words differ', () => {
    expect(
      edits(['at night', 'in a forest'])
        .map(({ remove }) => remove)
        .toSorted(),
    ).toEqual(['at night', 'in a forest']);
  });

  it('ask for one new seed for everything that needs one', () => {
    const prompt = '(at night:1.5), (in a forest:1.5), a fox';
    const suggestion = review('A fox in a forest at night.', { prompt, misses: ['in a forest', 'at night'] });
    expect(suggestion?.edits).toMatchObject([
      { kind: 'new-seed', findingKeys: ['wrong-place:1:in a forest', 'wrong-time:1:at night'] },
    ]);
  });
});

describe('the words that are changed', () => {
  const prompt = 'a fox at sea';
  const started = (more: Asked) => {
    const { capabilities = ['txt2img'] } = more;
    return review('A fox at night.', { misses: ['at night'], capabilities, ...more });
  };

  it('are the shot’s, and from the first round on those of the take', () => {
    const take = { round: 0, prompt: 'the take', negativePrompt: 'old' };
    expect(started({ prompt, take })?.prompt).toBe('a fox at sea, at night');
    expect(started({ prompt, take: { ...take, round: 1 } })).toMatchObject({
      prompt: 'the take, at night',
      negativePrompt: 'old',
    });
    expect(started({ prompt, take: { ...take, round: 1, negativePrompt: '' } })?.negativePrompt).toBe('');
    expect(started({ prompt, take: { ...take, round: 1, prompt: '' } })).toMatchObject({
      prompt: 'a fox at sea, at night',
      negativePrompt: 'text',
    });
  });

  it('are the take’s where the shot has none, and the description where there are none at all', () => {
    const take = { round: 0, prompt: 'the take', negativePrompt: 'old' };
    expect(started({ prompt: '', negativePrompt: '', take })).toMatchObject({
      prompt: 'the take, at night',
      negativePrompt: 'old',
    });
    const none = { round: 0, prompt: '', negativePrompt: '' };
    expect(started({ prompt: '', negativePrompt: '', take: none })).toMatchObject({
      prompt: 'A fox at night. It is night.',
      negativePrompt: '',
    });
  });
});

describe('what holds and a try lost', () => {
  const asked = (lost: readonly string[], more: Asked = {}) =>
    review(SCENE, { misses: ['at night'], lost, ...more });

  it('is asked for more firmly beside what the try was to answer', () => {
    const plain = review(SCENE, { misses: ['at night'] });
    const suggestion = asked(['in a forest', 'a yellow lantern']);
    expect(suggestion?.prompt).toBe(
      'A girl in a red coat holding (a yellow lantern:1.3) on the left, a brown dog, (in a forest:1.3) (at night:1.3). A wide shot.',
    );
    expect(suggestion?.edits.map(({ reason }) => reason)).toEqual([
      'Give “at night” more weight',
      'Give “in a forest” more weight: a try lost it',
      'Give “a yellow lantern” more weight: a try lost it',
    ]);
    const [finding] = plain?.edits ?? [];
    for (const { findingKeys } of suggestion?.edits ?? []) expect(findingKeys).toEqual(finding?.findingKeys);
  });

  it('is nothing where the prompt does not say it, where words can do no more, and where nothing is to be answered', () => {
    const plain = review(SCENE, { misses: ['at night'] });
    expect(asked(['one person', 'nobody knows'])).toEqual(plain);
    const heavy = SCENE.replace('in a forest', '(in a forest:1.5)');
    const edits = (lost: readonly string[]) => asked(lost, { prompt: heavy })?.edits;
    expect(edits(['in a forest'])).toEqual(edits([]));
    expect(review(SCENE, { lost: ['in a forest'] })).toBeNull();
  });

  it('is said once where it is asked for already', () => {
    expect(asked(['at night'])?.edits).toHaveLength(1);
  });
});

describe('what the artist said is malformed', () => {
  const said = (tags: readonly string[], more: Asked = {}) => review(SCENE, { findings: [], tags, ...more });

  it('is kept out of the next picture, with another seed', () => {
    expect(said([])).toBeNull();
    expect(said(['hands', 'text'])).toMatchObject({
      prompt: SCENE,
      negativePrompt: 'text, malformed hands, extra fingers, text, watermark',
      newSeed: true,
      edits: [
        { kind: 'new-seed', reason: 'Try another seed: you said “Malformed hands”', findingKeys: [] },
        {
          kind: 'add-negative',
          reason: 'Add “malformed hands, extra fingers” to the negative prompt: you said “Malformed hands”',
        },
        { kind: 'add-negative', insert: 'text, watermark' },
      ],
    });
  });

  it('is said once', () => {
    const negativePrompt = 'malformed hands, extra fingers';
    expect(said(['hands'], { negativePrompt })).toMatchObject({
      negativePrompt,
      edits: [{ kind: 'new-seed' }],
    });
  });

  it('is asked for the right way round where a model has no negative prompt, and not named where that would bring it', () => {
    const sentence = { capabilities: ['seed'], dialect: 'plain' } as const;
    expect(said(['hands', 'face'], sentence)).toMatchObject({
      prompt: `${SCENE} A well-formed face. Well-formed hands with five fingers.`,
      negativePrompt: 'text',
    });
    expect(said(['text', 'artifact'], sentence)).toMatchObject({
      prompt: SCENE,
      edits: [{ kind: 'new-seed' }],
    });
  });

  it('stands beside what was found', () => {
    const both = review(SCENE, { misses: ['at night'], tags: ['face'] });
    expect(both?.edits.map(({ kind }) => kind)).toEqual(['raise-weight', 'new-seed', 'add-negative']);
    expect(both?.edits.map(({ findingKeys }) => findingKeys.length)).toEqual([1, 0, 0]);
  });
});

describe('of somebody who is not the same', () => {
  const another: Finding = {
    key: 'identity-drift:1:character mira',
    kind: 'identity-drift',
    severity: 'high',
    shotId: '1',
    takeId: 't1',
    message: 'Mira looks like somebody else here.',
    claimIds: [],
    factId: COAT.id,
    evidence: { items: [], detail: '' },
    dismissed: false,
  };
  const asked = (prompt: string) =>
    review('Mira waits.', { facts: [COAT], findings: [another], prompt })?.edits.map(({ kind, insert }) => [
      kind,
      insert,
    ]);

  it('what the canon says and the prompt does not is said beside her name', () => {
    expect(asked('Mira waits by the sea')).toEqual([['restate-canon', 'Mira, (a girl in a red coat:1.2),']]);
  });

  it('another seed is tried where the prompt says all', () => {
    expect(asked('Mira, a girl in a red coat, waits')).toEqual([['new-seed', '']]);
  });
});

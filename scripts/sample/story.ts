/**
 * The sample's story: a girl carries a forgotten lantern through the night to light her grandfather home.
 * Words as an artist writes them, prompts as a generator gets them, and the faults planted on the way.
 */
import type { Scene, Subject } from '@models/storybook/world/index.js';
import type { SceneFault } from '../../bench/faults.js';

/** A fault put into the picture that the generator made. */
export type Plant =
  | { readonly kind: SceneFault; readonly scene: Partial<Scene> }
  | { readonly kind: SceneFault; readonly who: Subject['kind']; readonly subject: Partial<Subject> | null }
  | { readonly kind: SceneFault; readonly extra: Subject }
  | { readonly kind: 'blur' | 'noise' }
  /** Of the shot with this number. */
  | { readonly kind: 'near-duplicate'; readonly of: number };

export interface SampleShot {
  readonly scene: string;
  readonly description: string;
  readonly prompt: string;
  /** The generator's; chosen for the picture it gives. */
  readonly seed: number;
  readonly narration: string;
  /** Seconds. */
  readonly duration: number;
  readonly planted?: Plant;
  /** The generator itself missed something at this seed. */
  readonly isMissed?: boolean;
}

export const TITLE = 'The Lantern Walk';
export const STYLE_BRIEF = 'Gouache painting, soft warm light, gentle storybook mood.';

export const CHARACTERS = [
  { name: 'Wenna', description: 'a girl in a red coat', aliases: ['the girl'] },
  { name: 'Tobren', description: 'an old man in a blue coat', aliases: ['the old man', 'grandfather'] },
] as const;

export const NEGATIVE_PROMPT = 'text, watermark, blurry';

export const SHOTS: readonly SampleShot[] = [
  {
    scene: 'The boat',
    description:
      'Tobren, on the left, and Wenna, in the middle, at the harbour by day, in clear weather. A white boat lies on the right. Wide shot.',
    prompt:
      'gouache painting, an old man in a blue coat on the left, a happy girl in a red coat in the middle, a white boat on the right, at a harbour, by day, clear sky, wide shot',
    seed: 105,
    narration: 'Tobren had the smallest boat in the harbour, and Wenna had Tobren.',
    duration: 4,
  },
  {
    scene: 'The kitchen',
    description:
      'Tobren, on the left, holds the yellow lantern in the kitchen by day. Wenna stands on the right. Medium shot.',
    prompt:
      'gouache painting, an old man in a blue coat holding a yellow lantern on the left, a girl in a red coat on the right, in a kitchen, by day, medium shot',
    seed: 226,
    narration:
      'Tobren polished his lantern before he rowed out. "As long as it burns," he said, "I find the harbour."',
    duration: 4,
  },
  {
    scene: 'The kitchen',
    description: 'Tobren smiles in the kitchen by day. Close-up.',
    prompt: 'gouache painting, a happy old man in a blue coat, in a kitchen, by day, close-up',
    seed: 302,
    narration: '"Be brave while I am away."',
    duration: 3,
  },
  {
    scene: 'The kitchen',
    description:
      'Sunset in the kitchen. Wenna stands on the left, the yellow lantern on the right. Medium shot.',
    prompt:
      'gouache painting, an afraid girl in a red coat on the left, a yellow lantern on the right, in a kitchen, at sunset, medium shot',
    seed: 402,
    narration: 'But when the evening came, the lantern was still on the floor.',
    duration: 4,
    planted: { kind: 'wrong-place', scene: { place: 'library' } },
  },
  {
    scene: 'The meadow',
    description:
      'Wenna walks through the meadow at sunset and holds the yellow lantern. Clear weather. Wide shot.',
    prompt:
      'gouache painting, a girl in a red coat walking and holding a yellow lantern, in a meadow, at sunset, clear sky, wide shot',
    seed: 505,
    narration: 'So she took it, and ran after the last of the light.',
    duration: 4,
  },
  {
    scene: 'The meadow',
    description:
      'Wenna, on the left, holds the yellow lantern in the meadow at sunset. An orange fox sits on the right. Medium shot.',
    prompt:
      'gouache painting, a girl in a red coat holding a yellow lantern on the left, an orange fox sitting on the right, in a meadow, at sunset, clear sky, medium shot',
    seed: 606,
    narration: 'A fox sat in the grass as if it had waited for her.',
    duration: 4,
    planted: { kind: 'attribute-swap', who: 'girl', subject: { colour: 'green' } },
  },
  {
    scene: 'The meadow',
    description: 'The orange fox in the meadow at sunset. Close-up.',
    prompt: 'gouache painting, an orange fox, in a meadow, at sunset, clear sky, close-up',
    seed: 700,
    narration: '"I know the way," said its eyes.',
    duration: 3,
  },
  {
    scene: 'The meadow',
    description:
      'Wenna walks through the meadow at sunset with the yellow lantern, and the orange fox is to the right of Wenna. Wide shot.',
    prompt:
      'gouache painting, an orange fox walking on the right, a girl in a red coat walking and holding a yellow lantern on the left, in a meadow, at sunset, clear sky, wide shot',
    seed: 810,
    narration: 'They went together, the small light and the small shadow.',
    duration: 4,
    planted: { kind: 'missing-character', who: 'fox', subject: null },
  },
  {
    scene: 'The forest',
    description:
      'Wenna, on the right, holds the yellow lantern in the forest at night, in the fog. The orange fox is on the left. Wide shot.',
    prompt:
      'gouache painting, an orange fox on the left, a girl in a red coat holding a yellow lantern on the right, in a forest, at night, in fog, wide shot',
    seed: 900,
    narration: 'In the forest the fog swallowed the path.',
    duration: 4,
  },
  {
    scene: 'The forest',
    description:
      'Wenna lifts the yellow lantern in the forest at night, in the fog. The orange fox is to the left of Wenna. Medium shot.',
    prompt:
      'gouache painting, an orange fox on the left, a girl in a red coat lifting a yellow lantern on the right, in a forest, at night, in fog, medium shot',
    seed: 1010,
    narration: 'Wenna lifted the lantern high, and the trees stepped back.',
    duration: 4,
    planted: { kind: 'noise' },
  },
  {
    scene: 'The forest',
    description: 'A brown owl in the forest at night, in the fog. Close-up.',
    prompt: 'gouache painting, a brown owl, in a forest, at night, in fog, close-up',
    seed: 1100,
    narration: '"Who walks so late?" asked the owl.',
    duration: 3,
  },
  {
    scene: 'The forest',
    description:
      'Wenna sits on the left in the forest at night, in the fog. The yellow lantern is on the right. Medium shot.',
    prompt:
      'gouache painting, a sad girl in a red coat sitting on the left, a yellow lantern on the right, in a forest, at night, in fog, medium shot',
    seed: 1200,
    narration: 'Once she had to sit down and count to ten.',
    duration: 4,
    planted: { kind: 'foreign-style', scene: { style: 'ink' } },
  },
  {
    scene: 'The mountain',
    description:
      'Wenna holds the yellow lantern on the mountain at night, in the snow. The orange fox is on the right. Wide shot.',
    prompt:
      'gouache painting, a girl in a red coat walking and holding a yellow lantern on the left, an orange fox on the right, on a mountain, at night, in snow, wide shot',
    seed: 1417,
    narration: 'Up on the pass it had begun to snow.',
    duration: 4,
    isMissed: true,
  },
  {
    scene: 'The mountain',
    description:
      'Wenna, on the left, holds the yellow lantern on the mountain at night, in the snow. Medium shot.',
    prompt:
      'gouache painting, a girl in a red coat holding a yellow lantern on the left, on a mountain, at night, in snow, medium shot',
    seed: 1400,
    narration: 'The flame was no bigger than a thumb.',
    duration: 4,
  },
  {
    scene: 'The mountain',
    description: 'Wenna smiles on the mountain at night, in the snow. Close-up.',
    prompt: 'gouache painting, a happy girl in a red coat, on a mountain, at night, in snow, close-up',
    seed: 1502,
    narration: 'But it was warm, and it was hers to carry.',
    duration: 3,
    planted: { kind: 'blur' },
  },
  {
    scene: 'The mountain',
    description: 'The orange fox waits on the right, on the mountain at night, in the snow. Medium shot.',
    prompt: 'gouache painting, an orange fox on the right, on a mountain, at night, in snow, medium shot',
    seed: 1602,
    narration: 'The fox looked down: there, far below, the sea.',
    duration: 3,
  },
  {
    scene: 'The harbour',
    description:
      'Wenna walks along the harbour at night, in the rain, and holds the yellow lantern. Wide shot.',
    prompt:
      'gouache painting, a girl in a red coat walking and holding a yellow lantern, at a harbour, at night, in rain, wide shot',
    seed: 1700,
    narration: 'At the harbour it rained so hard that sea and sky were one.',
    duration: 4,
  },
  {
    scene: 'The harbour',
    description: 'Wenna lifts the yellow lantern at the harbour at night, in the rain. Medium shot.',
    prompt:
      'gouache painting, a girl in a red coat lifting a yellow lantern, at a harbour, at night, in rain, medium shot',
    seed: 1800,
    narration: 'She held the lantern as high as she could.',
    duration: 4,
    planted: { kind: 'near-duplicate', of: 17 },
  },
  {
    scene: 'The harbour',
    description:
      'A white boat on the left, at the harbour at night, in the rain. Wenna stands on the right. Wide shot.',
    prompt:
      'gouache painting, a girl in a red coat on the right, a white boat on the left, at a harbour, at night, in rain, wide shot',
    seed: 1916,
    narration: 'And out of the dark, white as a feather, came a boat.',
    duration: 4,
    planted: { kind: 'wrong-time', scene: { time: 'day' } },
  },
  {
    scene: 'The harbour',
    description:
      'Tobren, on the left, and Wenna, on the right, at the harbour at night, in the rain. Medium shot.',
    prompt:
      'gouache painting, an old man in a blue coat on the left, a girl in a red coat on the right, at a harbour, at night, in rain, medium shot',
    seed: 2002,
    narration: '"I saw a light," said Tobren, "and I knew whose it was."',
    duration: 4,
  },
  {
    scene: 'The harbour',
    description: 'Tobren smiles at the harbour at night, in the rain. Close-up.',
    prompt: 'gouache painting, a happy old man in a blue coat, at a harbour, at night, in rain, close-up',
    seed: 2103,
    narration: 'His beard was full of rain, and he laughed.',
    duration: 3,
    planted: { kind: 'wrong-framing', scene: { framing: 'wide' } },
  },
  {
    scene: 'Morning',
    description: 'Tobren sits on the left in the kitchen by day. Wenna sits on the right. Medium shot.',
    prompt:
      'gouache painting, an old man in a blue coat sitting on the left, a girl in a red coat sitting on the right, in a kitchen, by day, medium shot',
    seed: 2215,
    narration: 'In the morning there was porridge, with honey for everybody.',
    duration: 4,
    planted: {
      kind: 'extra-character',
      extra: { kind: 'woman', colour: 'purple', x: 0.5, facing: 1, mood: 'calm', pose: 'stand' },
    },
  },
  {
    scene: 'Morning',
    description:
      'The orange fox sits on the left in the village by day, the yellow lantern stands on the right. Medium shot.',
    prompt:
      'gouache painting, an orange fox sitting on the left, a yellow lantern on the right, in a village, by day, clear sky, medium shot',
    seed: 2307,
    narration: 'And somebody with a white-tipped tail slept beside the lantern.',
    duration: 3,
    isMissed: true,
  },
  {
    scene: 'Morning',
    description:
      'Wenna, on the left, and Tobren, on the right, in the village by day, in clear weather. The orange fox sits on the left. Wide shot.',
    prompt:
      'gouache painting, a happy girl in a red coat on the left, a happy old man in a blue coat on the right, an orange fox sitting, in a village, by day, clear sky, wide shot',
    seed: 2440,
    narration: 'Since then two lanterns burn in the window: one for going out, and one for coming home.',
    duration: 5,
  },
];

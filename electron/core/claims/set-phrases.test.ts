import type { ClaimKind } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import { readClaims } from './index.js';

/** Of each kind: what is claimed, and the ways to write it. */
const WAYS: Readonly<Partial<Record<ClaimKind, Readonly<Record<string, readonly string[]>>>>> = {
  framing: {
    'an extreme close-up': ['Extreme close-up of a fox', 'an extreme close up shot'],
    'a medium close-up': ['Medium close-up of a fox'],
    'a close-up': ['Tight close-up of a fox', 'Headshot of a fox', 'a head and shoulders portrait of a fox'],
    'a medium wide shot': ['Medium wide shot of a fox', 'medium long shot'],
    'an extreme wide shot': ['Extreme long shot of a fox', 'extremely wide view'],
    'a wide shot': ['Establishing shot of a mill', 'wide-angle view of a mill', 'Panoramic view of a valley'],
    'a medium shot': ['Mid shot of a fox', 'waist-up view of a fox', 'cowboy shot', 'midshot'],
    'a full-body shot': ['Full-length portrait of a fox', 'full body view', 'full shot'],
    'an over-the-shoulder shot': [
      'Over her shoulder view',
      'over-shoulder, a fox',
      'over the shoulder shot of a fox',
    ],
    'a two-shot': ['Two-shot of a fox and an owl'],
    'a low-angle shot': [
      'Low angle view of a fox',
      "worm's-eye view",
      'a fox, from below',
      'A fox seen from below',
    ],
    'a high-angle shot': [
      'High-angle shot of a fox',
      'a fox, from above, standing',
      'A mill viewed from above.',
    ],
    'a side view': ['Side view of a fox', 'fox, from side, standing', 'A fox seen from the side'],
    'a front view': ['Three-quarters front view of a mill', 'A mill, shot from the front'],
    'a view from behind': ['rear view of a fox', 'a fox, from behind'],
    'a fisheye view': ['A fisheye lens view of a fox', 'fish-eye view'],
    'shallow depth of field': ['a fox, shallow depth of field'],
    "a bird's-eye view": [
      "Bird's-eye view of a mill",
      'aerial shot',
      'top-down view of a mill',
      'overhead view',
    ],
    'a tilted shot': ['Dutch angle'],
    'a point-of-view shot': ['POV shot of a fox', 'point of view'],
    'an eye-level shot': ['Eye-level view of a fox'],
  },
  style: {
    'a gouache painting': ['gouache', 'painted in soft gouache'],
    'a watercolour painting': ['watercolor painting of a fox', 'loose watercolours'],
    'an oil painting': ['oil on canvas', 'Oil painting of a fox', 'done in oil paints'],
    'an acrylic painting': ['done in acrylics', 'an acrylic painting of a fox'],
    'an ink drawing': ['pen and ink', 'ink wash', 'inked', 'drawn in ink', 'ink line art'],
    'a line drawing': ['line art', 'Line drawing of a fox'],
    'a coloured pencil drawing': ['colored pencils', 'coloured pencil drawing'],
    'a pencil drawing': ['pencil sketch of a fox'],
    'a charcoal drawing': ['charcoal sketch of a fox'],
    'a crayon drawing': ['crayon drawing of a fox', 'in crayon style'],
    'a pastel drawing': ['chalk pastel drawing', 'oil pastel painting'],
    'a paper cut-out': ['paper cut-outs', 'cut paper collage', 'paper craft'],
    'a collage': ['a collage of a fox'],
    'a woodcut print': ['woodcut', 'linocut print of a fox', 'woodblock print'],
    'a digital painting': ['digital art', 'digital painting of a fox'],
    'a 3d render': ['3D render of a fox', 'pixar style', 'unreal engine 5'],
    'an anime drawing': ['anime style', 'manga illustration of a fox'],
    'a comic drawing': ['comic book style', 'graphic novel art'],
    'a cartoon': ['cartoon style', 'cartoon illustration of a fox'],
    'concept art': ['concept art of a fox', 'a fox, concept art'],
    'an illustration': ['An illustration of a fox', 'a fox, illustration'],
    'a painting': ['A painting of a fox'],
    'a drawing': ['A sketch of a fox'],
    'a portrait': ['Portrait of a fox'],
    'pixel art': ['pixel art of a fox'],
    claymation: ['claymation', 'stop motion'],
    'a black-and-white picture': ['black and white photograph', 'monochrome'],
    'a photograph': ['photorealistic', '35mm photo of a fox', 'professional photo of a fox', 'photography'],
    'a storybook illustration': ["children's book illustration", 'picture book style'],
  },
  time: {
    'at night': [
      'in the middle of the night',
      'under a starry sky',
      'by moonlight',
      'at midnight',
      'moonlit',
    ],
    'at sunset': ['at dusk', 'in the golden hour', 'at sundown', 'twilight'],
    'in the evening': ['on a warm summer evening', 'in the evening light'],
    'at sunrise': ['at first light', 'at daybreak', 'in the early dawn'],
    'in the morning': ['on a bright morning', 'in the midmorning sun'],
    'by day': ['at noon', 'in broad daylight', 'sunlit', 'in the late afternoon'],
  },
  weather: {
    'in snow': ['Heavy snow falls softly', 'in a blizzard', 'it is snowing', 'snowy'],
    'in a storm': ['in a thunderstorm', 'stormy weather'],
    'in rain': ['in pouring rain', 'drizzle', 'it rains', 'rainy weather'],
    'in fog': ['in thick fog', 'misty', 'haze hangs'],
    'in clear weather': ['under a clear sky', 'cloudless'],
    'in sunny weather': ['sunny weather'],
    'under a cloudy sky': ['overcast', 'on a cloudy day', 'under a grey sky'],
    'in wind': ['in a strong wind', 'windy', 'a cold breeze'],
  },
  attribute: {
    'in studio light': ['studio lighting'],
    'in silhouette': ['in silhouette', 'backlit'],
    'in rim light': ['rim lighting', 'rim light', 'warm rim light', 'soft golden rim lighting'],
    'in candlelight': ['by candlelight'],
    'in firelight': ['in the firelight'],
    'in lamplight': ['by lantern light'],
    'in neon light': ['under neon lights'],
    'in warm light': ['in soft golden light', 'warm glow'],
    'in cold light': ['in cold lighting', 'blue light'],
    'in dim light': ['in dim light', 'dimly lit'],
  },
};
const ROWS = Object.entries(WAYS).flatMap(([kind, texts]) =>
  Object.entries(texts).map(([text, ways]) => [kind, text, ways] as const),
);

describe('words with one fixed meaning', () => {
  it.each(ROWS)('%s: “%s”', (kind, text, ways) => {
    for (const words of ways) {
      const claims = readClaims(`An owl sits on a fence. ${words}.`);
      expect(
        claims.filter((claim) => claim.kind === kind).map((claim) => claim.text),
        words,
      ).toEqual([text]);
    }
  });

  it.each([
    'light falls from above',
    'a fox runs from behind the mill',
    'snow-white coat',
    'a raincoat',
    'masterpiece',
    'best quality',
    'highly detailed background',
    'at the same time',
    'the picture shows',
  ])('say nothing of picture, time and weather where they are others: %s', (words) => {
    const claims = readClaims(`An owl sits on a fence. ${words}.`);
    expect(claims.filter(({ kind }) => ['framing', 'style', 'time', 'weather'].includes(kind))).toEqual([]);
  });
});

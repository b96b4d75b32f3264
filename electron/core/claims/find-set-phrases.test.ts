import { expect, it } from 'vitest';
import { findSetPhrases } from './find-set-phrases.js';
import { SET_PHRASES } from './set-phrases.js';

const found = (text: string): string[] =>
  findSetPhrases(text).map(({ phrase, start, end }) => `${text.slice(start, end)}: ${phrase.text}`);

it.each<[text: string, ...phrases: string[]]>([
  ['a girl at night, wide shot', 'at night: at night', 'wide shot: a wide shot'],
  ['WIDE SHOT of a fox', 'WIDE SHOT of: a wide shot'],
  ['an extreme close-up of a fox', 'an extreme close-up of: an extreme close-up'],
  // How the picture is made, and not what is in it.
  ['A painting of a fox', 'A painting of: a painting'],
  ['a fox, gouache', 'gouache: a gouache painting'],
  ['Night. A painting of a fox', 'Night: at night', 'A painting of: a painting'],
  ['a happy anime girl', 'anime: an anime drawing'],
  ['a fox painted in soft gouache', 'painted in soft gouache: a gouache painting'],
  ['wide shot, a painting of a fox', 'wide shot: a wide shot', 'a painting of: a painting'],
  ['wide shot a painting of a fox', 'wide shot: a wide shot', 'a painting of: a painting'],
  ['a girl holds a painting of a fox'],
  ['A painting of a ship hangs on the wall'],
  ['Wide shot. A painting of a ship hangs on the wall', 'Wide shot: a wide shot'],
  ['A painting of a ship hanging on the wall', 'A painting of: a painting'],
  ['A painting of a ship. A coat hangs on the wall', 'A painting of: a painting'],
  ['A painting of a ship hangs crookedly over the bed'],
  ['photo, portrait', 'photo: a photograph', 'portrait: a portrait'],
  ['A drawing of a cat and a photo of a dog hang on the fridge'],
  ['A sketch of a fox and a map lean against the wall'],
  ['Wide shot of a girl who holds a watercolor', 'Wide shot of: a wide shot'],
  ['photo by a pond on a hill', 'photo: a photograph'],
  ['photograph leaning against a wall'],
  ['a girl, a photograph over the bed'],
  ['drawings hanging on a wall'],
  ['drawings hang on a wall'],
  ['drawings lean against a wall'],
  ['An oil painting leans on a chair'],
  ['oil painting on canvas, a fox', 'oil painting: an oil painting'],
  ['At noon, a girl holds a watercolor', 'At noon: by day'],
  ['At noon a girl holds a watercolor', 'At noon: by day'],
  ['A girl reads manga in bed'],
  ['A boy is holding a manga'],
  ['Two boys read old manga'],
  ['Two boys read manga at noon', 'at noon: by day'],
  ['boy reads book beside happy anime girl', 'anime: an anime drawing'],
  ['1girl, anime', 'anime: an anime drawing'],
  // The weather, and what is only called after it.
  ['a snow-covered road'],
  ['a wide shot in rain at dusk', 'a wide shot: a wide shot', 'in rain: in rain', 'at dusk: at sunset'],
  ['Wide shot- a fox', 'Wide shot: a wide shot'],
])('“%s” has the set phrases %j', (text, ...phrases) => {
  expect(found(text)).toEqual(phrases);
});

it('every match has its core in it, which is looked for without looking back', () => {
  const looks = SET_PHRASES.filter(({ match }) => /\(\?<=/.test(match.source));
  expect(looks.length).toBeGreaterThan(3);
  for (const { core } of SET_PHRASES) expect(core.source).not.toMatch(/\(\?<[=!]/);
  const text = 'over the shoulder of a guard, from above, a fox, black and white photo, 2s, at night';
  for (const { match, core } of SET_PHRASES)
    if ([...text.matchAll(match)].length > 0) expect(text).toMatch(core);
});

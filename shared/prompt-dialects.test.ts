import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutDialects } from './prompt-dialects.js';

const tidy = (text: string): string =>
  withoutDialects(text)
    .replace(/\s+/g, ' ')
    .replace(/ ?,[ ,]*/g, ', ')
    .trim();

describe('withoutDialects', () => {
  it.each([
    // Addresses of pictures.
    ['https://s.example/ab_c.png a fox --sref https://s.example/x', ', a fox,'],
    ['a fox (www.example.com/a)', 'a fox (, )'],
    ['a fox, <lora:snow:0.8>, embedding:ice', 'a fox,'],
    // Midjourney.
    ['a fox --no hat, dog --ar 16:9', 'a fox, --ar 16:9'],
    ['a fox --style raw --profile ab12', 'a fox,'],
    ['a fox --style --v 6', 'a fox --style --v 6'],
    ['a no-nonsense fox, no hat', 'a no-nonsense fox, no hat'],
    ['a fox::2 a forest::1 snow::-0.5', 'a fox, a forest,'],
    ['fog::-.5 a fox::2 ice', ', a fox, ice'],
    ['hot:: dog', 'hot, dog'],
    ['std::vector', 'std::vector'],
    // NovelAI.
    ['1.2::red scarf ::, fox', ', red scarf, fox'],
    ['-1::hat::, 2::fox, snow::, ice', ', fox, snow, ice'],
    ['a fox, .5::ice', 'a fox, ice'],
    ['a fox, -2::ice', 'a fox,'],
    // Templates.
    ['a {red|blue} coat', 'a coat'],
    ['a {2$$red|{dark|light} blue} coat', 'a coat'],
    ['{fox}, {{red scarf}}', '{fox}, {{red scarf}}'],
    ['a __colours/warm__ scarf, $' + '{hat=top hat}', 'a scarf,'],
    ['snake_case__and, __', 'snake_case__and, __'],
    // Tags.
    ['artist:ask (askzy), fox', ', fox'],
    ['[artist:wlop], fox', '[, ], fox'],
    ['the artist: a fox', 'the artist: a fox'],
    ['fox, rating:general, score_8_up, source_anime, rating_safe', 'fox, anime,'],
    ['mira \\(some_world\\), fox', 'mira, fox'],
    ['a girl \\(red hair\\) waits', 'a girl, red hair, waits'],
  ])('leaves of “%s” “%s”', (text, left) => {
    expect(tidy(text)).toBe(left);
  });

  it('leaves every word that it leaves where it stood', () => {
    const bits = fc.constantFrom(
      ...['::', '--no ', ' --style raw', '{', '}', '|', '__', '\\(', '\\)', 'https://', '1.2', '-1', '\n'],
      ...[' ', ', ', 'fox', 'artist:', 'score_9', '$' + '{', '[', ']', '.5'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string({ maxLength: 3 }))), (parts) => {
        const text = parts.join('');
        const rest = withoutDialects(text);
        expect(rest).toHaveLength(text.length);
        for (const [at, character] of rest.split('').entries())
          expect([text[at], ' ', ',']).toContain(character);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['{|', '::-', '1::', '__a', '--no ', '\\(', '$' + '{', 'https://'])(
    'reads any number of “%s”',
    (bit) => {
      expect(withoutDialects(bit.repeat(5_000))).toHaveLength(bit.length * 5_000);
    },
  );
});

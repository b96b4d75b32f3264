/** What tools of single kinds write into a prompt that shows nothing, or leaves open what is shown; character for character. */

import { type Blanking, blank, blanked } from './blanked.js';
import { NETWORK, NUMBER } from './prompt-syntax.js';

/** In this order. */
const SYNTAX: Blanking = [
  [new RegExp(NETWORK.source, 'giu'), 'gap'],
  // Midjourney: what is not wanted, what follows a parameter, and parts that count against the picture.
  [/(?<!\S)--no(?=\s)(?:(?! --)[^\n])*/giu, 'pause'],
  [/(?<!\S)--(?:style|sref|cref|oref|p|profile|personalize)\s+(?!--)[^\s,]+/giu, 'pause'],
  [/(?:https?:\/\/|www\.)[^\s,"”)\]}]+/giu, 'pause'],
  // NovelAI: "1.2::red scarf::", and below none what is kept out.
  [new RegExp(String.raw`(?<![\p{L}\d:.])-${NUMBER}::(?:(?!::)[^\n])*(?:::)?`, 'gu'), 'pause'],
  [new RegExp(String.raw`(?<=^|[\s,({\[|])-?${NUMBER}::`, 'gu'), 'pause'],
  // Midjourney: "a fox::2 snow::-0.5".
  [new RegExp(String.raw`(?<=^|::${NUMBER}?\s)[^:\n]*::\s?-${NUMBER}`, 'gu'), 'pause'],
  [new RegExp(String.raw`::(?:-?${NUMBER})?(?!\S)|::(?=\s*,|\s*$)`, 'gu'), 'pause'],
  // Templates that nothing was put in for: which of them it became, nobody knows.
  [/\$\{[^{}\n]*\}|__(?=[^\s_])[\p{L}\d_*./-]{1,80}?__(?![\p{L}\d_])/gu, 'gap'],
  // Tags of where a picture is from, and for whom: "artist:wlop", "rating:general", "source_anime".
  [
    /(?<![\p{L}\d])(?:artists?|rating|score|copyright|series|meta):(?=\S)[^,|\n()\]}]*(?:\([^()\n]*\))?/giu,
    'pause',
  ],
  [/(?<![\p{L}\d])(?:rating|score)_[\p{L}\d_]+/giu, 'pause'],
  [/(?<![\p{L}\d])source_(?=\p{L})/giu, 'gap'],
  // "saber \(fate\)": whose world it is from.
  [/\\\([\p{L}\d_:/'.!-]{1,40}\\\)/gu, 'gap'],
  [/\\[()]/gu, 'pause'],
];

/** "{red|blue}", one in another too, with how many are taken: "{2$$red|blue}". Curly brackets without a bar only weigh. */
const ALTERNATIVES = /\{[^{}|\n]*\|[^{}\n]*\}/gu;

/** As long as before. */
export function withoutDialects(prompt: string): string {
  let text = blanked(prompt, SYNTAX);
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(ALTERNATIVES, ({ length }) => blank(length));
  }
  return text;
}

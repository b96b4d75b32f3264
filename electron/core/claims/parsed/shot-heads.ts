/** Short forms of shot lists, in capitals: "OTS - a girl", "MS of a fox". */
import { wordTable } from '@shared/word-table.js';
import type { Found } from '../find-set-phrases.js';

const SHORT = wordTable<string>({
  ECU: 'an extreme close-up',
  XCU: 'an extreme close-up',
  CU: 'a close-up',
  MCU: 'a medium close-up',
  MS: 'a medium shot',
  MLS: 'a medium wide shot',
  MWS: 'a medium wide shot',
  LS: 'a wide shot',
  WS: 'a wide shot',
  EWS: 'an extreme wide shot',
  ELS: 'an extreme wide shot',
  OTS: 'an over-the-shoulder shot',
});

/** Characters [start, end) of what scripts call a place by, in capitals: "GYM" of "INT. GYM - DAY". */
export const placesInHeads = (text: string): (readonly [number, number])[] =>
  [
    ...text.matchAll(
      /(?<!\p{L})(?:INT|EXT)\.?(?:\/(?:INT|EXT)\.?)?\s+(?<place>\p{Lu}[\p{Lu}' -]*?)(?=\s*(?:[.,:;(/\n–—]|\s-|$))/dgu,
    ),
  ].flatMap(({ indices }) => (indices?.groups?.place ? [indices.groups.place] : []));

/** Where they stand, each as the set phrase it is short for. */
export function shotHeadsIn(text: string): Found[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,3}(?![\p{L}\p{N}])(?: of(?!\p{L}))?/gu)].flatMap(
    (match) => {
      const value = SHORT[match[0].replace(' of', '')];
      const start = match.index;
      return value === undefined
        ? []
        : [
            {
              phrase: { kind: 'framing' as const, text: value },
              start,
              end: start + match[0].length,
            },
          ];
    },
  );
}

/** Words that only lead to a quotation: what is said is a claim of its own, and that it is said shows nowhere. */

type Span = readonly [number, number];

const SPEAKING =
  'says?|said|saying|asks?|asked|repl(?:y|ies|ied)|answers?|answered|calls?|called|exclaims?|exclaimed|cries|cried|thinks?|adds?|tells?|told|shouts?|yells?|murmurs?';
const BEFORE = new RegExp(
  `(?:,?\\s*(?:(?:that|which|who) )?(?:${SPEAKING}|reads?|reading|labell?ed|titled|named|spelling|spells)(?: out)?|(?:,?\\s*with )?(?:the )?(?:words?|text|letters|title|inscription|caption|slogan))[\\s:,]*$`,
  'iu',
);
const BEHIND = new RegExp(
  `^(?:[\\s,]*(?:${SPEAKING})(?!\\p{L})|\\s*(?:is |are )?(?:written|painted|printed|engraved|carved|stamped|drawn|embroidered) (?:on|in|across|over|above) (?:it|them|top)(?!\\p{L}))`,
  'iu',
);
const blank = (all: string): string => ' '.repeat(all.length);

/** `text` with its quotations blank, `spans` where they stood; as long as before. */
export function withoutSaying(text: string, spans: readonly Span[]): string {
  let rest = text;
  for (const [start, end] of spans)
    rest = `${rest.slice(0, start).replace(BEFORE, blank)}${rest.slice(start, end)}${rest.slice(end).replace(BEHIND, blank)}`;
  return rest;
}

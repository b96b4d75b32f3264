/** Where set phrases stand in a text. */
import { matchesOf } from './matches.js';
import { SET_PHRASES, type SetPhrase, smallLetters } from './set-phrases.js';

/** Characters [start, end) of the text. */
export interface Found {
  readonly phrase: Pick<SetPhrase, 'kind' | 'text'>;
  readonly start: number;
  readonly end: number;
}

const PICTURE = /(?:portrait|painting|drawing|photograph|photo|sketch|illustration)s?$/;
/** What follows a picture that is one of the things seen: not "on canvas", which says how it is made. */
const HANGING = /^ (?:on(?! (?:canvas|paper|film|wood)\b)|above|over|hang(?:s|ing)?|lean(?:s|ing)?) /;
const READING = /(?:read|watch|draw|hold)(?:s|es|ing)? (?:\p{L}+ )?$/u;

/** Words for how a picture is made count only where a picture is spoken of, not for a painting somebody holds. */
function speaksOfThePicture(text: string, match: string, start: number, found: readonly Found[]): boolean {
  if (/^(?:in|as|painted|drawn|rendered|made|done|illustrated|with) /i.test(match)) return true;
  // "a happy anime girl", and not what somebody reads.
  if (/^(?:anime|manga)$/i.test(match)) return !READING.test(text.slice(0, start));
  const behind = text.slice(start + match.length);
  // "portrait on wall".
  if (PICTURE.test(match) && HANGING.test(behind)) return false;
  // "A painting of a ship hangs on the wall": one in the picture.
  const rest = behind.replace(/[.!?;\n].*/s, '');
  if (
    / of$/.test(match) &&
    /\s(?:hangs?|leans?) (?:\p{L}+ )?(?:on|over|above|in|beside|next|between|behind|against)\s/u.test(rest)
  )
    return false;
  const before = text.slice(0, start).trimEnd();
  return before === '' || /[,.;:!?|()\n–—-]$/.test(before) || found.some((one) => one.end === before.length);
}

/** From left to right, none in another. */
export function findSetPhrases(text: string): Found[] {
  const found: Found[] = [];
  const small = smallLetters(text);
  for (const phrase of SET_PHRASES) {
    if (!phrase.core.test(small)) continue;
    for (const match of matchesOf(small, phrase.match)) {
      const start = match.index;
      const end = start + match[0].length;
      // "a snow-covered road": no weather.
      if (phrase.kind === 'weather' && text[end] === '-') continue;
      if (found.some((one) => start < one.end && one.start < end)) continue;
      if (phrase.kind === 'style' && phrase.text && !speaksOfThePicture(text, match[0], start, found))
        continue;
      found.push({ phrase, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

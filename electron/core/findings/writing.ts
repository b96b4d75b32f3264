/** Writing in a picture that nothing asks for, and marks that somebody put over it. */
import type { Writing } from '@shared/analysis.js';
import { editDistance } from '@shared/edit-distance.js';
import { asSeen, lettersIn } from '@shared/letters.js';
import { overlapOf } from '@shared/overlap.js';
import type { Region } from '@shared/records/index.js';

/** Fewer letters, or letters less sure, are read into pictures without any (`npm run bench:writing`). */
const LEAST_LETTERS = 3;
const LEAST_SURE = 0.8;

/** Lines that are writing beyond doubt. A row of one letter is a fence. */
export const legible = (lines: readonly Writing[]): Writing[] =>
  lines.filter(({ text, confidence }) => {
    const letters = lettersIn(text);
    return letters.length >= LEAST_LETTERS && new Set(letters).size > 1 && confidence >= LEAST_SURE;
  });

/** Shares of the picture: how near to its upper or lower edge, and to the left or right one, a mark's middle lies, and how high it is. */
const BAND = 0.12;
const SIDE = 0.3;
const HIGHEST = 0.07;

/** Small, in a corner. */
export function isInCorner({ region }: Pick<Writing, 'region'>): boolean {
  const { x, y, width, height } = region;
  const [across, down] = [x + width / 2, y + height / 2];
  return height <= HIGHEST && (down < BAND || down > 1 - BAND) && (across < SIDE || across > 1 - SIDE);
}

/** Overlap from which on two lines stand at the same place, and the share of letters that may differ. */
const SAME_PLACE = 0.4;
const MISREAD = 0.34;

/** A line as it is compared with those of all other shots. */
export interface Mark {
  readonly region: Region;
  readonly letters: string;
}

export const markOf = ({ region, text }: Writing): Mark => ({ region, letters: asSeen(text) });

export const isSameMark = (one: Mark, other: Mark): boolean =>
  overlapOf(one.region, other.region) >= SAME_PLACE &&
  editDistance(one.letters, other.letters) <= MISREAD * one.letters.length;

/** Words that ask for writing. */
const ASKS =
  /[“”"«»]|\b(?:sign(?:s|boards?|posts?|age)?|letters?|letter(?:ing|ed)|words?|text|writ(?:es?|ing|ten)|wrote|captions?|captioned|subtitles?|(?:inter)?titles?|credits?|logos?|logotypes?|labels?|labelled|labeled|banners?|billboards?|graffiti|inscri\w+|engrav\w+|tattoos?|plaques?|name ?plates?|licen[cs]e plates?|typograph\w*|speech bubbles?|says|saying|reads|signature|signed|watermark\w*)\b/i;
/** Where writing belongs, said or not. It ends with no `\b`, which takes the é of “café” for no letter. */
const BEARS =
  /\b(?:posters?|newspapers?|magazines?|books?|pages?|comics?|menus?|maps?|scrolls?|diar(?:y|ies)|notes?|notebooks?|postcards?|envelopes?|documents?|papers?|certificates?|(?:black|chalk|white)boards?|screens?|monitors?|phones?|laptops?|computers?|tvs?|televisions?|neon|numbers?|prices?|shops?|shopfronts?|stores?|storefronts?|caf[eé]s?|restaurants?|bakery|bakeries|hotels?|bars?|pubs?|markets?|stations?|streets?|cit(?:y|ies)|town|downtown|adverts?|advertis\w+|packag\w+|bottles?|cans?|box(?:es)?|shirts?|t-?shirts?|jerseys?|flags?|clocks?|watch(?:es)?|calendars?|cars?|trucks?|bus(?:es)?|vans?|taxis?|trains?|trams?|ships?|boats?|planes?|aircrafts?|rockets?|school|classroom|office|library|museum|airport|stadium|subway|metro|uniforms?|badges?|coins?|banknotes?|cards?|tombstones?|graves?|gravestones?|typewriters?|keyboards?|reading)(?!\w)/i;

/** What the words of a picture say of writing in it: that there is some, that there may be, or nothing. */
export const writingAskedBy = (words: string): 'asked' | 'likely' | null =>
  ASKS.test(words) ? 'asked' : BEARS.test(words) ? 'likely' : null;

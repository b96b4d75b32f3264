/** Text in an encoding from before Unicode, told by what it comes to: spreadsheets of many countries still save in them. */

/** A text of western letters has them one by one among ASCII; other scripts write whole words beyond it. */
const FEWEST_BESIDE = 0.5;
/** Of what is beyond ASCII, how much must be letters and signs of the script. */
const MOSTLY = 0.9;
/** Bytes that are looked at, to the end of a line. */
const LOOKED_AT = 64 * 1024;
/** Characters beyond ASCII; of fewer nothing is told. */
const FEWEST = 4;

/** Punctuation of these scripts and of any. */
const SIGNS = /[\u3000-\u303f\uff00-\uffef\u2010-\u2027]/g;
const HAN = /\p{sc=Han}/gu;
const JAPANESE = {
  letters: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}ー]/gu,
  sure: /[\p{sc=Hira}\p{sc=Kana}ー]/gu,
  least: 0.2,
};
/** Words that every Chinese text is full of, as each side of the sea writes them. */
const USUAL_CHINESE = {
  gb18030: /[的一是在不了有和人这中大为上个国们来时对发说里着]/g,
  big5: /[的一是在不了有和人這中大為上個國們來時對發說裡著]/g,
} as const;

/** In this order; `least`: how much of it must be `sure`, which no text in another of these encodings is full of. */
const SCRIPTS: readonly {
  readonly encoding: string;
  readonly letters: RegExp;
  readonly sure: RegExp;
  readonly least: number;
}[] = [
  { encoding: 'windows-1251', letters: /\p{sc=Cyrillic}/gu, sure: /[а-яё]/g, least: 0.6 },
  { encoding: 'shift_jis', ...JAPANESE },
  { encoding: 'euc-jp', ...JAPANESE },
  { encoding: 'euc-kr', letters: /\p{sc=Hang}/gu, sure: /\p{sc=Hang}/gu, least: 0.6 },
];

/** The name of its encoding; null where it is none of these, as text in western letters. `whole` is no Unicode. */
export function olderEncoding(whole: Uint8Array): string | null {
  const bytes = whole.length <= LOOKED_AT ? whole : whole.subarray(0, lineEnd(whole.subarray(0, LOOKED_AT)));
  if (shareBeside(bytes) < FEWEST_BESIDE) return null;
  for (const { encoding, letters, sure, least } of SCRIPTS) {
    const beyond = beyondAscii(bytes, encoding, letters);
    if (beyond !== null && count(beyond, sure) >= beyond.length * least) return encoding;
  }
  const [best] = (['gb18030', 'big5'] as const)
    .flatMap((encoding) => {
      const beyond = beyondAscii(bytes, encoding, HAN);
      return beyond === null ? [] : [{ encoding, usual: count(beyond, USUAL_CHINESE[encoding]) }];
    })
    .sort((a, b) => b.usual - a.usual);
  return best?.encoding ?? null;
}

const lineEnd = (bytes: Uint8Array): number => bytes.lastIndexOf(0x0a) + 1 || bytes.length;

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** What is beyond ASCII. Null where these bytes cannot be so encoded, or too little of it is `letters` and signs. */
function beyondAscii(bytes: Uint8Array, encoding: string, letters: RegExp): string | null {
  let beyond: string;
  try {
    beyond = new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/[\0-\x7f]+/g, '');
  } catch {
    return null;
  }
  const isScript = count(beyond, letters) + count(beyond, SIGNS) >= beyond.length * MOSTLY;
  return isScript && beyond.length >= FEWEST ? beyond : null;
}

/** Of the bytes beyond ASCII, how many stand beside another. */
function shareBeside(bytes: Uint8Array): number {
  const isHigh = (at: number): boolean => (bytes[at] ?? 0) >= 0x80;
  let high = 0;
  let beside = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (!isHigh(at)) continue;
    high++;
    if (isHigh(at - 1) || isHigh(at + 1)) beside++;
  }
  return high === 0 ? 0 : beside / high;
}

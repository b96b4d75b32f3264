/** Text of others as it may be shown: what moves a cursor, hides, or turns the order of letters round is written out. */

const written = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** For what somebody says yes to: nothing in it is invisible or looks like a space that is none. One line. */
export const visible = (text: string): string =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu, written);

/** For a terminal: no control character but the ends of lines and tabs. Joined emoji and accents stay as they are. */
export const forTerminal = (text: string): string =>
  text.replace(/(?![\n\t])\p{Cc}|[\p{Bidi_Control}\p{Cs}\p{Zl}\p{Zp}]/gu, written);

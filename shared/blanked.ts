/** Text that is blanked out of another, character for character, so that places in it stay. */

/** `length`: characters. */
export const blank = (length: number): string => ' '.repeat(length);
/** A pause where something was: what stands on both sides of it belongs together no more. */
export const pause = (length: number): string => (length > 0 ? `,${blank(length - 1)}` : '');

/** Each with what it leaves: a space ('gap') or a pause. */
export type Blanking = readonly (readonly [pattern: RegExp, leaves: 'gap' | 'pause'])[];

/** Without all that the patterns match, one after the other; as long as before. */
export function blanked(text: string, blanking: Blanking): string {
  let rest = text;
  for (const [pattern, leaves] of blanking)
    rest = rest.replace(pattern, ({ length }) => (leaves === 'gap' ? blank(length) : pause(length)));
  return rest;
}

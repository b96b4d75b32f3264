/** How pictures find their shots where the artist says it. */
import { z } from 'zod';
import { type PatternPart, parsePattern, problemTold } from './pattern.js';

const matchPattern = z.string().superRefine((text, context) => {
  const parsed = parsePattern(text);
  if ('problem' in parsed) context.addIssue({ code: 'custom', message: problemTold(parsed.problem) });
});

export const matchChoice = z.strictObject({
  /** See pattern.ts; null = the names are read as they are. */
  pattern: matchPattern.nullable(),
  /** By path of a picture: the shot that it shows, as `shotNames` has it; null = it is left out. */
  pictures: z.record(z.string(), z.string().nullable()),
  /** By header of a shot list's column: what it is read as; null = it is not read. */
  columns: z.record(z.string(), z.string().nullable()),
  /** The numbers in the names are known not to be the shots': by them, no further picture is matched. */
  otherNumbers: z.boolean(),
});
export type MatchChoice = z.infer<typeof matchChoice>;

export const NO_CHOICE: MatchChoice = { pattern: null, pictures: {}, columns: {}, otherNumbers: false };

/** What is said now, over what was said before. A pattern begins anew: single pictures would count before it. */
export const joined = (before: MatchChoice, now: MatchChoice): MatchChoice => ({
  pattern: now.pattern ?? before.pattern,
  pictures: now.pattern === null ? { ...before.pictures, ...now.pictures } : now.pictures,
  columns: { ...before.columns, ...now.columns },
  otherNumbers: now.otherNumbers || (now.pattern === null && before.otherNumbers),
});

/**
 * What is said where it was shown what was said before, and can be put otherwise. With another pattern all begins anew but
 * the columns: what was put by hand before would count before it.
 */
export const saidOver = (
  before: MatchChoice,
  { pattern, pictures, columns }: Omit<MatchChoice, 'otherNumbers'>,
): MatchChoice => {
  const isSame = pattern === before.pattern;
  return {
    pattern,
    pictures: isSame ? { ...before.pictures, ...pictures } : pictures,
    columns: { ...before.columns, ...columns },
    otherNumbers: isSame && before.otherNumbers,
  };
};

/** Null where there is none. */
export function patternIn({ pattern }: MatchChoice): readonly PatternPart[] | null {
  const parsed = pattern === null ? null : parsePattern(pattern);
  return parsed && 'parts' in parsed ? parsed.parts : null;
}

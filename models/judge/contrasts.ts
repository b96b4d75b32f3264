import type { Question } from './judge.js';

/** Whoever says this much of an opposite says yes to it: the others need not be asked. */
const YES = 0.5;

export const asksContrasts = ({ contrasts = [], contrastBelow = 0 }: Question, p: number): boolean =>
  contrasts.length > 0 && p < contrastBelow;

/**
 * P(yes) of the likeliest opposite of a claim that got `p`, 0–1: one after the other until one is said yes to. Undefined
 * where none is to be asked. `ask`: P(yes) of a text, null where the judge declines it.
 */
export async function contrastOf(
  question: Question,
  p: number,
  ask: (text: string) => Promise<number | null>,
): Promise<number | undefined> {
  if (!asksContrasts(question, p)) return undefined;
  let likeliest: number | undefined;
  for (const text of question.contrasts ?? []) {
    const said = await ask(text);
    if (said !== null) likeliest = Math.max(likeliest ?? 0, said);
    if ((likeliest ?? 0) >= YES) break;
  }
  return likeliest;
}

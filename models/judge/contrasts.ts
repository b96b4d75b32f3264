import type { Question } from './judge.js';

/** Whoever says this much of an opposite says yes to it: the others need not be asked. */
const YES = 0.5;

export const asksContrasts = ({ contrasts = [], contrastBelow = 0 }: Question, p: number): boolean =>
  contrasts.length > 0 && p < contrastBelow;

/**
 * P(yes) of the likeliest opposite of each claim that got `p`, 0–1: one after the other until one is said yes to, and the
 * next ones of all claims together. Undefined where none is to be asked. `ask`: P(yes) of each, null where the judge
 * declines it.
 */
export async function contrastsOf(
  claims: readonly { readonly question: Question; readonly p: number | null }[],
  ask: (questions: readonly Question[]) => Promise<readonly (number | null)[]>,
): Promise<(number | undefined)[]> {
  const likeliest = claims.map((): number | undefined => undefined);
  for (let round = 0; ; round++) {
    const open = claims.flatMap(({ question, p }, at) => {
      const text = question.contrasts?.[round];
      const isOpen = p !== null && asksContrasts(question, p) && (likeliest[at] ?? 0) < YES;
      return isOpen && text !== undefined ? { at, question: { ...question, text } } : [];
    });
    if (open.length === 0) return likeliest;
    const said = await ask(open.map(({ question }) => question));
    for (const [i, { at }] of open.entries()) {
      const p = said[i] ?? null;
      if (p !== null) likeliest[at] = Math.max(likeliest[at] ?? 0, p);
    }
  }
}

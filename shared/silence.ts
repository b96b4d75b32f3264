/** What the judge said nothing of: never to be taken for a frame that passed. */
import type { Outcome, Verdict } from './analysis.js';

type Said = Pick<Verdict, 'outcome' | 'reason'>;

const isSilent = ({ outcome }: { readonly outcome: Outcome }): boolean => outcome === 'not-judged';

/** Share of the claims that the judge said anything of, 0–1; 0 where nothing was asked. */
export const judgedShare = (verdicts: readonly Said[]): number =>
  verdicts.length === 0 ? 0 : verdicts.filter((verdict) => !isSilent(verdict)).length / verdicts.length;

/** Why nothing at all was said of a frame of which something was asked; null where anything was, or nothing was asked. */
export function silenceOf(verdicts: readonly Said[]): string | null {
  if (verdicts.length === 0 || !verdicts.every(isSilent)) return null;
  const [first = ''] = new Set(verdicts.map(({ reason }) => reason));
  const others = verdicts.some(({ reason }) => reason !== first);
  return others ? `${first}, and for other reasons` : first;
}

/** What the interface shows of an ensemble before it is loaded. */
import { ENSEMBLE_JUDGE } from '../library/index.js';

interface MemberInfo {
  readonly id: string;
  readonly name: string;
  readonly licence: string;
  readonly limits: readonly string[];
  readonly ready: boolean;
}

/**
 * Of the members that are named, among the judges there are. Null when fewer than two of them are ready: there is
 * nothing to choose then. Ready when all of them are.
 */
export function ensembleJudgeInfo(
  named: readonly string[],
  judges: readonly MemberInfo[],
): { id: string; name: string; licence: string; limits: string[]; ready: boolean } | null {
  const ids = [...new Set(named)];
  const members = ids.flatMap((id) => judges.find((judge) => judge.id === id) ?? []);
  if (members.filter(({ ready }) => ready).length < 2) return null;
  const unknown = ids.filter((id) => !members.some((member) => member.id === id));
  return {
    id: ENSEMBLE_JUDGE,
    name: joined(members.map(({ name }) => name)),
    licence: joined(members.map(({ licence }) => licence)),
    limits: [...unknown.map((id) => `No judge is called “${id}”.`), ...limitsOf(members)],
    ready: unknown.length === 0 && members.every(({ ready }) => ready),
  };
}

/** Each member's limits, with whose they are. */
export const limitsOf = (members: readonly Pick<MemberInfo, 'name' | 'limits'>[]): string[] =>
  members.flatMap(({ name, limits }) => limits.map((limit) => `${name}: ${limit}`));

/** Each once: “A and B”, “A, B and C”. */
export function joined(words: readonly string[]): string {
  const once = [...new Set(words)];
  const last = once.at(-1) ?? '';
  return once.length < 2 ? last : `${once.slice(0, -1).join(', ')} and ${last}`;
}

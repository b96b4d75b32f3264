import { isHintKey } from '@shared/hint.js';
import { dismissedBy, type Records, type Shot } from '@shared/records/index.js';

/** What a prompt is read beside, to say what may be wrong with it. */
export type Ground = Pick<Records, 'shot' | 'fact' | 'decision'>;

/** Of a shot. Its note and its stars say nothing of prompts. */
const READ: readonly (keyof Shot)[] = [
  'position',
  'number',
  'scene',
  'description',
  'prompt',
  'pickId',
  'omitted',
];
/** Where it is asked about what is suggested: whether the shot takes part in that. */
const READ_OF_SUGGESTED: readonly (keyof Shot)[] = [...READ, 'status'];

/** The tables are the same objects. */
export const isUntouched = (before: Ground, after: Ground): boolean =>
  before.shot === after.shot && before.fact === after.fact && before.decision === after.decision;

/** Whether hints on one are hints on the other. `suggested`: they are about the prompts that are suggested. */
export const saysTheSame = (before: Ground, after: Ground, suggested: boolean): boolean =>
  before.fact === after.fact &&
  isAlike(before.shot, after.shot, (a, b) =>
    (suggested ? READ_OF_SUGGESTED : READ).every((field) => a?.[field] === b?.[field] && !a === !b),
  ) &&
  isAlike(before.decision, after.decision, (a, b) => dismissedHint(a) === dismissedHint(b));

const dismissedHint = (decision: Records['decision'][string] | undefined): string | null => {
  const key = decision ? dismissedBy(decision) : null;
  return key !== null && isHintKey(key) ? `${decision?.shotId} ${key}` : null;
};

/** Of rows that are in one of the two tables and not, as the same object, in the other. */
function isAlike<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  isSame: (a: T | undefined, b: T | undefined) => boolean,
): boolean {
  if (before === after) return true;
  for (const id in after) if (before[id] !== after[id] && !isSame(before[id], after[id])) return false;
  for (const id in before) if (after[id] === undefined && !isSame(before[id], undefined)) return false;
  return true;
}

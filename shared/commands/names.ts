import { type Records, shotsInOrder } from '../records/index.js';

/** A longer list is told as a number. */
const NAMED = 5;

/** "shot 3", "12 shots": what a command is about, for its label. */
export function shotsTold(shotIds: readonly string[], records: Records): string {
  const [only] = shotIds;
  if (only === undefined) return 'the storyboard';
  return shotIds.length > 1 ? `${shotIds.length} shots` : `shot ${records.shot[only]?.number ?? '?'}`;
}

/** "shots 3, 7 and 9", in story order; many are counted. */
export function namesOf(shotIds: readonly string[], records: Records): string {
  const named = shotsInOrder(records).filter(({ id }) => shotIds.includes(id));
  if (named.length < 2 || named.length > NAMED) return shotsTold(shotIds, records);
  const numbers = named.map(({ number }) => number);
  return `shots ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

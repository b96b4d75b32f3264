import { type Records, shotsInOrder } from '../records/index.js';

/** A longer list is told as a number. */
const NAMED = 5;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

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
  return `shots ${listed(named.map(({ number }) => number))}`;
}

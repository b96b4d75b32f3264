import { randomUUID } from 'node:crypto';
import type { BrandProfile } from '@shared/brand.js';
import type { SentCommand, Single } from '@shared/commands/index.js';
import { MOST_EXAMPLES, NO_BRAND, type Records, sameValue } from '@shared/records/index.js';
import { inputAt } from '../input.js';
import { isProfile, profileIn } from './read.js';

/** The storyboard that is open, as an application has it. Its `board` throws NO_STORYBOARD. */
interface OpenBoard {
  readonly board: { readonly review: { readonly records: Records } };
  run(sent: SentCommand): unknown;
}

/**
 * Takes the examples of a file into the review, as one step of undo. Returns what the artist is told; null where the file
 * holds no brand style. Throws OPEN_FAILED, BAD_FILE, PROFILE_DIFFERS, NO_STORYBOARD and what a command throws.
 */
export async function takeInProfile(path: string, open: OpenBoard): Promise<string[] | null> {
  const input = await inputAt(path);
  if (!(await isProfile(input))) return null;
  const profile = profileIn(input.name, await input.text());
  const { commands, told } = addedFrom(profile, open.board.review.records);
  if (commands.length > 0)
    open.run({ id: randomUUID(), at: Date.now(), command: { type: 'bulk', commands } });
  return told;
}

/** What is there already does not come twice; a name that the artist gave stays. */
export function addedFrom(
  { name, features, examples }: BrandProfile,
  records: Records,
): { commands: Single[]; told: string[] } {
  const there = Object.values(records.styleExample);
  const fresh = examples.filter(
    ({ on, style }) =>
      !there.some((one) => one.on === on && one.outside && sameValue(one.outside.features.style, style)),
  );
  const room = Math.max(0, MOST_EXAMPLES - there.length);
  const taken = fresh.slice(0, room);
  const count = (on: boolean) => taken.filter((one) => one.on === on).length;
  const commands: Single[] = taken.map(({ on, name, preview, style, tower }) => ({
    type: 'add-style-example',
    on,
    outside: { name, preview, features: { ...features, style, tower } },
  }));
  const known = records.brand.brand ?? NO_BRAND;
  if (taken.length > 0 && known.name === '' && name !== '')
    commands.push({ type: 'set-brand', name, flags: known.flags });
  const left = [
    ...(fresh.length < examples.length ? [`There already: ${examples.length - fresh.length}.`] : []),
    ...(taken.length < fresh.length ? [`No room for ${fresh.length - taken.length} more.`] : []),
  ];
  const what = name ? `the brand style “${name}”` : 'a brand style';
  const summary =
    taken.length > 0
      ? `Examples of ${what} added: ${count(true)} on it and ${count(false)} off it.`
      : `No example of ${what} was added.`;
  return { commands, told: [summary, ...left] };
}

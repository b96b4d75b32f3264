/** What an artist says with one key is malformed in a picture: a reason of its rejection, and words for the next one. */
import { type Decision, inDecisionOrder } from './records/index.js';

export interface Tag {
  readonly id: string;
  /** As the decision keeps it. */
  readonly reason: string;
  /** For the negative prompt. */
  readonly unwanted: string;
  /** For the prompt of a model that has no negative one; null where naming it would bring it. */
  readonly wanted: string | null;
}

/** In the order of their keys. */
export const TAGS: readonly Tag[] = [
  {
    id: 'hands',
    reason: 'Malformed hands',
    unwanted: 'malformed hands, extra fingers',
    wanted: 'well-formed hands with five fingers',
  },
  { id: 'face', reason: 'Malformed face', unwanted: 'deformed face', wanted: 'a well-formed face' },
  { id: 'text', reason: 'Stray text', unwanted: 'text, watermark', wanted: null },
  { id: 'artifact', reason: 'Artifacts', unwanted: 'artifacts, glitches', wanted: null },
];

type Rejection = Pick<Decision, 'id' | 'at' | 'order' | 'kind' | 'takeId' | 'reason'>;

/** What was said of this take, in the order of the tags; nothing of what was said before its shot was set back. */
export function tagsOf(decisions: readonly Rejection[], takeId: string | null): Tag[] {
  const said = new Set<string>();
  for (const { kind, takeId: of, reason } of [...decisions].sort(inDecisionOrder)) {
    if (kind === 'reset') said.clear();
    if (kind === 'reject' && of !== null && of === takeId) said.add(reason);
  }
  return TAGS.filter(({ reason }) => said.has(reason));
}

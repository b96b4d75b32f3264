/** Words that a graph puts together of several parts, and what becomes of each. */
import type { ApiGraph } from '@core/metadata/index.js';
import type { Nodes, Slot } from './links.js';

export type Origin = NonNullable<ApiGraph['read']>['origins'][number];

/**
 * A text may be put together of several parts. What only one of them changes stays with it; else all of it goes into the
 * longest, and the others become empty. Inputs of the same node that hold the same words get the same.
 */
export function partsOf(
  nodes: Nodes,
  origins: readonly Origin[],
  before: string,
  after: string,
): { slot: Slot; text: string }[] {
  const byLength = [...origins].sort((a, b) => b.value.length - a.value.length);
  const [longest] = byLength;
  if (!longest) return [];
  const alone = byLength.find((part) => replaced(part.value, before, after) !== null);
  return origins.flatMap((part) => {
    const words = alone
      ? part === alone
        ? (replaced(part.value, before, after) ?? '')
        : part.value
      : part === longest
        ? after
        : '';
    const id = part.node?.id ?? '';
    const inputs = nodes[id]?.inputs ?? {};
    const same = Object.keys(inputs).filter((input) => inputs[input] === inputs[part.input]);
    return same.map((input) => ({ slot: { id, input }, text: words }));
  });
}

/** What a part of `before` has to become so that all of it becomes `after`; null where it takes more than that. */
function replaced(part: string, before: string, after: string): string | null {
  const at = before.indexOf(part.trim());
  if (at < 0) return null;
  const [head, tail] = [before.slice(0, at), before.slice(at + part.trim().length)];
  if (!after.startsWith(head) || !after.endsWith(tail) || after.length < head.length + tail.length)
    return null;
  return after.slice(head.length, after.length - tail.length);
}

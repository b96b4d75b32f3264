import { byName } from '../natural-order.js';
import { lastWordOf, readName } from './read-name.js';
import { isVersionOf } from './words.js';

/**
 * Which of the pictures of one shot counts by its name: the latest version or take, `_v002` after `_v001` and after no
 * version at all. Of those that say the same, and where no name says any, the first one. 0 for none.
 */
export function latestVersion(paths: readonly string[]): number {
  const versions = paths.map(versionOf);
  return versions.reduce((best, one, at) => (compare(one, versions[best] ?? []) > 0 ? at : best), 0);
}

/** The numbers of its versions as in the name: "2", "3" of `v2_take3`. Those of a batch or of a variant are none. */
function versionOf(path: string): string[] {
  return readName(path).fields.flatMap(({ role, written, key }) => {
    const label = /(\p{L}+)[^\p{L}\p{N}]*\p{N}/u.exec(written)?.[1] ?? '';
    return role === 'take' && isVersionOf(lastWordOf(label)) ? [key] : [];
  });
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [at, one] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    const order = byName(one, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

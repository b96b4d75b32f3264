/** Which shot of a storyboard is which after its source changed. */
import { groupBy } from '../group-by.js';
import { type Records, type Shot, shotsInOrder, takesOf } from '../records/index.js';
import { ownIdOf } from './own-id.js';

type Board = Pick<Records, 'shot' | 'take'>;

/**
 * From shots of `source` to those of `before`, by id. A shot is the one under whose id it was exported; else the one that says
 * the same; else the one whose pictures are the same; else the one of the same number. `before`: shots as their source described them then. One that
 * the artist put in is the source's only where it says the same: its number alone may be anybody's.
 */
export function pairShots(before: Board, source: Board): Map<string, string> {
  const pairs = new Map<string, string>();
  const paired = new Set<string>();
  const all = shotsInOrder(before);
  const [read, own] = [all.filter(({ added }) => !added), all.filter(({ added }) => added)];
  const now = shotsInOrder(source);
  const pair = (
    keyOf: (shot: Shot, board: Board) => string | null,
    mustBeOne: boolean,
    old: readonly Shot[] = read,
  ): void => {
    const open = (shots: readonly Shot[], isOpen: (id: string) => boolean, board: Board) => {
      const keyed = shots
        .filter(({ id }) => isOpen(id))
        .map((shot) => ({ id: shot.id, key: keyOf(shot, board) }));
      return groupBy(
        keyed.filter(({ key }) => key !== null),
        ({ key }) => key,
      );
    };
    const left = open(old, (id) => !paired.has(id), before);
    for (const [key, news] of open(now, (id) => !pairs.has(id), source)) {
      const olds = left.get(key) ?? [];
      if (mustBeOne && (olds.length !== 1 || news.length !== 1)) continue;
      for (const [at, { id }] of news.entries()) {
        const other = olds[at];
        if (!other) break;
        pairs.set(id, other.id);
        paired.add(other.id);
      }
    }
  };
  const words = ({ description }: Shot) => description.trim() || null;
  const numbered = ({ number, scene }: Shot) => JSON.stringify([number, scene]);
  pair(({ id }, board) => ownIdOf(id) ?? (board === source ? null : id), true, all);
  pair((shot) => JSON.stringify([numbered(shot), shot.description]), false, all);
  pair(words, true);
  pair(({ id }, board) => {
    const pictures = takesOf(board, id).flatMap(({ origin, sha256 }) =>
      origin.kind === 'imported' ? sha256 : [],
    );
    return pictures.length > 0 ? pictures.sort().join() : null;
  }, true);
  pair(numbered, false);
  pair(({ number }) => number, false);
  pair(words, true, own);
  return pairs;
}

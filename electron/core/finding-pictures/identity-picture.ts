/** Somebody as they are seen here, beside themselves where they look as mostly. */
import type { Finding } from '@shared/analysis.js';
import type { FindingPicture } from '@shared/finding-picture.js';
import type { Take } from '@shared/records/index.js';
import { nameOf, referenceOf } from './claim-picture.js';
import type { PicturedBoard } from './pictured-board.js';
import { otherSide, ownSide } from './sides.js';

export function identityPicture(board: PicturedBoard, finding: Finding, own: Take): FindingPicture {
  const [here, ...others] = finding.evidence.items;
  const side = ownSide(own, { region: here?.region ?? null });
  const reference = referenceOf(board, finding);
  if (reference) return { sides: [reference, side], magnified: false };
  const { take } = board.review.records;
  const item = others.find(({ takeId }) => takeId !== own.id && take[takeId]?.unreadable === null);
  const other = take[item?.takeId ?? ''];
  if (!item || !other) return { sides: [side], magnified: false };
  const said = `${item.ago === undefined ? 'as mostly, in' : 'last in'} ${nameOf(board, item.shotId)}`;
  return { sides: [otherSide(other, { said, region: item.region }), side], magnified: false };
}

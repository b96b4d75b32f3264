import type { Shot, Take } from '../records/index.js';

/**
 * The picture that lies where the take's picture lay: the take itself, the one that replaced it in the storyboard's
 * source, or the pick where the take is gone. Null where there is none.
 */
export function standsFor(
  { shot, takes }: { readonly shot: Shot; readonly takes: readonly Take[] },
  takeId: string | null,
): Take | null {
  const own = takes.find(({ id }) => id === (takeId ?? ''));
  if (!own) return takeId === null ? null : (takes.find(({ id }) => id === shot.pickId) ?? null);
  return takes.reduce((last, take) => (isNewer(take, last, shot.pickId) ? take : last), own);
}

const isNewer = (take: Take, last: Take, pickId: string | null): boolean =>
  take.origin.kind === 'imported' &&
  last.origin.kind === 'imported' &&
  take.path === last.path &&
  (take.createdAt > last.createdAt || (take.createdAt === last.createdAt && take.id === pickId));

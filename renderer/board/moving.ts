import { placeIn } from './board-view.js';
import type { ShotView } from './shot-view.js';

/** The next shot that `keeps` accepts after `shotId`, going round to the start; null when there is no other. */
export function nextShot(
  views: readonly ShotView[],
  shotId: string | null,
  keeps: (view: ShotView) => boolean,
  step: 1 | -1 = 1,
): ShotView | null {
  const from = placeIn(views, shotId);
  const start = from < 0 && step < 0 ? views.length : from;
  for (let i = 1; i <= views.length; i++) {
    const view = views[(start + step * i + views.length * 2) % views.length];
    if (view && view.shot.id !== shotId && keeps(view)) return view;
  }
  return null;
}

/** In the order in which they were shown: the first behind a shot that is left, else the last before it; null = none is. */
export function standingNext(
  order: readonly string[],
  shotId: string,
  left: ReadonlySet<string>,
): string | null {
  const at = order.indexOf(shotId);
  if (at < 0) return null;
  const isLeft = (id: string) => left.has(id);
  return order.slice(at + 1).find(isLeft) ?? order.slice(0, at).findLast(isLeft) ?? null;
}

/** Of the shots that are left, the one that stood nearest to `position`; the later of two as near. */
export function nearestShot(left: readonly ShotView[], position: number): ShotView | null {
  const far = ({ shot }: ShotView) => Math.abs(shot.position - position);
  const later = (a: ShotView, b: ShotView) => a.shot.position > b.shot.position;
  return left.reduce<ShotView | null>(
    (best, view) =>
      !best || far(view) < far(best) || (far(view) === far(best) && later(view, best)) ? view : best,
    null,
  );
}

import { commandFor } from './deciding.js';
import type { Drafts } from './draft.js';
import { isFlagged, isWaiting } from './filter.js';
import type { ShotView } from './shot-view.js';

/** What approving all would decide on. */
export interface Offered {
  /** Whose approval orders a picture. */
  readonly orders: readonly ShotView[];
  /** Of which an order was approved elsewhere, or before something changed. */
  readonly again: readonly ShotView[];
  /** The undecided in which nothing was found. */
  readonly clean: readonly ShotView[];
}

export function offered(views: readonly ShotView[], drafts: Drafts): Offered {
  const approved = (view: ShotView) => commandFor(view, { type: 'approve' }, drafts)?.type;
  return {
    orders: views.filter((view) => {
      const type = approved(view);
      return isWaiting(view) && (type === 'approve-suggestion' || type === 'order-first-picture');
    }),
    again: views.filter((view) => approved(view) === 'approve-again'),
    clean: views.filter(
      (view) =>
        view.shot.status === 'pending' &&
        view.sign === 'ok' &&
        !isWaiting(view) &&
        approved(view) === 'approve-take',
    ),
  };
}

export const shotsOffered = ({ orders, again, clean }: Offered): readonly ShotView[] => [
  ...orders,
  ...again,
  ...clean,
];

/** What was listed, without frames in which something has been found since: no yes to clean frames is one to them. */
export function stillOffered(listed: Offered, views: readonly ShotView[]): Offered {
  const found = new Set(views.filter(isFlagged).map(({ shot }) => shot.id));
  const clean = listed.clean.filter(({ shot }) => !found.has(shot.id));
  return clean.length === listed.clean.length ? listed : { ...listed, clean };
}

/** What is offered now of the shots that are not listed yet. */
export function moreThan(listed: readonly ShotView[], views: readonly ShotView[], drafts: Drafts): Offered {
  const known = new Set(listed.map(({ shot }) => shot.id));
  return offered(
    views.filter(({ shot }) => !known.has(shot.id)),
    drafts,
  );
}

/** What a window looked at, as text: kept by the browser for each storyboard, so that a reload changes nothing. */
import { z } from 'zod';
import { keptFilter, SORTS } from '../board/index.js';
import { UPS } from '../views/grid/ups.js';
import { VIEWS, type ViewId } from '../views/index.js';
import { INITIAL_SESSION, type Session } from './session.js';

const { sort, view, gridColumns, panelWidth, stripHeight, lanes, offerDeclined } = INITIAL_SESSION;

/** A part that cannot be read is as in a new window; the others count. */
const remembered = z.object({
  shotId: z.string().nullable().catch(null),
  filter: keptFilter,
  sort: z.enum(SORTS).catch(sort),
  view: z.enum(VIEWS.map(({ id }) => id) as [ViewId, ...ViewId[]]).catch(view),
  gridUp: z.literal(UPS).nullable().catch(null),
  gridColumns: z.number().int().min(2).max(12).catch(gridColumns),
  panelWidth: z.number().positive().catch(panelWidth),
  stripHeight: z.number().positive().catch(stripHeight),
  lanes: z.boolean().catch(lanes),
  offerDeclined: z.boolean().catch(offerDeclined),
  seen: z
    .object({ until: z.number(), unseen: z.array(z.string()) })
    .nullable()
    .catch(null),
});

type Remembered = Pick<Session, keyof z.infer<typeof remembered>>;

export const REMEMBERED = Object.keys(remembered.shape) as (keyof Remembered)[];

export function writeRemembered(session: Session): string {
  const kept: Remembered = session;
  return JSON.stringify(remembered.parse(kept));
}

/** What `writeRemembered` wrote; a new window's where nothing was, or something else. */
export function readRemembered(text: string | null): Remembered {
  let value: unknown = {};
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    // Not ours, or cut short.
  }
  return remembered.catch(() => remembered.parse({})).parse(value);
}

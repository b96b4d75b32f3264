/** What approving does, in a sentence. */
import { hasPicture, inPlay, type Outcome, type ShotView } from '../board/index.js';
import { capitalised, count } from '../ui/index.js';

const pictures = (amount: number): string => (amount === 1 ? 'one picture' : `${amount} pictures`);

/** What is ordered: so many pictures, and how much of each is made anew; null = all of it. */
interface Order {
  readonly candidates: number;
  readonly part: string | null;
  /** It is not known yet what is suggested for it; absent = it is. */
  readonly awaited?: boolean;
  /** Number of the take that the same order has made before; absent = it has made none. */
  readonly tried?: number;
}

const ONE: Order = { candidates: 1, part: null };
const LOOKING = 'Looking for a suggestion…';

/** What approving one shot does now, in one line. */
export function consequenceOf(
  view: ShotView,
  orders: boolean,
  generator: string | null,
  { candidates, part, awaited, tried }: Order = ONE,
): string {
  if (!inPlay(view)) return 'Out of play: take it in again to decide on it.';
  if (view.request?.state === 'running') return 'A new take is being made.';
  if (view.request) return 'A new take is ordered.';
  if (view.again?.state === 'queued')
    return `Makes it as it is now, round ${view.again.round} of ${view.limit}.`;
  if (view.rounds >= view.limit && (view.suggestion || view.again))
    return `All ${view.limit} rounds are used. Approve a take, or raise the limit.`;
  if (!orders && !view.pick) return 'There is no picture to approve.';
  if (!orders && !hasPicture(view))
    return 'There is no picture to approve. Edit the prompt, or choose a new seed, to make another.';
  if (awaited) return LOOKING;
  if (!orders && tried !== undefined && view.shot.status !== 'approved')
    return `Tried: take ${tried}. Approve keeps this frame as it is.`;
  if (!orders)
    return view.shot.status === 'approved' ? 'This frame is approved.' : 'Approve takes the frame as it is.';
  if (view.again) return `Makes here what was approved elsewhere, round ${view.rounds + 1} of ${view.limit}.`;
  if (!generator) return 'Approve keeps the new prompt for the feedback; no generator is chosen.';
  const some = pictures(candidates);
  const ordered =
    part === null
      ? `Orders ${some} from ${generator}`
      : `Repairs ${part}${candidates > 1 ? ` in ${some}` : ''} with ${generator}`;
  return `${ordered}, round ${view.rounds + 1} of ${view.limit}.`;
}

/**
 * What approving several does now, with how many `pictures` it orders: in numbers, those that wait for a suggestion and those
 * of which nothing is approved as well.
 */
export function consequenceOfAll(
  { orders, asTheyAre, awaited, none }: Outcome,
  generator: string | null,
  pictures = orders,
): string {
  const ordered = generator
    ? `Orders ${count(pictures, 'picture')} from ${generator}`
    : `Keeps ${count(orders, 'new prompt')} for the feedback`;
  const parts = [
    ...(orders > 0 ? [ordered] : []),
    ...(asTheyAre > 0
      ? [`approves ${count(asTheyAre, 'frame')} as ${asTheyAre === 1 ? 'it is' : 'they are'}`]
      : []),
    ...(awaited > 0 ? [`looks for ${awaited === 1 ? 'a suggestion' : `suggestions for ${awaited}`}`] : []),
    ...(none > 0
      ? [`${orders + asTheyAre + awaited > 0 ? 'leaves ' : ''}${none} with nothing to approve`]
      : []),
  ].join(', ');
  return `${capitalised(parts)}.`;
}

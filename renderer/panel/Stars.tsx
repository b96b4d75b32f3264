import { Star } from 'lucide-react';
import { canDecide, runAction } from '../actions/index.js';
import { useAppState } from '../stores/index.js';

const COUNTS = [1, 2, 3, 4, 5] as const;

/** One to five; the same again takes them away. */
export function Stars({ stars }: { stars: number }) {
  const enabled = useAppState(canDecide);
  return (
    <fieldset className="stars">
      <legend className="unseen">{stars} of 5 stars</legend>
      {COUNTS.map((count) => (
        <button
          key={count}
          type="button"
          aria-label={count === 1 ? '1 star' : `${count} stars`}
          aria-pressed={stars === count}
          disabled={!enabled}
          onClick={() => runAction(`stars-${count === stars ? 0 : count}`)}
        >
          <Star size={15} aria-hidden fill={count <= stars ? 'currentColor' : 'none'} />
        </button>
      ))}
    </fieldset>
  );
}

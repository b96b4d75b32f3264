import { CircleOff, Star } from 'lucide-react';
import { inPlay, type ShotView } from '../board/index.js';
import { sceneName } from '../strip/scene-bands.js';
import { ActionButton, StateMark } from '../ui/index.js';

export function ShotHeading({ view }: { view: ShotView }) {
  const { number, scene, duration, stars } = view.shot;
  const facts = [scene && sceneName(scene), duration && `${Number(duration.toFixed(1))} s`].filter(Boolean);
  return (
    <header className="shot-heading">
      <h2>Shot {number}</h2>
      <span className="faint numbers shot-facts">{facts.join(' · ')}</span>
      {stars > 0 && (
        <span className="numbers shot-stars" title={`${stars} of 5 stars`}>
          <Star size={13} fill="currentColor" aria-hidden />
          {stars}
        </span>
      )}
      <StateMark view={view} testId="status" />
      {inPlay(view) && (
        <ActionButton action="omit" className="quiet square" label="Leave out of play">
          <CircleOff size={15} aria-hidden />
        </ActionButton>
      )}
    </header>
  );
}

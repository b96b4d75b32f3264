import { type Composition, compositionParts } from '@shared/composition/index.js';
import { OutcomeMark } from './OutcomeMark.js';

/** From this part of the score on a measure is as it is mostly liked. */
const GOOD = 0.5;

/** What the score of a composition is made of. */
export function CompositionParts({ composition }: { composition: Composition | undefined }) {
  if (!composition) return <p className="faint">Not measured yet.</p>;
  return (
    <ul className="score-parts">
      {compositionParts(composition).map(({ name, said, score }) => (
        <li key={name}>
          <OutcomeMark outcome={score === null ? undefined : score < GOOD ? 'unsure' : 'pass'} />
          <span>{name}</span>
          <span className="faint">{said}</span>
        </li>
      ))}
    </ul>
  );
}

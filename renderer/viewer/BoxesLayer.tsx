import { boxStyle } from '@shared/over-picture.js';
import type { NamedBox } from './boxes.js';
import { markClass } from './over-picture.js';

interface Props {
  readonly boxes: readonly NamedBox[];
  /** The artist said so. */
  readonly isCorrected: boolean;
}

/** Names over what they stand for. */
export function BoxesLayer({ boxes, isCorrected }: Props) {
  return (
    <ul
      className="layer boxes"
      data-testid="boxes"
      aria-label={`Who and what is where${isCorrected ? ', corrected by hand' : ''}`}
    >
      {boxes.map(({ name, region }) => (
        <li
          key={`${name} ${region.x} ${region.y}`}
          className={markClass('seen', region)}
          style={boxStyle(region)}
        >
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

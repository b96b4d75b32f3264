import type { NamedBox } from './boxes.js';
import { boxStyle, markClass } from './over-picture.js';

/** Names over what they stand for. */
export function BoxesLayer({ boxes }: { boxes: readonly NamedBox[] }) {
  return (
    <ul className="layer boxes" data-testid="boxes" aria-label="Who and what is where">
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

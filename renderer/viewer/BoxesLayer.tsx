import type { NamedBox } from './boxes.js';

const percent = (value: number): string => `${value * 100}%`;

/** Names over what they stand for. */
export function BoxesLayer({ boxes }: { boxes: readonly NamedBox[] }) {
  return (
    <ul className="layer boxes" data-testid="boxes" aria-label="Who and what is where">
      {boxes.map(({ name, region: { x, y, width, height } }) => (
        <li
          key={`${name} ${x} ${y}`}
          className={`mark mark-seen ${y < 0.08 ? 'mark-inside' : ''} ${x > 0.6 ? 'mark-right' : ''}`}
          style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
        >
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

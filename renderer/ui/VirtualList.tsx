import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import './virtual-list.css';

interface Props {
  readonly label: string;
  readonly count: number;
  /** CSS pixels of a row that has not been drawn yet. */
  readonly estimate: number;
  readonly keyOf: (index: number) => string;
  readonly children: (index: number) => ReactNode;
  readonly className?: string;
}

/** A list of which only what is seen is drawn; rows may be of any height. */
export function VirtualList({ label, count, estimate, keyOf, children, className = '' }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    overscan: 4,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys
    <div ref={scroller} className={`virtual-list ${className}`} tabIndex={0}>
      <ul aria-label={label} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}

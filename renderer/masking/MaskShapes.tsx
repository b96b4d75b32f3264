import { drawn, featherOf, type Size } from '@shared/mask/index.js';
import type { Mask, MaskShape } from '@shared/records/index.js';
import { memo, useId } from 'react';
import './masking.css';

/** Drawn once: with each move of the hand only the stroke that it draws changes. */
const Shape = memo(function Shape({ shape, size }: { shape: MaskShape; size: Size }) {
  const it = drawn(shape, size);
  if (it.kind === 'box') return <rect x={it.x} y={it.y} width={it.width} height={it.height} fill="#fff" />;
  return (
    <path
      d={it.d}
      fill="none"
      stroke={it.erases ? '#000' : '#fff'}
      strokeWidth={it.width}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
});

interface Props {
  /** Pixels of the picture that it lies over. */
  readonly size: Size;
  readonly mask: Mask;
}

/** The part of a picture that a mask names, tinted over the picture. */
export function MaskShapes({ size, mask }: Props) {
  const id = useId();
  const { width, height } = size;
  const soft = featherOf(mask, size);
  return (
    <svg
      className="layer mask-layer"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      data-testid="mask"
      aria-hidden
    >
      <filter id={`${id}-soft`} x="0" y="0" width="1" height="1">
        <feGaussianBlur stdDeviation={soft} edgeMode="duplicate" />
      </filter>
      <mask id={id} maskUnits="userSpaceOnUse" x="0" y="0" width={width} height={height}>
        <g filter={soft > 0 ? `url(#${id}-soft)` : undefined}>
          <rect width={width} height={height} fill="#000" />
          {mask.shapes.map((shape, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes are only added and taken away at the end
            <Shape key={i} shape={shape} size={size} />
          ))}
        </g>
      </mask>
      <rect className="mask-tint" width={width} height={height} mask={`url(#${id})`} />
    </svg>
  );
}

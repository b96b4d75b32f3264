import { EDGE, INKS, shapeOf } from '@shared/drawing/index.js';
import type { Size } from '@shared/mask/index.js';
import type { Figure } from '@shared/records/index.js';
import { memo } from 'react';
import './noting.css';

interface OneProps {
  readonly figure: Figure;
  readonly size: Size;
}

/** Drawn once: with each move of the hand only what is being drawn changes. */
const One = memo(function One({ figure, size }: OneProps) {
  const shape = shapeOf(figure, size);
  const { ink, round } = INKS[figure.colour];
  const edge = Math.min(size.width, size.height) * EDGE;
  if (shape.kind === 'letters')
    return (
      <text
        x={shape.x}
        y={shape.y}
        fontSize={shape.height}
        fill={ink}
        stroke={round}
        strokeWidth={edge * 2}
        paintOrder="stroke"
      >
        {shape.text}
      </text>
    );
  if (shape.kind === 'area')
    return <path d={shape.d} fill={ink} stroke={round} strokeWidth={edge} paintOrder="stroke" />;
  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d={shape.d} stroke={round} strokeWidth={shape.width + edge} />
      <path d={shape.d} stroke={ink} strokeWidth={shape.width} />
    </g>
  );
});

interface Props {
  /** Pixels of the picture that they were drawn over. */
  readonly size: Size;
  readonly figures: readonly { readonly id: string; readonly figure: Figure }[];
  readonly className?: string;
  readonly style?: React.CSSProperties;
  readonly testId: string;
}

/** Figures over a picture, what was drawn later on top. */
export function Figures({ size, figures, className = '', style, testId }: Props) {
  return (
    <svg
      className={`layer figures ${className}`}
      style={style}
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      data-testid={testId}
      aria-hidden
    >
      {figures.map(({ id, figure }) => (
        <One key={id} figure={figure} size={size} />
      ))}
    </svg>
  );
}

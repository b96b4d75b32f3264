import { cropAround } from '@shared/crop-around.js';
import type { Portrait, Region, Take } from '@shared/records/index.js';
import { Picture } from '../ui/index.js';

interface Props {
  readonly take: Take | Portrait | null;
  readonly region: Region | null;
  /** Width over height of the crop. */
  readonly aspect: number;
  readonly alt: string;
  /** Of what is round the region, as a share of its size. */
  readonly margin?: number;
}

/** A part of a picture, with some of what is round it. */
export function Crop({ take, region, aspect, alt, margin = 0.25 }: Props) {
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  const { x, y, width, height } = cropAround(
    region ?? whole,
    take ?? { width: 16, height: 9 },
    aspect,
    region ? margin : 0,
  );
  const style = {
    position: 'absolute',
    width: `${100 / width}%`,
    height: `${100 / height}%`,
    left: `${(-x / width) * 100}%`,
    top: `${(-y / height) * 100}%`,
  } as const;
  return (
    <span className="crop" style={{ aspectRatio: aspect }}>
      <Picture
        key={take?.sha256 ?? 'none'}
        take={take}
        width={width < 0.5 ? 1280 : 640}
        alt={alt}
        style={style}
      />
    </span>
  );
}

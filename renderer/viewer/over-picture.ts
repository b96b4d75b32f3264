/** Where parts of a picture lie over it. */
import type { Region } from '@shared/records/index.js';

/** Of 0–1. */
export const percent = (part: number): string => `${part * 100}%`;

export const boxStyle = ({ x, y, width, height }: Region) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});

/** Above a box that begins so near to the upper edge its name has no room. */
export const hasNoRoomAbove = ({ y }: Region): boolean => y < 0.08;

export const markClass = (tone: string, region: Region): string =>
  `mark mark-${tone} ${hasNoRoomAbove(region) ? 'mark-inside' : ''} ${region.x > 0.6 ? 'mark-right' : ''}`;

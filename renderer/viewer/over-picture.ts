/** How parts of a picture are marked over it. */
import type { Region } from '@shared/records/index.js';

/** Above a box that begins so near to the upper edge its name has no room. */
export const hasNoRoomAbove = ({ y }: Region): boolean => y < 0.08;

export const markClass = (tone: string, region: Region): string =>
  `mark mark-${tone} ${hasNoRoomAbove(region) ? 'mark-inside' : ''} ${region.x > 0.6 ? 'mark-right' : ''}`;

import type { Figure } from '@shared/records/index.js';

/** A figure as arrow keys have it, which is not sent yet. */
export interface Nudged {
  readonly drawingId: string;
  readonly figure: Figure;
  /** Its size is changed, not its place. */
  readonly reshapes: boolean;
}

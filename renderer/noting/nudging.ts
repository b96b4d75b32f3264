/** Presses of arrow keys that move a figure, one after another: one step of undo together. */
import { sameValue } from '@shared/records/index.js';
import type { ActionContext } from '../actions/action.js';

/** Milliseconds after the last press, until which the next one is of the same step. */
export const JOINED = 1000;

/** Sends what keys have made of a figure; nothing where that is gone meanwhile, or stands where it stood. */
export function settleNudged({
  state,
  session,
  send,
}: Pick<ActionContext, 'state' | 'session' | 'send'>): void {
  const { nudged } = state().session;
  if (!nudged) return;
  session({ nudged: null });
  const { drawingId, figure } = nudged;
  const drawn = state().document.records.drawing[drawingId];
  if (drawn && !sameValue(drawn.figure, figure)) void send({ type: 'change-drawing', drawingId, figure });
}

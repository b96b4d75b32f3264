import type { Place } from '@shared/commands/index.js';
import { sameValue } from '@shared/records/index.js';
import { create } from 'zustand';

/** Where what is held over the frames would go, and the line that says so; CSS pixels within what holds the frames. */
export interface Target extends Place {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

interface Dragging {
  /** Shots are held with the mouse. */
  readonly isHeld: boolean;
  /** null = they are not over any frames. */
  readonly target: Target | null;
}

export const useDragging = create<Dragging>(() => ({ isHeld: false, target: null }));

export function setTarget(target: Target | null): void {
  if (!sameValue(useDragging.getState().target, target)) useDragging.setState({ target });
}

/** What a drag of shots carries, so that no other drag is taken for one. */
export const SHOTS = 'shots';

import { type Handle, type Hold, hasMoved, heldFigure, isIn, type Place } from '@shared/drawing/index.js';
import type { Drawing, Figure, Take } from '@shared/records/index.js';
import { useRef, useState } from 'react';
import { send } from '../link/index.js';
import { useSession } from '../stores/index.js';
import { useEscape } from '../ui/index.js';

interface Held extends Hold {
  readonly drawing: Drawing;
}

/** A figure while it is moved or made another size by hand: kept once, when the hand lets go of it. */
export interface Hand {
  /** As the hand has it; null = none is held. */
  readonly figure: Figure | null;
  /** `under`: figures at the place, the topmost last. Nowhere near one nothing is chosen any more. */
  take(place: Place, handle: Handle | null, under: readonly string[]): void;
  move(place: Place): void;
  letGo(): void;
}

export function useHand(take: Take, drawings: readonly Drawing[]): Hand {
  const [held, setHeld] = useState<Held | null>(null);
  const now = useRef<Held | null>(null);
  const hold = (next: Held | null) => {
    now.current = next;
    setHeld(next);
    const figureHeld = next !== null;
    if (useSession.getState().figureHeld !== figureHeld) useSession.setState({ figureHeld });
  };
  useEscape(held !== null, () => hold(null));
  return {
    figure: held && heldFigure(held.drawing.figure, held, take),
    take(place, handle, under) {
      const { figureId } = useSession.getState();
      const chosen = drawings.find(({ id }) => id === figureId);
      const isChosen = chosen && (handle || under.includes(chosen.id) || isIn(place, chosen.figure, take));
      const drawing = isChosen ? chosen : drawings.find(({ id }) => id === under.at(-1));
      useSession.setState({ figureId: drawing?.id ?? null });
      if (drawing) hold({ drawing, handle, from: place, to: place });
    },
    move(place) {
      if (now.current) hold({ ...now.current, to: place });
    },
    letGo() {
      const last = now.current;
      if (!last) return;
      hold(null);
      if (!hasMoved(last)) return;
      const { id: drawingId, figure } = last.drawing;
      void send({ type: 'change-drawing', drawingId, figure: heldFigure(figure, last, take) });
    },
  };
}

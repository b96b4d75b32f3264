/**
 * The panel comes after the screen: when another shot comes on it, that and what was decided of the one before are drawn
 * first, and the panel, in which there is most to draw, two frames later. Until then it shows the shot that it showed.
 */
import { flushSync } from 'react-dom';
import { create } from 'zustand';

export const usePanel = create<{ readonly isBehind: boolean }>(() => ({ isBehind: false }));

/** Frames that are drawn without it: the one with the change, and the one in which its picture may be decoded. */
const FRAMES = 2;

let asked = 0;

const inFrame = (left: number): void => {
  asked = requestAnimationFrame(() => (left > 0 ? inFrame(left - 1) : panelCatchesUp()));
};

/** The panel shows what is on the screen from now on. */
export function panelCatchesUp(): void {
  if (!usePanel.getState().isBehind) return;
  cancelAnimationFrame(asked);
  usePanel.setState({ isBehind: false });
}

/** Another shot came on the screen. A window that nobody sees draws no frames. */
export function panelWaits(): void {
  panelCatchesUp();
  if (document.visibilityState === 'hidden') return;
  usePanel.setState({ isBehind: true });
  inFrame(FRAMES);
}

/** Puts the focus into a field of the panel, of the shot on the screen. */
export function focusInPanel(id: string): void {
  flushSync(panelCatchesUp);
  document.getElementById(id)?.focus();
}

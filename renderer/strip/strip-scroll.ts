import { create } from 'zustand';

/** How far the strip is scrolled and how wide its frames are, for what stands along it. CSS pixels. */
interface StripScroll {
  readonly left: number;
  /** From one frame to the next. */
  readonly step: number;
  readonly ends: number;
  readonly gap: number;
}

export const useStripScroll = create<StripScroll>(() => ({ left: 0, step: 1, ends: 0, gap: 0 }));

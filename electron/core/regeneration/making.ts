/** How far each picture is that is being made now, and how it looks so far. */
import type { Assets } from '@core/assets/index.js';
import type { GenerationProgress } from '@core/generators/index.js';
import type { Making } from '@shared/contract/index.js';

/** Where previews are shown from. */
type Holder = Pick<Assets, 'hold' | 'release'>;

/** What is told of a request; null once nothing is being made of it. */
export type MakingListener = (requestId: string, making: Making | null) => void;

export class InTheMaking {
  readonly #now = new Map<string, Making>();
  readonly #listeners = new Set<MakingListener>();
  /** When each began to be made, and how far it was then. */
  readonly #begun = new Map<string, { readonly at: number; readonly progress: number }>();

  onChange(listener: MakingListener): void {
    this.#listeners.add(listener);
  }

  /** By request. */
  get current(): Record<string, Making> {
    return Object.fromEntries(this.#now);
  }

  /** Tells only what a person would see: whole per cent, other words, another preview. */
  update(requestId: string, assets: Holder, { state, progress, doing, preview }: GenerationProgress): void {
    const before = this.#now.get(requestId);
    const percent = Math.floor(progress * 100);
    const secondsLeft = this.#secondsLeft(requestId, state, progress);
    const now: Making = {
      state,
      percent,
      // Told anew with every per cent, not with every second.
      secondsLeft: before?.percent === percent && state === 'running' ? before.secondsLeft : secondsLeft,
      doing,
      preview: preview ? assets.hold(requestId, preview) : (before?.preview ?? null),
    };
    if (before && (Object.keys(now) as (keyof Making)[]).every((key) => before[key] === now[key])) return;
    this.#now.set(requestId, now);
    this.#tell(requestId, now);
  }

  end(requestId: string, assets: Holder): void {
    this.#begun.delete(requestId);
    assets.release(requestId);
    if (this.#now.delete(requestId)) this.#tell(requestId, null);
  }

  #secondsLeft(requestId: string, state: Making['state'], progress: number): number | null {
    if (state !== 'running') return null;
    const begun = this.#begun.get(requestId) ?? { at: performance.now(), progress };
    this.#begun.set(requestId, begun);
    const made = progress - begun.progress;
    return made > 0 ? Math.round(((performance.now() - begun.at) / 1000 / made) * (1 - progress)) : null;
  }

  #tell(requestId: string, making: Making | null): void {
    for (const listener of this.#listeners) listener(requestId, making);
  }
}

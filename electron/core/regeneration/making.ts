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
    const now: Making = {
      state,
      percent: Math.floor(progress * 100),
      doing,
      preview: preview ? assets.hold(requestId, preview) : (before?.preview ?? null),
    };
    if (before && (Object.keys(now) as (keyof Making)[]).every((key) => before[key] === now[key])) return;
    this.#now.set(requestId, now);
    this.#tell(requestId, now);
  }

  end(requestId: string, assets: Holder): void {
    assets.release(requestId);
    if (this.#now.delete(requestId)) this.#tell(requestId, null);
  }

  #tell(requestId: string, making: Making | null): void {
    for (const listener of this.#listeners) listener(requestId, making);
  }
}

/** What was found of pictures one by one, until all are looked at. */
import type { LeftOut, MatchedBy } from './matching.js';
import type { ShotToMatch } from './shot-index.js';

export class Found {
  readonly takes: string[][];
  readonly leftOut: LeftOut[] = [];
  readonly by = new Map<string, MatchedBy>();
  /** Numbers of shots that nothing told apart. */
  readonly alike: string[] = [];
  readonly #shots: readonly ShotToMatch[];
  /** By the shots that they may show. */
  readonly #open = new Map<string, { readonly shots: readonly number[]; readonly paths: string[] }>();

  constructor(shots: readonly ShotToMatch[]) {
    this.#shots = shots;
    this.takes = shots.map(() => []);
  }

  /** `shots`: those that it may show. `otherwise`: why it is left out, where there are none. */
  add(path: string, shots: readonly number[], by: MatchedBy, otherwise: Omit<LeftOut, 'path'>): void {
    const [only] = shots;
    if (only === undefined) this.leftOut.push({ path, ...otherwise });
    else if (shots.length === 1) {
      this.takes[only]?.push(path);
      this.by.set(path, by);
    } else {
      const key = shots.join();
      const open = this.#open.get(key) ?? { shots, paths: [] };
      open.paths.push(path);
      this.#open.set(key, open);
    }
  }

  /** Shots of one number that nothing tells apart, and as many pictures: in their order. */
  pairAlike(): void {
    for (const { shots, paths } of this.#open.values()) {
      const number = this.#shots[shots[0] ?? 0]?.number ?? '';
      const isPaired = paths.length === shots.length;
      if (isPaired) this.alike.push(number);
      for (const [at, path] of paths.entries())
        this.add(path, isPaired ? shots.slice(at, at + 1) : [], 'order', {
          reason: `${shots.length} shots are numbered ${number}`,
          kind: 'unmatched',
        });
    }
  }
}

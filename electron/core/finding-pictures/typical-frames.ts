/** The frame that is most like the others of its scene: what one that leaves them is held against. */
import type { TakeAnalysis } from '@shared/analysis.js';
import type { Shot, Take } from '@shared/records/index.js';

export interface ScoredBoard {
  /** In story order. */
  readonly shots: readonly Shot[];
  readonly review: { readonly records: { readonly take: Readonly<Record<string, Take>> } };
  brief(takeId: string): Pick<TakeAnalysis, 'scores'> | null;
}

export interface TypicalFrame {
  readonly shot: Shot;
  readonly take: Take;
}

/** Kept while one picture or one export is made: the board must not change meanwhile. */
export class TypicalFrames {
  readonly #board: ScoredBoard;
  readonly #ranked = new Map<string | null, readonly TypicalFrame[]>();

  constructor(board: ScoredBoard) {
    this.#board = board;
  }

  /**
   * Of the shot's scene where that has another that can be shown, else of the whole storyboard; other than the shot itself,
   * of equals the first in the story. Null where no other frame is scored.
   */
  beside({ id, scene }: Pick<Shot, 'id' | 'scene'>): TypicalFrame | null {
    return (scene !== null && this.#best(scene, id)) || this.#best(null, id) || null;
  }

  /** `scene`: null = of any. */
  #best(scene: string | null, shotId: string): TypicalFrame | undefined {
    let ranked = this.#ranked.get(scene);
    if (!ranked) {
      ranked = this.#rank(scene);
      this.#ranked.set(scene, ranked);
    }
    return ranked.find(({ shot }) => shot.id !== shotId);
  }

  /** The two best: one of them is another shot. */
  #rank(scene: string | null): readonly TypicalFrame[] {
    const { shots, review } = this.#board;
    const scored = shots.flatMap((shot) => {
      const take = review.records.take[shot.pickId ?? ''];
      if (!take || take.unreadable !== null || (scene !== null && shot.scene !== scene)) return [];
      const { style, quality } = this.#board.brief(take.id)?.scores ?? {};
      return style == null || quality == null ? [] : [{ shot, take, worth: style * quality }];
    });
    return scored.sort((a, b) => b.worth - a.worth).slice(0, 2);
  }
}

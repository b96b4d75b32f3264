import { medianOfSorted } from '@shared/median.js';
import { rankIn } from '@shared/rank-in.js';

type Quality = Readonly<Record<string, number>>;

/** Medians of the quality measures over the picks: a column each, made when it is first asked for and then kept. */
export class UsualQuality {
  readonly #ofShot = new Map<string, Quality>();
  readonly #columns = new Map<string, number[]>();

  /** Of a measure, by its name in `FrameMeasures.quality`; NaN without picks. */
  median(name: string): number {
    return medianOfSorted(this.#column(name));
  }

  /** What a shot's pick measures now; null where it has none or was not measured. Returns the medians that moved. */
  put(shotId: string, quality: Quality | null): string[] {
    const before = this.#ofShot.get(shotId);
    if (before === quality) return [];
    const moved: string[] = [];
    for (const [name, column] of this.#columns) {
      const old = medianOfSorted(column);
      if (before) column.splice(rankIn(column, before[name] ?? 0), 1);
      if (quality) column.splice(rankIn(column, quality[name] ?? 0), 0, quality[name] ?? 0);
      if (!Object.is(medianOfSorted(column), old)) moved.push(name);
    }
    if (quality) this.#ofShot.set(shotId, quality);
    else this.#ofShot.delete(shotId);
    return moved;
  }

  #column(name: string): number[] {
    const known = this.#columns.get(name);
    if (known) return known;
    const column = [...this.#ofShot.values()].map((quality) => quality[name] ?? 0).sort((a, b) => a - b);
    this.#columns.set(name, column);
    return column;
  }
}

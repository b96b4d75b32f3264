/** What is drawn over one picture while it is drawn on, and how it is taken back. Nothing of the page is touched here. */
import {
  begun,
  drawnTo,
  FIRST_PEN,
  figureOf,
  isNear,
  labelOf,
  type Pen,
  type Place,
  type Stroke,
} from '@shared/drawing/index.js';
import type { Size } from '@shared/mask/index.js';
import { MOST_FIGURES } from '@shared/records/figure-limits.js';
import type { Figure } from '@shared/records/index.js';

export class Easel {
  pen: Pen = FIRST_PEN;
  #figures: readonly Figure[];
  #before: (readonly Figure[])[] = [];
  #stroke: Stroke | null = null;
  /** As it was when the eraser was set down. */
  #unerased: readonly Figure[] | null = null;

  /** `size`: pixels of the picture. */
  constructor(
    figures: readonly Figure[],
    readonly size: Size,
  ) {
    this.#figures = figures;
  }

  get figures(): readonly Figure[] {
    return this.#figures;
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  get isFull(): boolean {
    return this.#figures.length >= MOST_FIGURES;
  }

  get isDrawing(): boolean {
    return this.#stroke !== null;
  }

  /** What is being drawn, as it would be now; null = nothing, or nothing yet. */
  get preview(): Figure | null {
    return this.#stroke && figureOf(this.#stroke, this.#aspect);
  }

  get #aspect(): number {
    return this.size.width / this.size.height;
  }

  /** Sets the pen, or the eraser, down. `pressure`: 0–1. `reach`: pixels of the picture within which the eraser takes a line. */
  setDown(place: Place, pressure: number, reach: number): void {
    this.lift();
    if (this.pen.tool === 'eraser') {
      this.#unerased = this.#figures;
      this.#erase(place, reach);
    } else if (this.pen.tool !== 'text' && !this.isFull) this.#stroke = begun(this.pen, place, pressure);
  }

  move(place: Place, pressure: number, reach: number): void {
    if (this.#unerased) this.#erase(place, reach);
    else if (this.#stroke) this.#stroke = drawnTo(this.#stroke, place, pressure);
  }

  /** Ends what was begun: it is one step. */
  lift(): void {
    const [figure, unerased] = [this.preview, this.#unerased];
    [this.#stroke, this.#unerased] = [null, null];
    if (figure) this.#become([...this.#figures, figure]);
    else if (unerased && unerased !== this.#figures) this.#before.push(unerased);
  }

  /** Words at a place; nothing for none. */
  write(text: string, place: Place): void {
    const label = labelOf(text, place, this.pen);
    if (label && !this.isFull) this.#become([...this.#figures, label]);
  }

  undo(): void {
    this.lift();
    this.#figures = this.#before.pop() ?? this.#figures;
  }

  #become(figures: readonly Figure[]): void {
    this.#before.push(this.#figures);
    this.#figures = figures;
  }

  #erase(place: Place, reach: number): void {
    const left = this.#figures.filter((figure) => !isNear(figure, place, this.size, reach));
    if (left.length < this.#figures.length) this.#figures = left;
  }
}

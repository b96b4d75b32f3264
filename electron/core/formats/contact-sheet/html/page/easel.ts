/** What is drawn over one picture while it is drawn on, and how it is taken back. Nothing of the page is touched here. */
import {
  arrangedByKey,
  begun,
  drawnTo,
  FIRST_PEN,
  figureOf,
  type Handle,
  type Hold,
  hasMoved,
  heldFigure,
  inWidth,
  isIn,
  isNear,
  labelOf,
  type Pen,
  type Place,
  type Stroke,
} from '@shared/drawing/index.js';
import type { Size } from '@shared/mask/index.js';
import { MOST_FIGURES } from '@shared/records/figure-limits.js';
import type { Figure } from '@shared/records/index.js';

/** Figures as they were before each step, the oldest first. */
export type Steps = readonly (readonly Figure[])[];

/** Steps that can be taken back. */
const MOST_STEPS = 100;

export class Easel {
  #pen: Pen = FIRST_PEN;
  #figures: readonly Figure[];
  #steps: Steps;
  #stroke: Stroke | null = null;
  /** As it was when the eraser was set down. */
  #unerased: readonly Figure[] | null = null;
  /** Which of the figures is chosen; -1 = none. */
  #at = -1;
  /** How the hand has the one that is chosen. */
  #held: Hold | null = null;
  /** Presses of keys that follow one another are one step: whether they reshape; null = the last step was another. */
  #nudged: boolean | null = null;

  /** `size`: pixels of the picture. */
  constructor(
    figures: readonly Figure[],
    readonly size: Size,
    steps: Steps = [],
  ) {
    this.#figures = figures;
    this.#steps = steps;
  }

  get pen(): Pen {
    return this.#pen;
  }

  get figures(): readonly Figure[] {
    return this.#figures;
  }

  get steps(): Steps {
    return this.#steps;
  }

  get canUndo(): boolean {
    return this.#steps.length > 0;
  }

  get isFull(): boolean {
    return this.#figures.length >= MOST_FIGURES;
  }

  get isDrawing(): boolean {
    return this.#stroke !== null;
  }

  get isHolding(): boolean {
    return this.#held !== null;
  }

  /** The figure that is chosen, as it would be now; null = none is. */
  get chosen(): Figure | null {
    const figure = this.#figures[this.#at] ?? null;
    return figure && this.#held ? heldFigure(figure, this.#held, this.size) : figure;
  }

  /** What is being drawn or held, as it would be now; null = nothing, or nothing yet. */
  get preview(): Figure | null {
    if (this.#held) return this.chosen;
    return this.#stroke && figureOf(this.#stroke, this.#aspect);
  }

  /** The figures without the one that is held. */
  get resting(): readonly Figure[] {
    return this.#held ? this.#figures.filter((_, at) => at !== this.#at) : this.#figures;
  }

  get #aspect(): number {
    return this.size.width / this.size.height;
  }

  /** Goes on with another pen. A figure that is chosen takes its colour and width on; with another tool it is let go of. */
  take(by: Partial<Pen>): void {
    this.lift();
    this.#pen = { ...this.#pen, ...by };
    if (by.tool && by.tool !== 'hand') this.letGo();
    const { colour, width } = by;
    if (colour) this.#change((figure) => ({ ...figure, colour }));
    if (width) this.#change((figure) => inWidth(figure, width));
  }

  /**
   * Sets the pen, the eraser or the hand down. `pressure`: 0–1. `reach`: pixels of the picture within which a line is
   * touched. `handle`: what the figure that is chosen is taken by.
   */
  setDown(place: Place, pressure: number, reach: number, handle: Handle | null = null): void {
    this.lift();
    const { tool } = this.#pen;
    if (tool === 'eraser') {
      this.#unerased = this.#figures;
      this.#erase(place, reach);
    } else if (tool === 'hand') this.#grasp(place, reach, handle);
    else if (tool !== 'text' && !this.isFull) this.#stroke = begun(this.#pen, place, pressure);
  }

  move(place: Place, pressure: number, reach: number): void {
    if (this.#unerased) this.#erase(place, reach);
    else if (this.#held) this.#held = { ...this.#held, to: place };
    else if (this.#stroke) this.#stroke = drawnTo(this.#stroke, place, pressure);
  }

  /** Ends what was begun: it is one step. */
  lift(): void {
    const [figure, unerased, held] = [this.preview, this.#unerased, this.#held];
    [this.#stroke, this.#unerased, this.#held] = [null, null, null];
    if (held) {
      if (figure && hasMoved(held)) this.#change(() => figure);
    } else if (figure) this.#become([...this.#figures, figure]);
    else if (unerased && unerased !== this.#figures) this.#push(unerased);
  }

  /** Where the hand has a figure, that is as it was before. */
  putBack(): void {
    this.#held = null;
  }

  /** Words at a place; nothing for none. */
  write(text: string, place: Place): void {
    const label = labelOf(text, place, this.#pen);
    if (label && !this.isFull) this.#become([...this.#figures, label]);
  }

  /** Other words in the place of those that are chosen; without any they are gone. */
  rewrite(text: string): void {
    const words = text.trim();
    if (words === '') this.eraseChosen();
    else this.#change((figure) => (figure.kind === 'text' ? { ...figure, text: words } : figure));
  }

  /** The next figure is chosen, and after the last one the first. */
  chooseNext(): void {
    this.lift();
    this.#nudged = null;
    this.#at = this.#figures.length > 0 ? (this.#at + 1) % this.#figures.length : -1;
  }

  letGo(): void {
    this.#nudged = null;
    this.#at = -1;
  }

  /** What an arrow key does to the figure that is chosen: moves it, or makes it larger and smaller. False for another key. */
  nudge(key: string, reshapes: boolean): boolean {
    const before = this.#figures[this.#at];
    const figure = before && arrangedByKey(before, key, reshapes, this.size);
    if (!figure) return false;
    this.#change(() => figure, this.#nudged === reshapes);
    this.#nudged = reshapes;
    return true;
  }

  eraseChosen(): void {
    this.lift();
    if (this.#at >= 0) this.#become(this.#figures.filter((_, at) => at !== this.#at));
    this.letGo();
  }

  undo(): void {
    this.lift();
    const before = this.#steps.at(-1);
    if (!before) return;
    this.#steps = this.#steps.slice(0, -1);
    this.#nudged = null;
    if (before.length !== this.#figures.length) this.letGo();
    this.#figures = before;
  }

  #grasp(place: Place, reach: number, handle: Handle | null): void {
    const isUnder = (figure: Figure) => isNear(figure, place, this.size, reach);
    const { chosen } = this;
    if (!chosen || !(handle || isUnder(chosen) || isIn(place, chosen, this.size))) {
      this.letGo();
      this.#at = this.#figures.findLastIndex(isUnder);
    }
    if (this.#at >= 0) this.#held = { handle, from: place, to: place };
  }

  /** The figure that is chosen; no step where it stays as it is. `goesOn`: it belongs to the step before. */
  #change(to: (figure: Figure) => Figure, goesOn = false): void {
    const before = this.#figures[this.#at];
    const after = before && to(before);
    if (!after || JSON.stringify(after) === JSON.stringify(before)) return;
    const figures = this.#figures.map((one, at) => (at === this.#at ? after : one));
    if (goesOn) this.#figures = figures;
    else this.#become(figures);
  }

  #become(figures: readonly Figure[]): void {
    this.#push(this.#figures);
    this.#figures = figures;
  }

  #push(before: readonly Figure[]): void {
    this.#nudged = null;
    this.#steps = [...this.#steps, before].slice(-MOST_STEPS);
  }

  #erase(place: Place, reach: number): void {
    const left = this.#figures.filter((figure) => !isNear(figure, place, this.size, reach));
    if (left.length < this.#figures.length) this.#figures = left;
  }
}

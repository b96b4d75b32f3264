/** Where a client draws over one picture: by hand, by a pen that says how hard it is pressed, and by keys. */
import {
  boundsOf,
  figureWords,
  type Handle,
  type Pen,
  type Place,
  placeWords,
  steppedTo,
  within,
} from '@shared/drawing/index.js';
import type { Size } from '@shared/mask/index.js';
import { placed } from '@shared/over-picture.js';
import { MOST_FIGURES } from '@shared/records/figure-limits.js';
import type { Figure } from '@shared/records/index.js';
import { drawnHtml } from '../drawn.js';
import { drawBar } from './draw-bar.js';
import { Easel, type Steps } from './easel.js';
import { element } from './element.js';
import { gripsOf } from './grips.js';
import { wordsField } from './words-field.js';

export interface Sitter {
  /** Of its shot, as the client sees it. */
  readonly number: string;
  /** The picture's address, and its pixels. */
  readonly src: string;
  readonly size: Size;
  /** What others drew over it before. */
  readonly before: Element | null;
  readonly figures: readonly Figure[];
  /** What can be taken back. */
  readonly steps: Steps;
  readonly onChange: (figures: readonly Figure[], steps: Steps) => void;
}

/** CSS pixels within which the eraser takes a line. */
const REACH = 10;
/** What a mouse says, keys and some fingers do not. */
const NO_PRESSURE = 0.5;
const MIDDLE: Place = [0.5, 0.5];
const HELP =
  'Without a mouse: arrow keys move over the picture, with Shift further. Space sets the pen down and lifts it. Tab leads to the tools, a tool back to the picture.';
const HAND_HELP =
  'Without a mouse: Space chooses a figure, and then the next. Arrow keys move it, with Shift they change its size. Enter changes words, Delete erases, Esc lets go.';

/** Opens over the page until it is closed. What is drawn is told at each step, so that nothing is lost however it is left. */
export function openDrawing({ number, src, size, before, figures, steps, onChange }: Sitter): void {
  const easel = new Easel(figures, size, steps);
  let told = figures;
  let cursor: Place | null = null;
  let words: HTMLInputElement | null = null;
  let pointer: number | null = null;

  const kept = element('div', { className: 'mine' });
  const begun = element('div', { className: 'mine' });
  const cross = element('div', { className: 'draw-cross', hidden: true });
  const name = `Draw on the picture of shot ${number}`;
  const grips = element('div', { className: 'draw-grips', ariaHidden: 'true' });
  const layer = element(
    'div',
    { className: 'draw-layer', tabIndex: 0, role: 'application', ariaLabel: name },
    {},
    [grips],
  );
  const shown = element('div', { className: 'draw-picture' }, {}, [
    element('img', { src, alt: '' }),
    ...(before ? [before.cloneNode(true)] : []),
    kept,
    begun,
    cross,
    layer,
  ]);
  const stage = element('div', { className: 'draw-stage' }, {}, [shown]);
  const state = element('p', { className: 'draw-state', role: 'status' });
  const help = element('p', { className: 'draw-help' });
  const { bar, show } = drawBar({
    take: (by: Partial<Pen>, byKey) => {
      easel.take(by);
      settle();
      if (byKey) layer.focus();
    },
    undo: () => {
      easel.undo();
      settle();
    },
    end: () => dialog.close(),
  });
  const dialog = element('dialog', { className: 'drawing', ariaLabel: name }, {}, [
    stage,
    element('div', { className: 'draw-foot' }, {}, [bar, state, help]),
  ]);

  function drawBegun(): void {
    const { preview } = easel;
    begun.innerHTML = preview ? drawnHtml([preview], size) : '';
    grips.replaceChildren(...gripsOf(easel.chosen, size, layer));
    cross.hidden = cursor === null || easel.pen.tool === 'hand';
    if (cursor) Object.assign(cross.style, placed(cursor));
  }
  /** Shows what there is, and tells of figures that are others than before. */
  function settle(): void {
    const { chosen, pen } = easel;
    kept.innerHTML = drawnHtml(easel.resting, size);
    drawBegun();
    show(pen, easel.canUndo);
    layer.dataset.tool = pen.tool;
    help.textContent = pen.tool === 'hand' ? HAND_HELP : HELP;
    if (chosen) {
      const { x, y } = boundsOf(chosen, size);
      state.textContent = `${figureWords(chosen)}, ${placeWords([x, y])}`;
    }
    if (easel.figures === told) return;
    const last = easel.figures.length > told.length ? easel.figures.at(-1) : undefined;
    const count = easel.figures.length === 1 ? '1 figure' : `${easel.figures.length} figures`;
    if (!chosen) state.textContent = `${last ? `${figureWords(last)}. ` : ''}${count} on shot ${number}.`;
    told = easel.figures;
    onChange(told, easel.steps);
  }
  function lift(): void {
    pointer = null;
    easel.lift();
    settle();
  }
  function ask(place: Place, pen: Pick<Pen, 'colour'>, before: string, onText: (text: string) => void): void {
    words = wordsField(place, pen, before, (text, byKey) => {
      words = null;
      onText(text);
      settle();
      if (byKey) layer.focus();
    });
    shown.append(words);
    words.focus();
  }
  /** False where no words are chosen. */
  function rewrite(): boolean {
    const { chosen } = easel;
    if (chosen?.kind !== 'text') return false;
    ask([...chosen.at], chosen, chosen.text, (text) => easel.rewrite(text));
    return true;
  }
  function setDown(place: Place, pressure: number, handle: Handle | null = null): void {
    const { pen, isFull } = easel;
    const adds = pen.tool !== 'eraser' && pen.tool !== 'hand';
    if (adds && isFull) state.textContent = `A picture holds ${MOST_FIGURES} figures. Erase some first.`;
    else if (pen.tool === 'text') ask(place, pen, '', (text) => easel.write(text, place));
    else easel.setDown(place, pressure, reach(), handle);
    if (adds) drawBegun();
    else settle();
  }
  /** What a key does while figures are chosen and moved; false for another key. */
  function arrange(key: string, isFar: boolean): boolean {
    if (key === 'Enter' && rewrite()) return true;
    if (key === ' ' || key === 'Enter') easel.chooseNext();
    else if (key === 'Delete' || key === 'Backspace') easel.eraseChosen();
    else if (key === 'Escape' && easel.isHolding) easel.putBack();
    else if (key === 'Escape' && easel.chosen) easel.letGo();
    else if (!easel.nudge(key, isFar)) return false;
    if (!easel.chosen && easel.figures === told) state.textContent = 'No figure is chosen.';
    settle();
    return true;
  }
  /** What a key does while something is drawn; false for another key. */
  function draw(key: string, isFar: boolean): boolean {
    const from = cursor ?? MIDDLE;
    const to = steppedTo(from, key, size.width / size.height, isFar);
    if (to) {
      cursor = to;
      easel.move(to, NO_PRESSURE, reach());
      drawBegun();
      state.textContent = `${easel.isDrawing ? 'Drawing, ' : ''}${placeWords(to)}`;
    } else if (key === ' ' || key === 'Enter') {
      cursor = from;
      if (easel.isDrawing) lift();
      else setDown(from, NO_PRESSURE);
      if (easel.pen.tool === 'eraser') lift();
    } else if (key === 'Escape' && easel.isDrawing) lift();
    else return false;
    return true;
  }

  const at = ({ clientX, clientY }: PointerEvent): Place => {
    const box = layer.getBoundingClientRect();
    return [within((clientX - box.left) / box.width), within((clientY - box.top) / box.height)];
  };
  const reach = (): number => (REACH * size.width) / Math.max(1, layer.clientWidth);

  layer.addEventListener('pointerdown', (event) => {
    // One hand draws at a time: a palm beside a pen is none.
    if (event.button !== 0 || pointer !== null) return;
    // The focus goes by itself from words that are typed, and from nowhere else.
    event.preventDefault();
    words?.blur();
    cursor = null;
    pointer = event.pointerId;
    layer.setPointerCapture(event.pointerId);
    const { handle = null } = (event.target as HTMLElement).dataset;
    setDown(at(event), event.pressure || NO_PRESSURE, handle as Handle | null);
  });
  layer.addEventListener('pointermove', (event) => {
    if (event.pointerId !== pointer) return;
    const seen = event.getCoalescedEvents?.() ?? [];
    for (const move of seen.length > 0 ? seen : [event])
      easel.move(at(move), move.pressure || NO_PRESSURE, reach());
    if (easel.figures === told) drawBegun();
    else settle();
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    layer.addEventListener(end, (event) => {
      if (event.pointerId === pointer) lift();
    });
  layer.addEventListener('focus', () => {
    if (layer.matches(':focus-visible')) cursor ??= MIDDLE;
    drawBegun();
  });
  layer.addEventListener('blur', lift);
  layer.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = easel.pen.tool === 'hand' ? arrange : draw;
    if (!act(event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  layer.addEventListener('dblclick', () => {
    if (easel.pen.tool === 'hand') rewrite();
  });
  dialog.addEventListener('keydown', (event) => {
    const withControl = event.ctrlKey || event.metaKey;
    if (event.key === ',' && !withControl) {
      easel.take({ tool: 'hand' });
      easel.chooseNext();
      layer.focus();
    } else if (event.key.toLowerCase() === 'z' && withControl) easel.undo();
    else return;
    event.preventDefault();
    settle();
  });

  /** As large as there is room for, so that what lies over it fits. */
  const fit = new ResizeObserver(() => {
    const scale = Math.min(stage.clientWidth / size.width, stage.clientHeight / size.height);
    Object.assign(shown.style, { width: `${size.width * scale}px`, height: `${size.height * scale}px` });
  });
  const open = new AbortController();
  addEventListener('pagehide', () => lift(), { signal: open.signal });
  dialog.addEventListener('close', () => {
    words?.blur();
    lift();
    fit.disconnect();
    open.abort();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  fit.observe(stage);
  settle();
  layer.focus();
}

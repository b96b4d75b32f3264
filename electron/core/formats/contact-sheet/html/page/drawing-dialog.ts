/** Where a client draws over one picture: by hand, by a pen that says how hard it is pressed, and by keys. */
import { figureWords, type Pen, type Place, placeWords, steppedTo, within } from '@shared/drawing/index.js';
import type { Size } from '@shared/mask/index.js';
import { MOST_FIGURES } from '@shared/records/figure-limits.js';
import type { Figure } from '@shared/records/index.js';
import { drawnHtml } from '../drawn.js';
import { drawBar } from './draw-bar.js';
import { Easel } from './easel.js';
import { element } from './element.js';
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
  readonly onChange: (figures: readonly Figure[]) => void;
}

/** CSS pixels within which the eraser takes a line. */
const REACH = 10;
/** What a mouse says, keys and some fingers do not. */
const NO_PRESSURE = 0.5;
const MIDDLE: Place = [0.5, 0.5];
const HELP =
  'Without a mouse: arrow keys move over the picture, with Shift further. Space sets the pen down and lifts it. Tab leads to the tools, a tool back to the picture.';

/** Opens over the page until it is closed. What is drawn is told at each step, so that nothing is lost however it is left. */
export function openDrawing({ number, src, size, before, figures, onChange }: Sitter): void {
  const easel = new Easel(figures, size);
  let told = figures;
  let cursor: Place | null = null;
  let words: HTMLInputElement | null = null;
  let pointer: number | null = null;

  const kept = element('div', { className: 'mine' });
  const begun = element('div', { className: 'mine' });
  const cross = element('div', { className: 'draw-cross', hidden: true });
  const name = `Draw on the picture of shot ${number}`;
  const layer = element('div', {
    className: 'draw-layer',
    tabIndex: 0,
    role: 'application',
    ariaLabel: name,
  });
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
  const { bar, show } = drawBar({
    take: (by: Partial<Pen>, byKey) => {
      easel.lift();
      easel.pen = { ...easel.pen, ...by };
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
    element('div', { className: 'draw-foot' }, {}, [
      bar,
      state,
      element('p', { className: 'draw-help', textContent: HELP }),
    ]),
  ]);

  function drawBegun(): void {
    const { preview } = easel;
    begun.innerHTML = preview ? drawnHtml([preview], size) : '';
    cross.hidden = cursor === null;
    if (cursor) Object.assign(cross.style, { left: `${cursor[0] * 100}%`, top: `${cursor[1] * 100}%` });
  }
  /** Shows what there is, and tells of figures that are others than before. */
  function settle(): void {
    kept.innerHTML = drawnHtml(easel.figures, size);
    drawBegun();
    show(easel.pen, easel.canUndo);
    layer.dataset.tool = easel.pen.tool;
    if (easel.figures === told) return;
    const last = easel.figures.length > told.length ? easel.figures.at(-1) : undefined;
    const count = easel.figures.length === 1 ? '1 figure' : `${easel.figures.length} figures`;
    state.textContent = `${last ? `${figureWords(last)}. ` : ''}${count} on shot ${number}.`;
    told = easel.figures;
    onChange(told);
  }
  function lift(): void {
    pointer = null;
    easel.lift();
    settle();
  }
  function write(place: Place): void {
    words = wordsField(place, easel.pen, (text, byKey) => {
      words = null;
      easel.write(text, place);
      settle();
      if (byKey) layer.focus();
    });
    shown.append(words);
    words.focus();
  }
  function setDown(place: Place, pressure: number): void {
    if (easel.pen.tool !== 'eraser' && easel.isFull)
      state.textContent = `A picture holds ${MOST_FIGURES} figures. Erase some first.`;
    else if (easel.pen.tool === 'text') write(place);
    else easel.setDown(place, pressure, reach());
    if (easel.pen.tool === 'eraser') settle();
    else drawBegun();
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
    setDown(at(event), event.pressure || NO_PRESSURE);
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
    const from = cursor ?? MIDDLE;
    const to = steppedTo(from, event.key, size.width / size.height, event.shiftKey);
    if (to) {
      cursor = to;
      easel.move(to, NO_PRESSURE, reach());
      drawBegun();
      state.textContent = `${easel.isDrawing ? 'Drawing, ' : ''}${placeWords(to)}`;
    } else if (event.key === ' ' || event.key === 'Enter') {
      cursor = from;
      if (easel.isDrawing) lift();
      else setDown(from, NO_PRESSURE);
      if (easel.pen.tool === 'eraser') lift();
    } else if (event.key === 'Escape' && easel.isDrawing) lift();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    easel.undo();
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

/**
 * Zoom and pan of the viewer, in terms that hold for pictures of any size, so that they are kept from one take or
 * shot to the next, and two takes that are compared are shown alike. All sizes in CSS pixels unless they say otherwise.
 */
import { clamp } from '@shared/drawing/index.js';
import type { Take } from '@shared/records/index.js';
import type { AppState, Look, Zoom } from '../stores/index.js';
import { comparedTake, currentTake } from '../stores/index.js';
import { type Area, type Box, fitBox } from './fit.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is looked at, and on what. */
export interface Looked {
  readonly area: Area;
  /** The picture's own size in its own pixels. */
  readonly picture: Area;
  /** How many times its own pixels a picture is enlarged to fit, at most. */
  readonly most: number;
  /** Pixels of the screen in one CSS pixel. */
  readonly pixelRatio: number;
}

/** Screen pixels that one pixel of the picture may cover. */
const MOST_ENLARGED = 8;
/** Every picture can be enlarged so many times over its fitted size, however small that is. */
const AT_LEAST = 4;
/** Closer to the fitted size than this is the fitted size. */
const NEARLY = 0.005;

/** Between two takes side by side. */
export const BETWEEN = 12;

/** A take in its own size; 16:9 where it could not be read. */
export function lookedAt(area: Area, { width, height }: Pick<Take, 'width' | 'height'>): Looked {
  const readable = width > 0 && height > 0;
  return {
    area,
    picture: readable ? { width, height } : { width: 1280, height: 720 },
    most: readable ? 3 : 1,
    pixelRatio: globalThis.devicePixelRatio ?? 1,
  };
}

/** A take in the room for pictures, or in its half of that; null where there is no take, or no room for it yet. */
export function lookedIn(stage: Area | null, shown: Take | null, isHalf: boolean): Looked | null {
  if (!shown || !stage) return null;
  const width = isHalf ? Math.max(1, (stage.width - BETWEEN) / 2) : stage.width;
  return lookedAt({ width, height: stage.height }, shown);
}

/** The take on the screen and the room it has; null where there is no picture, or no stage for it yet. */
export function lookedNow(state: AppState): Looked | null {
  const { stage, compare } = state.session;
  return lookedIn(stage, currentTake(state), compare === 'side' && comparedTake(state) !== null);
}

/** Width of the picture as it is shown at a zoom. */
function widthAt({ area, picture, most, pixelRatio }: Looked, zoom: Zoom): number {
  const fitted = fitBox(area, picture, most).width;
  if (zoom === 'fit') return fitted;
  const actual = picture.width / pixelRatio;
  if (zoom === 'actual') return actual;
  const largest = Math.max(actual * MOST_ENLARGED, fitted * AT_LEAST);
  return clamp(fitted * zoom, Math.min(fitted, actual), largest);
}

/** Where a length of the picture starts: in the middle where it is smaller than the room, else covering it. */
const startOf = (room: number, length: number, middle: number): number =>
  length <= room ? (room - length) / 2 : clamp(room / 2 - middle * length, room - length, 0);

/** Where the picture stands. It never leaves room that it could fill. */
export function boxOf(looked: Looked, look: Look): Box {
  const { area, picture, most } = looked;
  if (look.zoom === 'fit') return fitBox(area, picture, most);
  const width = widthAt(looked, look.zoom);
  const height = (width * picture.height) / picture.width;
  return {
    left: startOf(area.width, width, look.x),
    top: startOf(area.height, height, look.y),
    width,
    height,
  };
}

/** The part of the picture in the middle of the area, once it stands where it can. */
function centred(area: Area, box: Box, zoom: Zoom): Look {
  return {
    zoom,
    x: (area.width / 2 - box.left) / box.width,
    y: (area.height / 2 - box.top) / box.height,
  };
}

/** Enlarges `factor` times and keeps what lies under `point` (from the area's corner) where it is, if it can. */
export function zoomedAt(looked: Looked, look: Look, factor: number, point: Point): Look {
  const { area, picture, most } = looked;
  const before = boxOf(looked, look);
  const fitted = fitBox(area, picture, most).width;
  const width = widthAt(looked, (before.width / fitted) * factor);
  if (Math.abs(width / fitted - 1) < NEARLY) return FITTED;
  return keptUnder(looked, before, width / fitted, point);
}

/** As `zoomedAt`, at a zoom that is named. */
export function zoomedTo(looked: Looked, look: Look, zoom: Zoom, point: Point): Look {
  return zoom === 'fit' ? FITTED : keptUnder(looked, boxOf(looked, look), zoom, point);
}

function keptUnder(looked: Looked, before: Box, zoom: Zoom, point: Point): Look {
  const { area, picture } = looked;
  const width = widthAt(looked, zoom);
  const height = (width * picture.height) / picture.width;
  const left = point.x - ((point.x - before.left) / before.width) * width;
  const top = point.y - ((point.y - before.top) / before.height) * height;
  const wanted = centred(area, { left, top, width, height }, zoom);
  return centred(area, boxOf(looked, wanted), zoom);
}

/** Moves the picture with the hand. */
export function pannedBy(looked: Looked, look: Look, by: Point): Look {
  const { area } = looked;
  const box = boxOf(looked, look);
  const moved = centred(area, { ...box, left: box.left + by.x, top: box.top + by.y }, look.zoom);
  return centred(area, boxOf(looked, moved), look.zoom);
}

/** There is more of the picture than the area shows. */
export function canPan({ area }: Looked, box: Box): boolean {
  return box.width > area.width + 1 || box.height > area.height + 1;
}

/** Screen pixels for 100 pixels of the picture. */
export const percentOf = ({ picture, pixelRatio }: Looked, box: Box): number =>
  Math.round(((box.width * pixelRatio) / picture.width) * 100);

export const FITTED: Look = { zoom: 'fit', x: 0.5, y: 0.5 };

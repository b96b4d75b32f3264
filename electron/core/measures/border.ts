import { LEVEL, type Plane } from './planes.js';

/** What a bar may wander. */
const EVEN = 4 * LEVEL;
/** Of the line beyond a bar, the share that has to differ: paper that nothing is drawn on ends raggedly. */
const ENDS = 0.5;
/** Lines over which a bar may fade into the picture. */
const FADES = 2;

/** Share of the picture's area, 0–1, in uniform bars along its edges: letterbox, pillarbox, frame. */
export function borderOf(plane: Plane): number {
  const { width, height } = plane;
  const top = bar(plane, height, (line) => line * width, 1, width);
  const bottom = bar(plane, height, (line) => (height - 1 - line) * width, 1, width);
  const left = bar(plane, width, (line) => line, width, height);
  const right = bar(plane, width, (line) => width - 1 - line, width, height);
  const inner = Math.max(0, height - top - bottom) * Math.max(0, width - left - right);
  return 1 - inner / (width * height);
}

/**
 * Lines from one edge inwards that hold a single value, the same for all of them; 0 where they do not end along most
 * of their length.
 */
function bar(
  { data }: Plane,
  lines: number,
  start: (line: number) => number,
  step: number,
  length: number,
): number {
  const value = data[start(0)] ?? 0;
  const differs = (line: number, i: number) => Math.abs((data[start(line) + i * step] ?? 0) - value) > EVEN;
  const share = (line: number): number => {
    let off = 0;
    for (let i = 0; i < length; i++) if (differs(line, i)) off++;
    return off / length;
  };
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      if (!differs(line, i)) continue;
      const isBar = line > 0 && Math.max(share(line), share(Math.min(lines - 1, line + FADES))) >= ENDS;
      return isBar ? line : 0;
    }
  }
  return lines;
}

import type { Plane } from './planes.js';

/** Share of the picture's area, 0–1, in uniform bars along its edges: letterbox, pillarbox, frame. */
export function borderOf(plane: Plane): number {
  const { width, height } = plane;
  const top = bars(plane, height, (line) => line * width, 1, width);
  const bottom = bars(plane, height, (line) => (height - 1 - line) * width, 1, width);
  const left = bars(plane, width, (line) => line, width, height);
  const right = bars(plane, width, (line) => width - 1 - line, width, height);
  const inner = Math.max(0, height - top - bottom) * Math.max(0, width - left - right);
  return 1 - inner / (width * height);
}

/** Lines from one edge inwards that hold a single value, the same for all of them. */
function bars(
  { data }: Plane,
  lines: number,
  start: (line: number) => number,
  step: number,
  length: number,
): number {
  const value = data[start(0)] ?? 0;
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      if (Math.abs((data[start(line) + i * step] ?? 0) - value) > 4) return line;
    }
  }
  return lines;
}

import type { SceneBand } from '../../strip/scene-bands.js';

/** A scene's name along the chart; CSS pixels. */
export interface PlacedName {
  readonly band: SceneBand;
  readonly left: number;
  readonly width: number;
}

/** CSS pixels that a name needs to be read. */
const ROOM = 88;

/**
 * The names that have room: of scenes that are wide enough each in its own, of narrower ones as many as have it beside
 * each other. `step`: CSS pixels from shot to shot.
 */
export function sceneNames(bands: readonly SceneBand[], step: number): readonly PlacedName[] {
  const isWide = ({ length }: SceneBand): boolean => length * step >= ROOM;
  const wide = bands.filter(isWide).map(({ start }) => start * step);
  const last = bands.at(-1);
  const end = last ? (last.start + last.length) * step : 0;
  let free = 0;
  return bands.flatMap((band): PlacedName[] => {
    const left = band.start * step;
    while (wide[0] !== undefined && wide[0] < left) wide.shift();
    const width = isWide(band) ? band.length * step : ROOM;
    if (!isWide(band) && (left < free || left + ROOM > (wide[0] ?? end))) return [];
    free = left + width;
    return [{ band, left, width }];
  });
}

import type { ShotView } from '../board/index.js';

/** A run of neighbouring shots of the same scene, in the order shown. */
export interface SceneBand {
  readonly scene: string;
  readonly start: number;
  readonly length: number;
}

export function sceneBands(shots: readonly ShotView[]): readonly SceneBand[] {
  const bands: SceneBand[] = [];
  for (const [i, { shot }] of shots.entries()) {
    const last = bands.at(-1);
    if (shot.scene === null) continue;
    if (last && last.scene === shot.scene && last.start + last.length === i)
      bands[bands.length - 1] = { ...last, length: last.length + 1 };
    else bands.push({ scene: shot.scene, start: i, length: 1 });
  }
  return bands;
}

/** The scene's name as a heading: one that starts with its number gets the word before it. */
export const sceneName = (scene: string): string =>
  /^\d/.test(scene.trim()) ? `Scene ${scene.trim()}` : scene;

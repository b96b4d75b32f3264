import type { ShotView } from '../board/index.js';
import { keepLast } from '../stores/index.js';

/** A run of neighbouring shots of the same scene, in the order shown. */
export interface SceneBand {
  readonly scene: string;
  readonly start: number;
  readonly length: number;
}

function sceneBands(shots: readonly ShotView[]): readonly SceneBand[] {
  const bands: { scene: string; start: number; length: number }[] = [];
  for (const [i, { shot }] of shots.entries()) {
    const last = bands.at(-1);
    if (shot.scene === null) continue;
    if (last?.scene === shot.scene && last.start + last.length === i) last.length++;
    else bands.push({ scene: shot.scene, start: i, length: 1 });
  }
  return bands;
}

/** Only shots that are others than before are looked at: of ten thousand a decision changes one. */
const haveScenesOf = (before: readonly ShotView[], shots: readonly ShotView[]): boolean =>
  before.length === shots.length &&
  shots.every((view, at) => view === before[at] || view.shot.scene === before[at]?.shot.scene);

/** A way to have the bands of some shots: the same list while at each place there is a shot of the same scene. */
export function keepBands(): (shots: readonly ShotView[]) => readonly SceneBand[] {
  const last = keepLast<{ readonly shots: readonly ShotView[]; readonly bands: readonly SceneBand[] }>();
  return (shots) =>
    last([shots], (before) => ({
      shots,
      bands: before && haveScenesOf(before.shots, shots) ? before.bands : sceneBands(shots),
    })).bands;
}

/** The scene's name as a heading: one that starts with its number gets the word before it. */
export const sceneName = (scene: string): string =>
  /^\d/.test(scene.trim()) ? `Scene ${scene.trim()}` : scene;

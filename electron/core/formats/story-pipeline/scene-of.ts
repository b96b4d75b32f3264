import { NamedFields } from '../shot-rows/index.js';
import type { FoundRow } from './rows.js';

/** Names of a scene, of which the first that is there counts. */
export const SCENE_NAMES = [
  'sceneTitle',
  'sceneName',
  'title',
  'name',
  'heading',
  'sceneHeading',
  'slugline',
  'scene',
];
const SCENE_NUMBERS = ['sceneNumber', 'sceneId', 'number', 'id', 'index'];

/** What the scene that a row stands in is called; null where it stands in none, or in one without name and number. */
export function sceneOf({ scene, sceneKey }: Pick<FoundRow, 'scene' | 'sceneKey'>): string | null {
  if (scene === null) return null;
  const named = new NamedFields(scene);
  const number = named.text(SCENE_NUMBERS) ?? sceneKey;
  return named.text(SCENE_NAMES) ?? (number && /^\d/.test(number) ? `Scene ${number}` : number) ?? null;
}

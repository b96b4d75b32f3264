import { capitalised } from '@shared/capitalised.js';
import { namesOf, type Place } from '@shared/commands/index.js';
import type { Records } from '@shared/records/index.js';
import { sceneName } from '../strip/scene-bands.js';

type Shots = Pick<Records, 'shot'>;

/** "Scene 2": the scene that some of the shots come into at a place; null where all are of it already. */
export function newScene({ shot }: Shots, shotIds: readonly string[], beside: string): string | null {
  const scene = shot[beside]?.scene ?? null;
  if (shotIds.every((id) => (shot[id]?.scene ?? null) === scene)) return null;
  return scene === null ? 'no scene' : sceneName(scene);
}

/** "Shot 8 moved after shot 3, into scene 2." `records`: before the move. */
export function movedWords(records: Records, shotIds: readonly string[], { beside, side }: Place): string {
  const scene = newScene(records, shotIds, beside);
  const into = scene === null ? '' : scene === 'no scene' ? ', out of its scene' : `, into ${lowered(scene)}`;
  return `${capitalised(namesOf(shotIds, records))} moved ${side} shot ${records.shot[beside]?.number ?? '?'}${into}.`;
}

/** "A shot was added after shot 3." */
export const addedWords = ({ shot }: Shots, beside: string): string =>
  `A shot was added after shot ${shot[beside]?.number ?? '?'}.`;

/** "Shot 8 was doubled." */
export const doubledWords = (records: Records, shotIds: readonly string[]): string =>
  `${capitalised(namesOf(shotIds, records))} ${shotIds.length === 1 ? 'was' : 'were'} doubled.`;

/** "Shot 8 is left out of play.", "3 shots are in play again." */
export function omittedWords(records: Records, shotIds: readonly string[], isOmitted: boolean): string {
  const are = shotIds.length === 1 ? 'is' : 'are';
  return `${capitalised(namesOf(shotIds, records))} ${are} ${isOmitted ? 'left out of play' : 'in play again'}.`;
}

const lowered = (scene: string): string => scene.replace(/^Scene (?=\d)/, 'scene ');

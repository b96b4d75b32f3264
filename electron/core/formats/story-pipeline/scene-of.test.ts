import { expect, it } from 'vitest';
import { sceneOf } from './scene-of.js';

it.each<readonly [scene: Record<string, unknown> | null, key: string | undefined, name: string | null]>([
  [null, '3', null],
  [{}, undefined, null],
  [{}, '3', 'Scene 3'],
  [{}, 'harbour', 'harbour'],
  [{}, 'act 2', 'act 2'],
  [{ sceneNumber: 4 }, '3', 'Scene 4'],
  [{ id: 'sc_4' }, '3', 'sc_4'],
  [{ title: 'The harbour', sceneNumber: 4 }, '3', 'The harbour'],
  [{ heading: 'INT. HOUSE', name: 'House' }, undefined, 'House'],
])('the scene %j under %j is called %j', (scene, sceneKey, name) => {
  expect(sceneOf({ scene, sceneKey })).toBe(name);
});

import { expect, it } from 'vitest';
import { latestVersion } from './index.js';

it.each([
  [['sh010_v001.png', 'sh010_v002.png'], 1],
  [['sh010_v2.png', 'sh010_v10.png', 'sh010_v9.png'], 1],
  [['shot_01.png', 'shot_01_v2.png'], 1],
  [['shot1_take1.png', 'shot1_take2.png', 'shot1_take3.png'], 2],
  [['shot 1 version 2.png', 'shot 1 version 1.png'], 0],
  [['shot 1 version 1.png', 'shot 1 version 2.png'], 1],
  [['s1_v2_take1.png', 's1_v2_take2.png'], 1],
  [['s1_v1_take3.png', 's1_v2_take1.png', 's1_v2.png'], 1],
  [['foxTake1.png', 'foxTake2.png'], 1],
  // One batch keeps its order, in each version.
  [['shot_1_00001_.png', 'shot_1_00002_.png'], 0],
  [['shot_1_v1_00001_.png', 'shot_1_v2_00001_.png', 'shot_1_v2_00002_.png'], 1],
  // What is no better for a higher number.
  [['shot_1_var1.png', 'shot_1_var2.png'], 0],
  [['shot_1_alt1.png', 'shot_1_alt2.png'], 0],
  [['shot_1.png', 'shot_1 (2).png', 'shot_1_copy 3.png'], 0],
  [['scene_001_keyframe_00_t0.00.png', 'scene_001_keyframe_01_t2.00.png'], 0],
  [['a.png', 'b.png'], 0],
  [[], 0],
])('of %j number %i counts', (paths, at) => {
  expect(latestVersion(paths)).toBe(at);
});

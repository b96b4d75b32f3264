/** The words that tools and studios put into the names of frames, in several languages. */

import { wordTable } from '../word-table.js';

/**
 * What a number in a name stands for. `plain`: nothing says it; `sceneOrShot`: only its neighbours say which;
 * `counter`: added last by the program that saved the picture; `copy`: by whoever copied it; `stamp`: a date, a time, a
 * size or a seed.
 */
export type Role =
  | 'episode'
  | 'scene'
  | 'shot'
  | 'sceneOrShot'
  | 'frame'
  | 'take'
  | 'plain'
  | 'counter'
  | 'copy'
  | 'stamp'
  | 'setting';

const LABELS: Partial<Record<Role, string>> = {
  episode: 'episode ep epi season act reel seq sequence sq folge episodio épisode серия эпизод',
  scene: 'scene scenes sc scn sce szene escena scena cena scène сцена сц シーン 场 场景 場 場景 씬 장면',
  shot: 'shot shots sh sht cut panel pnl einstellung plano plan inquadratura кадр план カット 镜 镜头 鏡 鏡頭 컷 샷',
  frame: 'frame frames fr board page keyframe keyframes key kf',
  take: 'take tk retake ver version vers var variant variation alt alternate iter iteration round try attempt option opt copy rev revision',
  setting: 'seed steps step cfg fps sd sdxl flux batch strength denoise px guidance lora',
};

/** Single letters that stand directly before their number. */
const LETTERS = wordTable<Role>({
  s: 'sceneOrShot',
  c: 'shot',
  e: 'episode',
  p: 'frame',
  f: 'frame',
  b: 'frame',
  k: 'frame',
  t: 'take',
  v: 'take',
  r: 'take',
});

const ROLES = new Map<string, Role>(
  Object.entries(LABELS).flatMap(([role, words]) => words.split(' ').map((word) => [word, role as Role])),
);

/** What a word before a number says of it. `isClose`: nothing stands between them. */
export const roleOf = (word: string, isClose: boolean): Role | undefined =>
  ROLES.get(word) ?? (isClose ? LETTERS[word] : undefined);

/** Of the words for takes, those that say of a number that a later one is better: variants and copies are not. */
const VERSIONS = new Set(
  'take tk retake ver version vers iter iteration round try attempt rev revision t v r'.split(' '),
);
export const isVersionOf = (label: string): boolean => VERSIONS.has(label);

/** Of what a name says, these words tell takes of one shot apart. */
const VERSION_WORDS = new Set(
  'final finals draft drafts alt upscaled upscale hires hd new old copy kopie copie copia wip raw edit edited fixed best selected pick picks'.split(
    ' ',
  ),
);
export const isVersionWord = (word: string): boolean => VERSION_WORDS.has(word);

/** Folders that say nothing of what lies in them. */
const NEUTRAL_FOLDERS = new Set(
  'output outputs out render renders rendered keyframe keyframes frame frames image images img imgs picture pictures pics still stills shot shots scene scenes board boards storyboard panels export exports result results gen generated generations comfyui comfy txt2img img2img png jpg jpeg webp media assets'.split(
    ' ',
  ),
);
export const isNeutralFolder = (folder: string): boolean => {
  const name = folder.toLowerCase().replace(/[ _-]+/g, ' ');
  return name.split(' ').every((word) => NEUTRAL_FOLDERS.has(word) || VERSION_WORDS.has(word));
};

/** Folders of pictures that are no frames, by what they hold. */
const ASIDE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['a reference', 'ref refs reference references moodboard characters character_refs charrefs'],
    ['a small copy', 'thumb thumbs thumbnail thumbnails proxy proxies'],
    ['made for a generator', 'mask masks depth pose poses canny lineart controlnet init-images'],
    // As AUTOMATIC1111 and those that came from it name them.
    ['a sheet of several', 'grids txt2img-grids img2img-grids'],
  ].flatMap(([what, names]) => (names ?? '').split(' ').map((name) => [name, what ?? ''])),
);

/** Why a picture in this folder is no frame, "a reference"; undefined where nothing says so. */
export const asideIn = (folder: string): string | undefined =>
  Object.hasOwn(ASIDE, folder.toLowerCase()) ? ASIDE[folder.toLowerCase()] : undefined;

/** In the place of the published eyes the tiny ones of random weights that their engines are proven on. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EYES, type EyeEntry, modelFolder } from '@models/library/index.js';

const TINY = { 'grounding-dino': 128, dinov2: 56, 'pp-ocr': null } as const;
const architectures = fileURLToPath(new URL('../models/architectures', import.meta.url));

const eyes = EYES as EyeEntry[];

/** In this process. Returns what puts the published ones back. */
export function shrinkEyes(): () => void {
  const published = [...eyes];
  for (const [at, eye] of published.entries()) {
    const size = TINY[eye.architecture];
    if (size === null || eye.image === null) continue;
    const files = eye.files.map(({ path }) => ({ path, size: null, sha256: null, about: null }));
    eyes[at] = { ...eye, files, image: { ...eye.image, size } };
  }
  return () => void eyes.splice(0, eyes.length, ...published);
}

/** Puts an eye where it would lie if it had been downloaded. Returns that folder. */
export async function installTiny(id: string, downloadsFolder: string): Promise<string> {
  const eye = eyes.find((one) => one.id === id);
  if (!eye) throw new Error(`no eye is called ${id}`);
  const folder = modelFolder(eye, { modelsFolder: '', downloadsFolder });
  await cp(join(architectures, eye.architecture, 'test/fixture'), folder, { recursive: true });
  return folder;
}

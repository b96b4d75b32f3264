/** One eye over a folder's pictures, in a process of its own: its memory is what the eye needs. Prints one line of JSON. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Dinov2Engine, GroundingDinoEngine, PpOcrEngine } from '@models/architectures/index.js';
import { EYES, type EyeEntry, modelFolder, preparedFolder } from '@models/library/index.js';
import { THREADS } from '../board.js';
import { randomModels } from '../random-model.js';

/** Looks once at a picture, or at a part of it. */
type Look = (file: string) => Promise<unknown>;

const [id, rounds, folder = '', modelsFolder = ''] = process.argv.slice(2);
const entry = EYES.find((eye) => eye.id === id);
if (!entry) throw new Error(`no eye is called “${id}”`);

async function opened(eye: EyeEntry): Promise<Look> {
  const folders = { modelsFolder: '', downloadsFolder: randomModels };
  const options = { device: 'cpu', threads: THREADS, prepared: preparedFolder(eye, folders) } as const;
  switch (eye.architecture) {
    case 'pp-ocr': {
      const engine = await PpOcrEngine.load(modelFolder(eye, { ...folders, modelsFolder }), options);
      return (file) => engine.read(file);
    }
    case 'grounding-dino': {
      const engine = await GroundingDinoEngine.load(modelFolder(eye, folders), eye, options);
      return async (file) => engine.detect(await engine.prepare(file), ['girl', 'old man', 'fox', 'lantern']);
    }
    case 'dinov2': {
      const engine = await Dinov2Engine.load(modelFolder(eye, folders), eye, options);
      const middle = { x: 0.3, y: 0.2, width: 0.4, height: 0.6 };
      return async (file) => engine.features(await engine.prepare(file, middle));
    }
  }
}

const pictures = (await readdir(folder)).filter((name) => name.endsWith('.webp'));
const started = performance.now();
const look = await opened(entry);
const load = (performance.now() - started) / 1000;
const seconds: number[] = [];
for (let round = -1; round < Number(rounds); round++) {
  const begun = performance.now();
  await look(join(folder, pictures[(round + 1) % pictures.length] ?? ''));
  // The first warms up.
  if (round >= 0) seconds.push((performance.now() - begun) / 1000);
}
console.log(JSON.stringify({ load, seconds, peak: process.resourceUsage().maxRSS * 1024 }));
process.exit(0);

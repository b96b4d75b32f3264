/** A model of the user's own: a folder of a known architecture in the published layout, used where it lies. */
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { z } from 'zod';
import {
  ARCHITECTURES,
  type Architecture,
  CATALOGUE,
  type CatalogueEntry,
  catalogueEntry,
  DTYPES,
  type Dtype,
  onnxFile,
} from './catalogue.js';
import { externalData } from './external-data.js';
import { ENTRY_FILE, findModel, type ModelPlaces } from './library.js';

/** What a published config.json says of the picture; Phi-3.5-vision's tower is always the same. */
const config = z.discriminatedUnion('model_type', [
  z.object({
    model_type: z.literal('llava_onevision'),
    vision_config: z.object({ image_size: z.number().int().positive() }),
  }),
  z.object({ model_type: z.literal('phi3_v') }),
]);

const OF_TYPE = { llava_onevision: 'llava-onevision', phi3_v: 'phi-3.5-vision' } as const satisfies Record<
  z.infer<typeof config>['model_type'],
  Architecture
>;

const triple = z.tuple([z.number(), z.number(), z.number()]);
const preparation = z.object({
  image_mean: triple,
  image_std: triple,
  num_crops: z.number().int().positive().optional(),
});

/** On a processor: small and precise before small and fast. */
const PREFERRED: readonly Dtype[] = ['q4', 'fp32', 'fp16', 'q4f16'];
const TEXTS = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

/**
 * Writes the entry into the user's data and returns it. Its prompt is that of the architecture's published model;
 * it may be edited in the entry. Throws MODEL_UNKNOWN saying what does not fit.
 */
export async function addModel(given: string, id: string, places: ModelPlaces): Promise<CatalogueEntry> {
  const folder = resolve(given);
  if (places.downloadsFolder === null) throw refused('there is no folder for the user’s models');
  if (findModel(id, places)) throw refused(`a model is called “${id}” already`);
  const absent = await missing(folder, TEXTS);
  if (absent.length > 0) throw refused(`${folder} lacks ${absent.join(', ')}`);
  const read = config.safeParse(await json(folder, 'config.json'));
  if (!read.success)
    throw refused(
      `${join(folder, 'config.json')}, ${read.error.issues[0]?.path.join('.')}: not a ${Object.keys(OF_TYPE).join(' or ')} model`,
    );
  const architecture = OF_TYPE[read.data.model_type];
  const dtype: Record<string, Dtype> = {};
  for (const session of ARCHITECTURES[architecture]) dtype[session] = await dtypeIn(folder, session);
  const weights = Object.entries(dtype).map(([session, of]) => onnxFile(session, of));
  const external = (await Promise.all(weights.map((file) => externalData(folder, file)))).flat();
  const gone = await missing(folder, external);
  if (gone.length > 0) throw refused(`${folder} lacks ${gone.join(', ')}`);
  const published = CATALOGUE.find(
    (known) => known.source.kind === 'hub' && known.architecture === architecture,
  ) as CatalogueEntry;
  const { data: normal } = preparation.safeParse(
    await json(folder, 'preprocessor_config.json').catch(() => null),
  );
  const size = 'vision_config' in read.data ? read.data.vision_config.image_size : published.image.size;
  const image = {
    ...published.image,
    size,
    ...(normal && { mean: normal.image_mean, std: normal.image_std }),
    ...(normal?.num_crops && published.image.resize === 'hd' && { tiles: normal.num_crops }),
  };
  const entry = catalogueEntry.safeParse({
    ...published,
    id,
    name: basename(folder),
    licence: 'the user’s own',
    source: { kind: 'folder', folder },
    files: await Promise.all(
      [...TEXTS, ...weights, ...external].map(async (path) => ({
        path,
        size: (await stat(join(folder, path))).size,
      })),
    ),
    devices: { cpu: { dtype, memory: null } },
    limits: [
      image.resize === 'hd'
        ? `Sees the picture as at most ${image.tiles} tiles of ${size} × ${size} and once as a whole.`
        : `Sees one picture of ${size} × ${size}.`,
      'How well it judges was not measured, and its answers are not calibrated.',
    ],
    image,
  });
  if (!entry.success) {
    const [issue] = entry.error.issues;
    throw refused(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  await mkdir(join(places.downloadsFolder, id), { recursive: true });
  const file = join(places.downloadsFolder, id, ENTRY_FILE);
  await writeFile(`${file}.part`, `${JSON.stringify(entry.data, null, 2)}\n`);
  await rename(`${file}.part`, file);
  return entry.data;
}

async function dtypeIn(folder: string, session: string): Promise<Dtype> {
  for (const dtype of PREFERRED)
    if ((await missing(folder, [onnxFile(session, dtype)])).length === 0) return dtype;
  throw refused(`${folder} lacks onnx/${session}.onnx, in any of ${DTYPES.join(', ')}`);
}

async function missing(folder: string, files: readonly string[]): Promise<string[]> {
  const there = await Promise.all(files.map((file) => stat(join(folder, file)).catch(() => null)));
  return files.filter((_, index) => !there[index]?.isFile() || there[index]?.size === 0);
}

async function json(folder: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, file), 'utf8'));
  } catch (thrown) {
    throw new ContinuistError('MODEL_UNKNOWN', `${join(folder, file)} is not valid JSON`, { file }, thrown);
  }
}

const refused = (detail: string): ContinuistError => new ContinuistError('MODEL_UNKNOWN', detail);

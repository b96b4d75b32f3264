/** A model of the user's own, from wherever its files are: is it one that can be run, and what its entry says. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { z } from 'zod';
import {
  ARCHITECTURES,
  type Architecture,
  CATALOGUE,
  type CatalogueEntry,
  catalogueEntry,
  type Device,
  type Dtype,
  onnxFile,
} from './catalogue.js';
import { ENTRY_FILE, type LibraryFolders } from './library.js';
import { isTaken } from './own-name.js';

/** What a published config.json says of the picture; the towers of the others are always the same. */
const config = z.discriminatedUnion('model_type', [
  z.object({
    model_type: z.literal('llava_onevision'),
    vision_config: z.object({ image_size: z.number().int().positive() }),
  }),
  z.object({ model_type: z.literal('phi3_v') }),
  z.object({ model_type: z.literal('qwen3_5') }),
]);

const OF_TYPE = {
  llava_onevision: 'llava-onevision',
  phi3_v: 'phi-3.5-vision',
  qwen3_5: 'qwen-3.5',
} as const satisfies Record<z.infer<typeof config>['model_type'], Architecture>;

const triple = z.tuple([z.number(), z.number(), z.number()]);
const preparation = z.object({
  image_mean: triple,
  image_std: triple,
  num_crops: z.number().int().positive().optional(),
});

/** Every model needs them, whatever it runs on. */
export const TEXTS = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

/** Where the architecture's published model has no say. On a processor: small and precise before small and fast. */
const ON_PROCESSOR: readonly Dtype[] = ['q4', 'fp32', 'fp16', 'q4f16'];
const ON_CARD: readonly Dtype[] = ['q4f16', 'q4', 'fp16', 'fp32'];

export interface Recognised {
  /** The published model of the same architecture. */
  readonly published: CatalogueEntry;
  /** Pixels of a side, as the model's tower takes them. */
  readonly size: number;
}

/** `read`: config.json's value; `where`: its name, for the error. Throws MODEL_UNKNOWN. */
export function recognised(read: unknown, where: string): Recognised {
  const { data, error } = config.safeParse(read);
  if (!data)
    throw refused(
      `${where}, ${error.issues[0]?.path.join('.')}: not a ${Object.keys(OF_TYPE).join(' or ')} model`,
    );
  const published = CATALOGUE.find(
    ({ source, architecture }) => source.kind === 'hub' && architecture === OF_TYPE[data.model_type],
  ) as CatalogueEntry;
  return { published, size: 'vision_config' in data ? data.vision_config.image_size : published.image.size };
}

/** Every file that may hold the weights of a session. */
export const weightsOf = ({ architecture }: CatalogueEntry): string[] =>
  ARCHITECTURES[architecture].flatMap((session) => ON_PROCESSOR.map((dtype) => onnxFile(session, dtype)));

/**
 * The best that `files` hold for each session on `device`: as the published model has it, or the next best. `where`
 * holds the files, for the error. Throws MODEL_UNKNOWN naming the sessions that they lack.
 */
export function dtypesIn(
  files: ReadonlySet<string>,
  published: CatalogueEntry,
  device: Device,
  where: string,
): Record<string, Dtype> {
  const chosen: Record<string, Dtype> = {};
  const lacking: string[] = [];
  for (const session of ARCHITECTURES[published.architecture]) {
    const order = device === 'cpu' ? ON_PROCESSOR : ON_CARD;
    const first = published.devices[device]?.dtype[session];
    const best = (first ? [first, ...order] : order).find((dtype) => files.has(onnxFile(session, dtype)));
    if (best) chosen[session] = best;
    else lacking.push(`onnx/${session}.onnx`);
  }
  if (lacking.length > 0)
    throw refused(`${where} lacks ${lacking.join(', ')}, in any of ${ON_CARD.toReversed().join(', ')}`);
  return chosen;
}

/** The fine weights of the published model, where `files` hold them as well as `dtype`, which are others. */
export function fineIn(
  files: ReadonlySet<string>,
  published: CatalogueEntry,
  device: Device,
  dtype: Readonly<Record<string, Dtype>>,
): Record<string, Dtype> | undefined {
  const fine = published.devices[device]?.fine;
  const isChoice = Object.entries(fine ?? {}).every(
    ([session, of]) =>
      files.has(onnxFile(session, of)) && dtype[session] === published.devices[device]?.dtype[session],
  );
  return isChoice ? fine : undefined;
}

export interface OwnModel extends Recognised {
  /** The value of preprocessor_config.json; null where there is none. */
  readonly preprocessor: unknown;
  readonly entry: Pick<CatalogueEntry, 'id' | 'name' | 'licence' | 'source' | 'files' | 'devices'>;
}

/**
 * Writes the model's entry into the user's data and returns it. Its prompt is that of the architecture's published
 * model; it may be edited in the entry. Throws MODEL_UNKNOWN.
 */
export async function keepOwnModel(own: OwnModel, folders: LibraryFolders): Promise<CatalogueEntry> {
  const { published, size, preprocessor } = own;
  const { data: normal } = preparation.safeParse(preprocessor);
  const image = {
    ...published.image,
    size,
    ...(normal && { mean: normal.image_mean, std: normal.image_std }),
    ...(normal?.num_crops && published.image.resize === 'hd' && { tiles: normal.num_crops }),
  };
  const entry = catalogueEntry.safeParse({
    ...published,
    ...own.entry,
    limits: [seen(image), 'How well it judges has not been measured, and its answers are not calibrated.'],
    image,
  });
  if (!entry.success) {
    const [issue] = entry.error.issues;
    throw refused(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const folder = join(folderFor(entry.data.id, folders), entry.data.id);
  await mkdir(folder, { recursive: true });
  const file = join(folder, ENTRY_FILE);
  await writeFile(`${file}.part`, `${JSON.stringify(entry.data, null, 2)}\n`);
  await rename(`${file}.part`, file);
  return entry.data;
}

function seen(image: CatalogueEntry['image']): string {
  const { size } = image;
  switch (image.resize) {
    case 'hd':
      return `Sees the picture as at most ${image.tiles} tiles of ${size} × ${size} and once as a whole.`;
    case 'patches':
      return `Sees the picture in its own proportion with at most ${Math.round(image.most / 1e4)}0,000 pixels.`;
    case 'stretch':
      return `Sees one picture of ${size} × ${size}.`;
  }
}

/** Where the user's models lie. Throws MODEL_UNKNOWN when there is no such folder, or the name is taken. */
export function folderFor(id: string, folders: LibraryFolders): string {
  if (folders.downloadsFolder === null) throw refused('there is no folder for the user’s models');
  if (isTaken(id, folders)) throw refused(`a model is called “${id}” already`);
  return folders.downloadsFolder;
}

export const refused = (detail: string): ContinuistError => new ContinuistError('MODEL_UNKNOWN', detail);

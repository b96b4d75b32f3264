/** The answer to a request: its picture, and what the server says of how it made it. */
import { embeddedIn, parseLoosely } from '@core/metadata/index.js';
import { z } from 'zod';
import type { TakeSettings } from '../generator.js';
import { Strange } from '../server-client.js';
import type { Client } from './client.js';

const reply = z.object({ images: z.array(z.string().catch('')).nullish(), info: z.unknown() });
// Seeds are larger than a number holds.
const scalar = z.union([z.string(), z.number()]).transform(String);
const info = z.object({
  seed: scalar.optional().catch(undefined),
  all_seeds: z.array(scalar).catch([]),
  infotexts: z.array(z.string()).catch([]),
  index_of_first_image: z.number().int().min(0).catch(0),
  job_timestamp: scalar.catch(''),
  clip_skip: z.number().optional().catch(undefined),
});

export interface Made {
  readonly bytes: Buffer;
  /** Decimal; null where it does not say. */
  readonly seed: string | null;
  readonly settings: TakeSettings;
  /** When its work began, as the server tells it; '' where it does not. */
  readonly job: string;
}

/** Throws `Strange`. */
export function madeIn(client: Client, answer: Buffer, path: string): Made {
  const { images, info: about } = client.read(answer, reply, path);
  // A text of JSON as A1111 has it; servers that speak like it have the object itself.
  const said = info.safeParse(typeof about === 'string' ? parseLoosely(about) : about).data;
  const at = said?.index_of_first_image ?? 0;
  const picture = images?.[at] || images?.find((one) => one !== '');
  if (!picture) throw new Strange('it made no picture');
  const text = said?.infotexts[at] ?? said?.infotexts[0] ?? '';
  const read = embeddedIn([{ where: 'png', name: 'parameters', text, bytes: text.length }]);
  return {
    bytes: Buffer.from(picture.replace(/^data:[^,]{0,100},/, ''), 'base64'),
    seed: said?.all_seeds[0] ?? said?.seed ?? read.seed,
    settings: {
      ...read.settings,
      ...(said?.clip_skip !== undefined && { 'Clip skip': said.clip_skip }),
    },
    job: said?.job_timestamp ?? '',
  };
}

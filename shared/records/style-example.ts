import { z } from 'zod';
import { id, instant } from './fields.js';

/** Numbers in one list of features. */
const MOST_NUMBERS = 8_192;
const numbers = z.array(z.number()).max(MOST_NUMBERS);

/** What a picture's style is told by. Numbers of different versions cannot be compared. */
export const styleFeatures = z.object({
  /** Version of the way of measuring, `MEASURES_VERSION`. */
  measures: z.number().int().positive(),
  /** By group: colour, tone, line … as `FrameMeasures.style` has them. */
  style: z.record(z.string().max(40), numbers),
  /** Version of the judge whose vision tower saw the picture; '' = none has. */
  judge: z.string().max(500),
  /** Pooled features of that tower; [] where none saw the picture. */
  tower: numbers,
});

/** A picture that is no take of this storyboard, by what is known of its style. */
export const outsidePicture = z.object({
  /** Of its file, without the folder; of a take of another storyboard, its shot: "shot 3". */
  name: z.string().max(300),
  /** A small copy as a `data:` address; '' = none is kept. */
  preview: z
    .string()
    .max(20_000)
    .regex(/^(data:image\/(webp|jpeg|png);base64,[\w+/=]+)?$/),
  features: styleFeatures,
});

/** A picture that the artist marked as one in the brand's style, or as one that is off it. */
export const styleExample = z.object({
  id,
  on: z.boolean(),
  /** Null where it is no take of this storyboard; then `outside` says what it is. */
  takeId: id.nullable(),
  outside: outsidePicture.nullable(),
  createdAt: instant,
});

/** What holds for all examples together. */
export const brand = z.object({
  /** A storyboard has one brand style. */
  id: z.literal('brand'),
  name: z.string().max(100),
  /** Frames that are off it are found. */
  flags: z.boolean(),
});

/** As it is before anything was said of it. */
export const NO_BRAND: Brand = { id: 'brand', name: '', flags: true };

/** Examples of one storyboard. */
export const MOST_EXAMPLES = 400;

export type StyleFeatures = z.infer<typeof styleFeatures>;
export type OutsidePicture = z.infer<typeof outsidePicture>;
export type StyleExample = z.infer<typeof styleExample>;
export type Brand = z.infer<typeof brand>;

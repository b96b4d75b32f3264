/** The published eyes this program knows: models that see in a picture what a judge is not asked. All of them optional. */
import { z } from 'zod';
import { hasDtypes, modelFields } from './catalogue.js';
import entries from './eyes.json' with { type: 'json' };

/** The architectures of eyes that can be run, and the parts of each that run in a session of their own. */
export const EYE_ARCHITECTURES = {
  dinov2: ['model'],
  'grounding-dino': ['model'],
  'pp-ocr': ['detection', 'recognition'],
} as const;
type EyeArchitecture = keyof typeof EYE_ARCHITECTURES;

const triple = z.tuple([z.number(), z.number(), z.number()]);

export const eyeEntry = z
  .object({
    ...modelFields,
    architecture: z.enum(Object.keys(EYE_ARCHITECTURES) as EyeArchitecture[]),
    /** What it is good for, one sentence. */
    brings: z.string().min(1),
    /** How a square picture is made for it; null where it takes them in their proportions. */
    image: z
      .object({
        /** Side, pixels. */
        size: z.number().int().positive(),
        /** `contain`: whole and in its proportions, the rest of the square in the mean colour. */
        resize: z.enum(['stretch', 'contain']),
        kernel: z.enum(['cubic', 'linear']),
        mean: triple,
        std: triple,
      })
      .nullable(),
  })
  .strict()
  .refine(({ architecture, devices }) => hasDtypes(devices, EYE_ARCHITECTURES[architecture]), {
    path: ['devices'],
    message: 'one dtype for each session of the architecture is needed',
  });

export type EyeEntry = z.infer<typeof eyeEntry>;

export const EYES: readonly EyeEntry[] = z.array(eyeEntry).parse(entries);

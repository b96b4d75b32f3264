/** A part of a picture as the artist draws it: the shapes one after another, what is drawn later lies on top. */
import { z } from 'zod';
import { region } from './fields.js';

/** Fractions of the picture's width and height, from its left and top edge; a brush may leave the picture. */
const point = z.tuple([z.number().min(-1).max(2), z.number().min(-1).max(2)]);

/** Points of one line, and shapes of one mask. */
export const MOST_POINTS = 5_000;
export const MOST_SHAPES = 1_000;

export const maskShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('box'), region }),
  /** A brush, or an eraser, with round ends, along the line through these points. */
  z.object({
    kind: z.enum(['brush', 'eraser']),
    /** Its diameter, in shares of the picture's shorter side. */
    size: z.number().positive().max(1),
    points: z.array(point).min(1).max(MOST_POINTS),
  }),
]);

export const mask = z.object({
  shapes: z.array(maskShape).min(1).max(MOST_SHAPES),
  /** How far its edge fades out, in shares of the picture's shorter side. */
  feather: z.number().min(0).max(0.2),
});

export type MaskShape = z.infer<typeof maskShape>;
export type Mask = z.infer<typeof mask>;

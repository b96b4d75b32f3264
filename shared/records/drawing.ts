/** What is drawn over a picture as part of a note. Each figure is a record: one step of undo, and erased by itself. */
import { z } from 'zod';
import { id, instant, region } from './fields.js';
import { FIGURE_COLOURS, LONGEST_LABEL, MOST_LINE_POINTS } from './figure-limits.js';

/** 0 to 1 of the picture's width or height, from its left or upper edge. */
const share = (of: string) => z.number().min(0).max(1).describe(`${of} 0 to 1.`);
const across = share('From the left edge of the picture.');
const down = share('From the upper edge of the picture.');
const point = z.tuple([across, down]);
const place = { x: share('Its left edge.'), y: share('Its upper edge.') };
const extent = { width: share("Of the picture's width."), height: share("Of the picture's height.") };

const look = {
  colour: z.enum(FIGURE_COLOURS),
  /** How thick its lines are, or how high its letters. */
  size: z
    .number()
    .positive()
    .max(0.2)
    .describe(
      "Of the picture's shorter side. Above 0, up to 0.2: how thick its lines are, or high its letters.",
    ),
};

export const figure = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pen'),
    points: z
      .array(z.tuple([across, down, share('How hard the pen was pressed there.')]))
      .min(1)
      .max(MOST_LINE_POINTS),
    ...look,
  }),
  z.object({ kind: z.literal('arrow'), from: point, to: point, ...look }),
  z.object({ kind: z.enum(['box', 'ellipse']), region: region.extend({ ...place, ...extent }), ...look }),
  z.object({
    kind: z.literal('text'),
    at: point,
    text: z.string().trim().min(1).max(LONGEST_LABEL),
    ...look,
  }),
]);

export const drawing = z.object({
  id,
  shotId: id,
  /** The note that it is part of, which says over which picture it lies; by the name that files have it by. */
  commentId: id,
  figure,
  at: instant,
});

export type Figure = z.infer<typeof figure>;
export type FigureKind = Figure['kind'];
export type FigureColour = (typeof FIGURE_COLOURS)[number];
export type Drawing = z.infer<typeof drawing>;

/** The brand's style, by pictures that are in it and pictures that are off it. */
import { z } from 'zod';
import { ContinuistError } from '../errors.js';
import {
  add,
  brand,
  id,
  MOST_EXAMPLES,
  NO_BRAND,
  need,
  outsidePicture,
  put,
  type Records,
  remove,
  type StyleExample,
  type Write,
} from '../records/index.js';
import { define } from './definition.js';

/** In the style, off it, or no example any more. */
const on = z.boolean().nullable();

const exampleOf = (records: Records, takeId: string): StyleExample | undefined =>
  Object.values(records.styleExample).find((one) => one.takeId === takeId);

function added(records: Records, example: StyleExample): Write {
  if (Object.keys(records.styleExample).length >= MOST_EXAMPLES)
    throw new ContinuistError('EXAMPLES_FULL', `it has ${MOST_EXAMPLES}`);
  return add(records, 'styleExample', example);
}

const changed = (example: StyleExample, to: boolean | null): Write =>
  to === null ? remove('styleExample', example.id) : put('styleExample', { ...example, on: to });

/** Marks a take. What says so already stays as it is. */
export const markStyle = define(
  'mark-style',
  { takeId: id, on },
  {
    apply: (records, { takeId, on }, { id, at }) => {
      need(records, 'take', takeId);
      const known = exampleOf(records, takeId);
      if (known) return [changed(known, on)];
      return on === null ? [] : [added(records, { id, on, takeId, outside: null, createdAt: at })];
    },
    label: ({ on }, shots) =>
      on === null ? `Take the style mark off ${shots}` : `Mark ${shots} as ${on ? 'on' : 'off'} style`,
    shots: ({ takeId }, { take }) => [take[takeId]?.shotId ?? ''].filter(Boolean),
  },
);

/** Adds a picture from elsewhere. */
export const addStyleExample = define(
  'add-style-example',
  { on: z.boolean(), outside: outsidePicture },
  {
    apply: (records, { on, outside }, { id, at }) => [
      added(records, { id, on, takeId: null, outside, createdAt: at }),
    ],
    label: ({ on }) => `Add ${on ? 'examples of the brand style' : 'examples off the brand style'}`,
  },
);

/** Of any example, wherever it comes from. */
export const changeStyleExample = define(
  'change-style-example',
  { exampleId: id, on },
  {
    apply: (records, { exampleId, on }) => [changed(need(records, 'styleExample', exampleId), on)],
    label: ({ on }) =>
      on === null ? 'Remove an example of the brand style' : `Mark an example as ${on ? 'on' : 'off'} style`,
    shots: ({ exampleId }, { styleExample, take }) =>
      [take[styleExample[exampleId]?.takeId ?? '']?.shotId ?? ''].filter(Boolean),
  },
);

export const setBrand = define(
  'set-brand',
  { name: brand.shape.name, flags: brand.shape.flags },
  {
    apply: ({ brand }, { name, flags }) => [put('brand', { ...(brand.brand ?? NO_BRAND), name, flags })],
    label: ({ name, flags }, _shots, { brand }) =>
      (brand.brand ?? NO_BRAND).flags !== flags
        ? `${flags ? 'Flag' : 'Do not flag'} frames that are off the brand style`
        : `Call the brand style “${name}”`,
  },
);

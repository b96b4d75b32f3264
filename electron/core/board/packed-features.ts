/** What is measured of a frame's style, in a fifth of the memory of its lists: two bytes a number, all in one text. */
import type { Features } from '@core/measures/index.js';

/** By group. */
type Style = Readonly<Record<string, readonly number[]>>;

/** Measures are rounded to the ten-thousandth. */
const PARTS = 10_000;
/** So many of those below zero and above it have room in two bytes. */
const ROOM = 2 ** 15;
/** Numbers of a frame, a multiple of what is measured. */
const MOST = 4096;
/** What is measured changes from version to version; a review that names other groups for every frame came from elsewhere. */
const MOST_FORMS = 8;

type Form = new (packed: string) => Features;

/** By the groups and how many numbers each has. */
const forms = new Map<string, Form>();

/** The same numbers: a group's are unpacked whenever it is asked for. Null where one of them does not fit. */
export function packedFeatures(style: Style): Features | null {
  const groups = Object.entries(style);
  const values = groups.flatMap(([, own]) => own);
  if (values.length > MOST) return null;
  const codes = values.map((value) => Math.round(value * PARTS) + ROOM);
  const fits = codes.every(
    (code, at) => code >= 0 && code < 2 * ROOM && (code - ROOM) / PARTS === values[at],
  );
  const form = fits ? formOf(groups) : null;
  return form && new form(String.fromCharCode(...codes));
}

function formOf(groups: readonly (readonly [name: string, values: readonly number[]])[]): Form | null {
  const name = JSON.stringify(groups.map(([group, { length }]) => [group, length]));
  const known = forms.get(name);
  if (known || forms.size >= MOST_FORMS) return known ?? null;
  // Its fields are its own, so that two frames that were measured alike are the same value.
  class Packed {
    readonly form = name;
    readonly packed: string;
    constructor(packed: string) {
      this.packed = packed;
    }
  }
  let from = 0;
  for (const [group, { length }] of groups) {
    const [first, end] = [from, from + length];
    Object.defineProperty(Packed.prototype, group, {
      get(this: Packed) {
        return unpacked(this.packed, first, end);
      },
    });
    from = end;
  }
  const form = Packed as unknown as Form;
  forms.set(name, form);
  return form;
}

function unpacked(packed: string, first: number, end: number): number[] {
  const values = new Array<number>(end - first);
  for (let at = first; at < end; at++) values[at - first] = (packed.charCodeAt(at) - ROOM) / PARTS;
  return values;
}

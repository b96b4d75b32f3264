import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { rgbOf } from '../colour.js';
import { lightOf } from '../light.js';
import {
  ANIMAL_COLOURS,
  ANIMALS,
  type Box,
  COAT_COLOURS,
  type Colour,
  FRAMINGS,
  KINDS,
  type Kind,
  MOODS,
  OBJECTS,
  PEOPLE,
  POSES,
  type Scene,
  STYLES,
  type Subject,
} from '../scene.js';
import { brushFor } from '../styles/index.js';
import { LOCAL_COLOUR, stageSubjects } from './index.js';

const isAnimal = (kind: Kind) => (ANIMALS as readonly string[]).includes(kind);
const isPerson = (kind: Kind) => (PEOPLE as readonly string[]).includes(kind);
const coloursOf = (kind: Kind): readonly Colour[] => (isAnimal(kind) ? ANIMAL_COLOURS : COAT_COLOURS);

const subject = (kind: Kind, more: Partial<Subject> = {}): Subject => ({
  kind,
  colour: coloursOf(kind)[0] ?? 'white',
  x: 0.5,
  facing: 1,
  mood: 'calm',
  pose: 'stand',
  ...more,
});

const scene = (subjects: Subject[], more: Partial<Scene> = {}): Scene => ({
  place: 'meadow',
  time: 'day',
  weather: 'clear',
  framing: 'medium',
  style: 'gouache',
  seed: 7,
  subjects,
  ...more,
});

const stage = (of: Scene) => {
  const brush = brushFor(of.style, lightOf(of.time, of.weather));
  const { svg, subjects } = stageSubjects(of, brush);
  return { svg, subjects, defs: brush.defs() };
};

const only = (of: Scene) => {
  const [drawn] = stage(of).subjects;
  if (!drawn) throw new Error('nothing drawn');
  return drawn;
};

const middle = (box: Box) => box.x + box.width / 2;
const bottom = (box: Box) => box.y + box.height;

describe('stageSubjects', () => {
  it('draws every kind in its colours, framings, moods and poses with a box in or over the frame', () => {
    for (const kind of KINDS) {
      for (const framing of FRAMINGS) {
        for (const [i, colour] of coloursOf(kind).entries()) {
          const mood = MOODS[i % 4];
          const pose = POSES[(i + 1) % 4];
          const { svg, subjects } = stage(scene([subject(kind, { colour, mood, pose })], { framing }));
          expect(svg).not.toMatch(/NaN|undefined|Infinity/);
          const [drawn] = subjects;
          expect(drawn?.subject.kind).toBe(kind);
          const box = drawn?.box as Box;
          const coat = drawn?.colourBox as Box;
          expect(Math.abs(middle(box) - 0.5), `${kind} ${framing}`).toBeLessThan(0.12);
          expect(box.y, `${kind} ${framing}`).toBeGreaterThan(-0.03);
          for (const [a, b] of [
            [coat.x, box.x],
            [coat.y, box.y],
            [box.x + box.width, coat.x + coat.width],
            [bottom(box), bottom(coat)],
          ] as const) {
            expect(a).toBeGreaterThanOrEqual(b - 1e-9);
          }
          expect(coat.width * coat.height).toBeGreaterThan(0.05 * box.width * box.height);
        }
      }
    }
  });

  it('sizes people by the framing', () => {
    for (const kind of PEOPLE) {
      const wide = only(scene([subject(kind)], { framing: 'wide' })).box;
      expect(wide.height).toBeGreaterThan(0.26);
      expect(wide.height).toBeLessThan(0.39);
      expect(bottom(wide)).toBeGreaterThan(0.84);
      expect(bottom(wide)).toBeLessThan(0.94);
      const medium = only(scene([subject(kind)])).box;
      expect(medium.height).toBeGreaterThan(0.58);
      expect(medium.height).toBeLessThan(0.8);
      const close = only(scene([subject(kind)], { framing: 'close-up' })).box;
      expect(bottom(close)).toBeGreaterThan(1.1);
    }
  });

  it('draws the same scene the same way', () => {
    const one = scene([
      subject('girl'),
      subject('kite', { heldBy: 0, colour: 'blue' }),
      subject('fox', { x: 0.8 }),
    ]);
    expect(stage(one)).toEqual(stage(structuredClone(one)));
    expect(stage({ ...one, seed: 8 }).svg).not.toBe(stage(one).svg);
  });

  it('puts what is held beside its holder and in the frame, wherever the holder stands', () => {
    for (const object of OBJECTS) {
      for (const framing of FRAMINGS) {
        for (const x of [0.2, 0.5, 0.8]) {
          const of = scene([subject('girl', { x }), subject(object, { x, heldBy: 0 })], { framing });
          const [girl, held] = stage(of).subjects;
          if (!girl || !held) throw new Error('nothing drawn');
          const reach = girl.box.width / 2 + held.box.width / 2 + 0.05;
          expect(Math.abs(middle(girl.box) - middle(held.box)), `${object} ${framing} ${x}`).toBeLessThan(
            reach,
          );
          expect(middle(held.box), `${object} ${framing} ${x}`).toBeGreaterThan(0.02);
          expect(middle(held.box), `${object} ${framing} ${x}`).toBeLessThan(0.98);
          expect(held.box.y, `${object} ${framing} ${x}`).toBeGreaterThan(-0.1);
        }
      }
    }
  });

  it('shows a companion beside the face of a close-up', () => {
    const [girl, dog] = stage(
      scene([subject('girl', { x: 0.3 }), subject('dog', { x: 0.75 })], { framing: 'close-up' }),
    ).subjects;
    expect(girl?.box.height).toBeGreaterThan(0.9);
    expect(dog?.box.height).toBeGreaterThan(0.35);
    expect(bottom(dog?.box as Box)).toBeLessThan(1.05);
  });

  it('keeps the faces of neighbours apart', () => {
    for (const framing of FRAMINGS) {
      const { subjects } = stage(
        scene([subject('woman', { x: 0.4 }), subject('boy', { x: 0.6, facing: -1 })], { framing }),
      );
      const [one, other] = subjects.map(({ colourBox }) => middle(colourBox));
      expect((other ?? 0) - (one ?? 0)).toBeGreaterThan(0.18);
    }
  });

  it('refuses an object held by no person', () => {
    expect(() => stage(scene([subject('dog'), subject('book', { heldBy: 0 })]))).toThrow(RangeError);
  });
});

/** Hue in degrees, chroma and value 0–1. */
function hueOf([r, g, b]: readonly [number, number, number]): { hue: number; chroma: number; value: number } {
  const max = Math.max(r, g, b);
  const chroma = max - Math.min(r, g, b);
  const sector =
    max === r ? ((g - b) / chroma + 6) % 6 : max === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4;
  return { hue: chroma === 0 ? 0 : sector * 60, chroma: chroma / 255, value: max / 255 };
}

function looksLike(colour: Colour, pixel: readonly [number, number, number]): boolean {
  const { hue, chroma, value } = hueOf(pixel);
  if (colour === 'white') return chroma < 0.22 && value > 0.72;
  if (colour === 'black') return chroma < 0.2 && value < 0.45;
  const apart = Math.abs(hue - hueOf(rgbOf(LOCAL_COLOUR[colour])).hue);
  return chroma > 0.15 && Math.min(apart, 360 - apart) < 16;
}

describe('the colour box', () => {
  it.each(STYLES)('holds the colour of its subject by day in %s', async (style) => {
    const width = 320;
    const height = 180;
    for (const [i, kind] of KINDS.entries()) {
      const colours = coloursOf(kind);
      const colour = colours[i % colours.length] as Colour;
      const framing = isPerson(kind) ? 'medium' : 'close-up';
      const { svg, defs, subjects } = stage(scene([subject(kind, { colour })], { style, framing }));
      const page = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720"><defs>${defs}</defs><rect width="1280" height="720" fill="#808080"/>${svg}</svg>`;
      const pixels = await sharp(Buffer.from(page)).resize(width, height).removeAlpha().raw().toBuffer();
      const box = subjects[0]?.colourBox as Box;
      let inside = 0;
      let alike = 0;
      for (let y = Math.max(0, Math.round(box.y * height)); y < Math.min(height, bottom(box) * height); y++) {
        for (
          let x = Math.max(0, Math.round(box.x * width));
          x < (box.x + box.width) * width && x < width;
          x++
        ) {
          const at = (y * width + x) * 3;
          const pixel = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0] as const;
          inside++;
          if (looksLike(colour, pixel)) alike++;
        }
      }
      // A bicycle is mostly the air between its tubes.
      expect(alike / inside, `${colour} ${kind}`).toBeGreaterThan(kind === 'bicycle' ? 0.15 : 0.35);
    }
  });
});

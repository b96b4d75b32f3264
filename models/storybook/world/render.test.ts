import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawScene } from './draw.js';
import { renderScene, renderScenePng } from './render.js';
import { FRAMINGS, INDOOR_PLACES, PLACES, type Scene, STYLES, TIMES, WEATHERS } from './scene.js';

const SMALL = { width: 64, height: 36 };

const scene = (changes: Partial<Scene> = {}): Scene => ({
  place: 'village',
  time: 'day',
  weather: 'clear',
  framing: 'wide',
  style: 'gouache',
  subjects: [
    { kind: 'girl', colour: 'red', x: 0.4, facing: 1, mood: 'happy', pose: 'stand' },
    { kind: 'dog', colour: 'brown', x: 0.7, facing: -1, mood: 'calm', pose: 'sit' },
  ],
  seed: 11,
  ...changes,
});

/** Mean absolute difference per channel, 0–255. */
function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / a.length;
}

/** Tags only and fully: every one closed in order, every attribute quoted, no stray text. */
function wellFormed(svg: string): boolean {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-zA-Z]+)((?: [a-zA-Z:-]+[0-9]?="[^"<&]*")*)(\/?)>/g,
    (_, end, name, __, empty) => {
      if (end === '/') return open.pop() === name ? '' : '!';
      if (empty !== '/') open.push(name);
      return '';
    },
  );
  return rest === '' && open.length === 0;
}

const mean = (pixels: Uint8Array) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;

describe('drawScene', () => {
  it('writes one well-formed document whose references all resolve, for every place, time, style and framing', () => {
    for (const place of PLACES) {
      for (const time of TIMES) {
        for (const style of STYLES) {
          for (const framing of FRAMINGS) {
            const { svg } = drawScene(scene({ place, time, style, framing }));
            expect(wellFormed(svg)).toBe(true);
            expect(svg).not.toMatch(/NaN|undefined|Infinity/);
            const defined = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
            expect(new Set(defined).size).toBe(defined.length);
            for (const [, used] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(defined).toContain(used);
          }
        }
      }
    }
  });

  it('stays small enough to draw quickly', () => {
    for (const place of PLACES) {
      for (const style of STYLES) {
        const { svg } = drawScene(scene({ place, style, weather: 'clear' }));
        expect(svg.match(/<(path|ellipse|rect|circle)/g)?.length).toBeLessThan(900);
      }
    }
  });
});

describe('renderScene', () => {
  it('gives the same pixels for the same scene, other pixels for another seed', async () => {
    for (const style of STYLES) {
      const first = await renderScene(scene({ style }), SMALL);
      expect(first).toHaveLength(SMALL.width * SMALL.height * 3);
      expect(await renderScene(scene({ style }), SMALL)).toEqual(first);
      expect(await renderScene(scene({ style, seed: 12 }), SMALL)).not.toEqual(first);
    }
  });

  it('renders every place at every time in every style, each unlike the others', async () => {
    for (const place of PLACES) {
      const pictures: Buffer[] = [];
      for (const time of TIMES) {
        for (const style of STYLES) pictures.push(await renderScene(scene({ place, time, style }), SMALL));
      }
      for (const [i, a] of pictures.entries()) {
        for (const b of pictures.slice(i + 1)) expect(difference(a, b)).toBeGreaterThan(4);
      }
    }
  });

  it('is darker at night than at sunset than by day, in every place and weather', async () => {
    for (const place of PLACES) {
      const indoors = INDOOR_PLACES.some((indoor) => indoor === place);
      for (const weather of indoors ? (['clear'] as const) : WEATHERS) {
        const [day = 0, sunset = 0, night = 0] = await Promise.all(
          TIMES.map(async (time) =>
            mean(await renderScene(scene({ place, time, weather, subjects: [] }), SMALL)),
          ),
        );
        expect(sunset).toBeLessThan(day);
        expect(night).toBeLessThan(sunset - 10);
      }
    }
  });

  it('shows each weather', async () => {
    const clear = await renderScene(scene(), SMALL);
    for (const weather of WEATHERS.slice(1)) {
      expect(difference(clear, await renderScene(scene({ weather }), SMALL))).toBeGreaterThan(8);
    }
  });

  it('looks at a small size like the large picture scaled down', async () => {
    for (const style of STYLES) {
      const large = await renderScene(scene({ style, time: 'sunset' }), { width: 640, height: 360 });
      const scaled = await sharp(large, { raw: { width: 640, height: 360, channels: 3 } })
        .resize(160, 90, { kernel: 'cubic' })
        .raw()
        .toBuffer();
      const small = await renderScene(scene({ style, time: 'sunset' }), { width: 160, height: 90 });
      expect(difference(scaled, small)).toBeLessThan(6);
    }
  });

  it('writes PNG of the size asked for', async () => {
    const { format, width, height } = await sharp(await renderScenePng(scene(), SMALL)).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', ...SMALL });
  });
});

import type { StyleBrush } from './brush.js';
import { lightOf } from './light.js';
import { n, rectangle } from './paths.js';
import { PLACE_ART } from './places/index.js';
import { between, seededRandom, seedFrom } from './random.js';
import { type Drawing, type Framing, INDOOR_PLACES, type Scene } from './scene.js';
import { skyOf } from './sky.js';
import { type DrawingStyle, drawingStyle } from './styles/index.js';
import { stageSubjects } from './subjects/index.js';
import { weatherBehind, weatherInFront } from './weather.js';

/** How much of a place each framing leaves: the place is enlarged by this. */
const ZOOM: Readonly<Record<Framing, number>> = { wide: 1, medium: 1.35, 'close-up': 2 };
const SKY_ZOOM: Readonly<Record<Framing, number>> = { wide: 1, medium: 1.1, 'close-up': 1.25 };

/** Veil of air between the place and the subjects, so that they stand out. */
const AIR: Readonly<Record<Framing, number>> = { wide: 0, medium: 0.06, 'close-up': 0.14 };

/**
 * The whole picture of a scene, before the paper it is put on (see render.ts). `style`: another way of drawing than the
 * scene says, one that no claim is about.
 */
export function drawScene(scene: Scene, style: DrawingStyle = drawingStyle(scene.style)): Drawing {
  const light = lightOf(scene.time, scene.weather);
  const zoom = ZOOM[scene.framing];
  // Outlines and paper shadows of the place are drawn thinner, then enlarged with it.
  const behind = style.brush(light, { id: 'p', lineScale: 1 / zoom ** 0.8 });
  const front = style.brush(light, { id: 's', lineScale: 1 });
  const weather = seededRandom(seedFrom(scene.seed, 'weather'));

  const place = placeOf(scene, behind, zoom);
  const falling = weatherBehind(front, scene.weather, weather);
  const staged = stageSubjects(scene, front);
  const last = weatherInFront(front, scene.weather, weather);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720"><defs>${behind.defs()}${front.defs()}</defs><rect width="1280" height="720" fill="${style.paper}"/>${place}${falling}${staged.svg}${last}${style.mount ?? ''}</svg>`,
    subjects: staged.subjects,
  };
}

function placeOf(scene: Scene, brush: StyleBrush, zoom: number): string {
  const art = PLACE_ART[scene.place];
  const indoors = INDOOR_PLACES.some((place) => place === scene.place);
  const random = seededRandom(seedFrom(scene.seed, 'place'));
  const aim = seededRandom(seedFrom(scene.seed, 'aim'));
  const focus = { x: between(aim, art.focus.x[0], art.focus.x[1]), y: art.focus.y };
  let svg = '';
  if (!indoors) {
    const sky = skyOf(brush, scene.weather, seededRandom(seedFrom(scene.seed, 'sky')));
    svg += enlarged(sky, SKY_ZOOM[scene.framing], { x: focus.x, y: 200 });
  }
  svg += enlarged(art.draw(brush, scene, random), zoom, focus);
  const air = AIR[scene.framing];
  if (air > 0) {
    svg += brush.shape(rectangle(-20, -20, 1320, 760), brush.light.sky[2], {
      unlit: true,
      outline: false,
      opacity: air,
    });
  }
  return svg;
}

/** Enlarged around `focus`, which moves to the middle of the frame as far as the canvas reaches. */
function enlarged(svg: string, zoom: number, focus: { x: number; y: number }): string {
  if (zoom === 1) return svg;
  const within = (value: number, size: number) =>
    Math.min(size - size / 2 / zoom, Math.max(size / 2 / zoom, value));
  const x = 640 - zoom * within(focus.x, 1280);
  const y = 360 - zoom * within(focus.y, 720);
  return `<g transform="translate(${n(x)},${n(y)}) scale(${zoom})">${svg}</g>`;
}

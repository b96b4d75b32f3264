import type { Place } from '../scene.js';
import { forest } from './forest.js';
import { harbour } from './harbour.js';
import { kitchen } from './kitchen.js';
import { library } from './library.js';
import { meadow } from './meadow.js';
import { mountain } from './mountain.js';
import type { PlaceArt } from './place.js';
import { village } from './village.js';

export type { PlaceArt } from './place.js';

export const PLACE_ART: Readonly<Record<Place, PlaceArt>> = {
  forest,
  village,
  harbour,
  mountain,
  meadow,
  kitchen,
  library,
};

/** What people's disks, and people who mean harm, put before the program: a row each. */
import { bombs } from './bombs.js';
import { descriptions } from './descriptions.js';
import type { Kind } from './kind.js';
import { links } from './links.js';
import { manyFiles } from './many-files.js';
import { manyPictures } from './many-pictures.js';
import { manyShots } from './many-shots.js';
import { mutated } from './mutated.js';
import { names } from './names.js';

export const KINDS: readonly Kind[] = [
  mutated,
  bombs,
  names,
  links,
  descriptions,
  manyFiles,
  manyShots,
  manyPictures,
];

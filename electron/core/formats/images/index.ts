/** A folder of pictures. One picture of it opens the folder. */
import { isPicture, PICTURE_EXTENSIONS } from '@core/files/index.js';
import type { Format } from '../format.js';
import { readImages } from './read.js';

export const images: Format = {
  id: 'images',
  name: 'pictures',
  extensions: PICTURE_EXTENSIONS,
  async recognises(input) {
    if (input.kind === 'file') return isPicture(input.name) ? 0.5 : 0;
    // Any folder may be meant; without a picture in it, reading it says so.
    return (await input.names()).some(isPicture) ? 0.5 : 0.1;
  },
  read: readImages,
};

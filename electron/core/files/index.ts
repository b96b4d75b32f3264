/** What file names say: which files are pictures, and in which order people list them. */

export { decodeText } from './decode-text.js';
export { folderState } from './folder-state.js';
export { alike, NamesBelow } from './names-below.js';
export { placeFirst } from './place-first.js';
export { filesFolder, programFolder } from './program-folder.js';
export { type Read, readAtMost } from './read-at-most.js';
export { openRegular, readOpened, readRegular, readTextWithin, Unfit, whyUnfit } from './read-regular.js';
export { realPlace } from './real-place.js';
export { replaceFile } from './replace-file.js';
export { setAside } from './set-aside.js';
export { startWorker } from './start-worker.js';
export { type Settling, whenSettled } from './when-settled.js';
export { workerUrl } from './worker-url.js';

import { extname } from 'node:path';

export { byName } from '@shared/natural-order.js';

export const PICTURE_EXTENSIONS: readonly string[] = [
  '.png',
  '.jpg',
  '.jpeg',
  '.jfif',
  '.jpe',
  '.webp',
  '.avif',
  '.tif',
  '.tiff',
  '.gif',
];

/** Lower case, with its dot; '' when there is none. */
export const extensionOf = (name: string): string => extname(name).toLowerCase();

/** All before its extension, folders too. */
export const withoutExtension = (path: string): string =>
  path.slice(0, path.length - extensionOf(path).length);

export const isPicture = (name: string): boolean => PICTURE_EXTENSIONS.includes(extensionOf(name));

import sharp from 'sharp';
import { measureFrame } from './measure-frame.js';

// One picture a thread: the pool is the parallelism, and pictures are never asked for twice.
sharp.concurrency(1);
sharp.cache(false);

/** The pool's entry point: a file's measures, or why it cannot be read. */
export default measureFrame;

/** What a picture's file says of how it was made; read here since a hostile one takes long. */
export { readMetadata } from '@core/metadata/index.js';

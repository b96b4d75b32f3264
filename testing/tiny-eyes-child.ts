/** For tests: the inference process, with tiny eyes. */
import '@inference/entry.js';
import { shrinkEyes } from './tiny-eyes.js';

shrinkEyes();

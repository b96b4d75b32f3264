import { brandStyle } from './brand-style/index.js';
import { comments } from './comments/index.js';
import { contactSheetHtml, contactSheetPdf } from './contact-sheet/index.js';
import { csv } from './csv/index.js';
import { edl } from './edl/index.js';
import { feedback } from './feedback/index.js';
import type { Format } from './format.js';
import { images } from './images/index.js';
import { otio } from './otio/index.js';
import { picks } from './picks/index.js';
import { shotList } from './shot-list/index.js';
import { storyPipeline } from './story-pipeline/index.js';
import { storyboarder } from './storyboarder/index.js';
import { viStoryBench } from './vistorybench/index.js';

/** Every format that is read or written, one row each, in the order of the menu. */
export const FORMATS: readonly Format[] = [
  feedback,
  storyPipeline,
  viStoryBench,
  storyboarder,
  shotList,
  contactSheetPdf,
  contactSheetHtml,
  comments,
  csv,
  picks,
  brandStyle,
  otio,
  edl,
  images,
];

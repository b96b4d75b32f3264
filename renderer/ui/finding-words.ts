import type { FindingKind } from '@shared/analysis.js';
import { capitalised } from './text.js';

/** Kinds of findings whose name alone does not say it to an artist. */
const WORDS: Partial<Record<FindingKind, string>> = {
  'claim-failed': 'Not as described',
  'attribute-drift': 'Looks different',
  'identity-drift': 'Not the same one',
  'style-drift': 'Out of style',
  'off-brand': 'Off the brand style',
  'flat-frame': 'Flat',
  banding: 'Colour bands',
  ringing: 'Halos at edges',
  upscaling: 'Enlarged',
};

/** 'Looks different', 'Wrong place'. */
export const findingWords = (kind: FindingKind): string =>
  WORDS[kind] ?? capitalised(kind.replaceAll('-', ' '));

/** In one word, where there is little room. */
const SHORT: Partial<Record<FindingKind, string>> = {
  'claim-failed': 'Claim',
  'attribute-drift': 'Look',
  'identity-drift': 'Who',
  'wrong-state': 'State',
  'missing-character': 'Missing',
  'extra-character': 'Extra',
  'wrong-place': 'Place',
  'wrong-time': 'Time',
  'wrong-framing': 'Framing',
  'style-drift': 'Style',
  'off-brand': 'Brand',
  'near-duplicate': 'Duplicate',
  'stray-text': 'Text',
  banding: 'Bands',
  ringing: 'Halos',
};

export const findingWord = (kind: FindingKind): string => SHORT[kind] ?? findingWords(kind);

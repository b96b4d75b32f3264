import type { Fact } from '@shared/records/index.js';

export const SUBJECT_WORDS: Readonly<Record<Fact['subject'], string>> = {
  character: 'Character',
  place: 'Place',
  prop: 'Prop',
  style: 'Style',
};

/** Who says so. */
export const ORIGIN_WORDS: Readonly<Record<Fact['origin'], string>> = {
  sheet: 'from the sheet',
  text: 'from a description',
  majority: 'from most shots',
  artist: 'yours',
};

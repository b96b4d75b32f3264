import type { PictureSide } from '@shared/finding-picture.js';

/** A whole picture that a finding is shown by. */
export const aSide = (fields: Partial<PictureSide> = {}): PictureSide => ({
  takeId: 'take-0',
  sha256: 'own',
  width: 64,
  height: 36,
  unreadable: null,
  isOwn: true,
  said: '',
  region: null,
  claimId: null,
  marks: [],
  lines: [],
  ...fields,
});

/** Every kind of finding, one file each. A new kind is its file and its row here. */
import type { FindingKind } from '@shared/analysis.js';
import type { FindingRow } from '../finding-kind.js';
import { attributeDrift } from './attribute-drift.js';
import { banding } from './banding.js';
import { blur } from './blur.js';
import { border } from './border.js';
import { claimFailed } from './claim-failed.js';
import { composition } from './composition.js';
import { compression } from './compression.js';
import { exposure } from './exposure.js';
import { extraCharacter } from './extra-character.js';
import { flatFrame } from './flat-frame.js';
import { identityDrift } from './identity-drift.js';
import { missingCharacter } from './missing-character.js';
import { nearDuplicate } from './near-duplicate.js';
import { noise } from './noise.js';
import { offBrand } from './off-brand.js';
import { ringing } from './ringing.js';
import { seam } from './seam.js';
import { strayText } from './stray-text.js';
import { styleDrift } from './style-drift.js';
import { unreadable } from './unreadable.js';
import { upscaling } from './upscaling.js';
import { wrongFraming } from './wrong-framing.js';
import { wrongPlace } from './wrong-place.js';
import { wrongState } from './wrong-state.js';
import { wrongTime } from './wrong-time.js';

type Table<K extends FindingKind> = { readonly [Kind in K]: FindingRow<Kind> };

const NAMED: Table<Exclude<FindingKind, 'claim-failed'>> = {
  'missing-character': missingCharacter,
  'attribute-drift': attributeDrift,
  'identity-drift': identityDrift,
  'wrong-state': wrongState,
  'extra-character': extraCharacter,
  'wrong-place': wrongPlace,
  'wrong-time': wrongTime,
  'wrong-framing': wrongFraming,
  'flat-frame': flatFrame,
  blur,
  noise,
  compression,
  banding,
  ringing,
  upscaling,
  seam,
  border,
  exposure,
  'near-duplicate': nearDuplicate,
  'stray-text': strayText,
  composition,
  'style-drift': styleDrift,
  'off-brand': offBrand,
  unreadable,
};

/** A kind that is forgotten or stands under another's name is a type error. */
export const FINDING_KINDS: Table<FindingKind> = {
  'claim-failed': claimFailed(Object.values(NAMED)),
  ...NAMED,
};

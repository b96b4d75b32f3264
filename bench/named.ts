import type { Finding, FindingKind } from '@shared/analysis.js';
import { FAULTS, type Fault } from './faults.js';

/** The kinds of finding that call a planted fault by its name. */
const NAMES: Readonly<Record<Fault, readonly FindingKind[]>> = {
  'attribute-swap': ['attribute-drift', 'identity-drift', 'claim-failed'],
  'character-swap': [
    'missing-character',
    'extra-character',
    'attribute-drift',
    'identity-drift',
    'claim-failed',
  ],
  'missing-character': ['missing-character', 'claim-failed'],
  'extra-character': ['extra-character', 'claim-failed'],
  'wrong-place': ['wrong-place'],
  'wrong-time': ['wrong-time'],
  'wrong-framing': ['wrong-framing'],
  'foreign-style': ['style-drift', 'claim-failed'],
  'wrong-weather': ['claim-failed'],
  'missing-object': ['claim-failed'],
  'palette-shift': ['style-drift', 'attribute-drift', 'claim-failed'],
  blur: ['blur'],
  noise: ['noise'],
  compression: ['compression'],
  banding: ['banding'],
  ringing: ['ringing'],
  upscaling: ['upscaling'],
  seam: ['seam'],
  border: ['border'],
  crushed: ['exposure'],
  'blown-out': ['exposure'],
  blank: ['flat-frame'],
  'stray-text': ['stray-text'],
  'near-duplicate': ['near-duplicate'],
  unreadable: ['unreadable'],
  'another-look': ['identity-drift'],
  'impossible-state': ['wrong-state'],
};

/** Planted faults that a kind of finding is to name. */
export const faultsNamedBy = (kind: FindingKind): readonly Fault[] =>
  FAULTS.filter((fault) => NAMES[fault].includes(kind));

export const isNamed = (fault: Fault, findings: readonly Finding[]): boolean =>
  findings.some(({ kind }) => NAMES[fault].includes(kind));

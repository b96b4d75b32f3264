import type { Finding, FindingKind } from '@shared/analysis.js';
import type { Fault } from './faults.js';

/** The kinds of finding that call a planted fault by its name. */
const NAMES: Readonly<Record<Fault, readonly FindingKind[]>> = {
  'attribute-swap': ['attribute-drift', 'claim-failed'],
  'character-swap': ['missing-character', 'extra-character', 'attribute-drift', 'claim-failed'],
  'missing-character': ['missing-character', 'claim-failed'],
  'extra-character': ['extra-character', 'claim-failed'],
  'wrong-place': ['wrong-place'],
  'wrong-time': ['wrong-time'],
  'wrong-framing': ['wrong-framing'],
  'foreign-style': ['style-drift', 'claim-failed'],
  'palette-shift': ['style-drift', 'attribute-drift', 'claim-failed'],
  blur: ['blur'],
  noise: ['noise'],
  compression: ['compression'],
  'near-duplicate': ['near-duplicate'],
};

export const isNamed = (fault: Fault, findings: readonly Finding[]): boolean =>
  findings.some(({ kind }) => NAMES[fault].includes(kind));

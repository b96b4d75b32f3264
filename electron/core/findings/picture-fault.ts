/** Faults of the picture itself, by the measures that are flagged. */
import { BLAMELESS, makeEdit, newSeed } from '@core/edits/index.js';
import type { FindingKind, Measure } from '@shared/analysis.js';
import { says } from '@shared/prompt-edit.js';
import type { BoardAnswers } from './board-answers.js';
import { type FindingRow, type Found, findingKind } from './finding-kind.js';
import type { Frame } from './frame.js';

/** How one measure is said when it is at fault. */
interface MeasureFault {
  /** By its name in `FrameMeasures.quality`. */
  readonly measure: string;
  readonly message: string;
  readonly label: string;
  readonly digits: number;
  /** z from which the fault is grave rather than clear. */
  readonly gravely: number;
}

interface FoundFault extends Found {
  readonly fault: MeasureFault;
  readonly measure: Measure;
}

/** The measure that tells a blank frame; on one the other measures have nothing to measure. */
export const BLANK = 'colourRange';

/** `faults`: the first that is flagged counts. */
export const pictureFault = <K extends FindingKind>(
  kind: K,
  faults: readonly MeasureFault[],
  edits: FindingRow['edits'] = (finding) => newSeed(finding, BLAMELESS),
): FindingRow<K> =>
  findingKind<K, FoundFault>({
    kind,
    edits,
    find: (frame, board) => findFault(frame, board, faults),
    severity: ({ fault, measure }) => (Math.abs(measure.z ?? 0) >= fault.gravely ? 'high' : 'medium'),
    message: ({ fault }) => fault.message,
  });

function findFault(frame: Frame, board: BoardAnswers, faults: readonly MeasureFault[]): FoundFault[] {
  const flagged = board.quality(frame).filter((measure) => measure.flagged);
  const blank = flagged.some(({ name }) => name === BLANK);
  for (const fault of faults) {
    const measure = flagged.find(({ name }) => name === fault.measure);
    if (!measure || (blank && fault.measure !== BLANK)) continue;
    const { label, digits } = fault;
    const usual = board.usual(fault.measure);
    const detail = `${label} ${measure.value.toFixed(digits)}, board ${usual.toFixed(digits)}`;
    const item = {
      shotId: frame.shot.id,
      takeId: frame.take.id,
      label,
      value: measure.value,
      region: null,
    };
    return [{ about: '', claimIds: [], factId: null, evidence: { items: [item], detail }, fault, measure }];
  }
  return [];
}

/** Another seed, and `word` in the negative prompt of a model that has one. */
export const newSeedWithout =
  (word: string): FindingRow['edits'] =>
  (finding, context) => {
    const seed = newSeed(finding, BLAMELESS);
    if (!context.can.negative || says(context.negativePrompt, word)) return seed;
    return [
      ...seed,
      makeEdit(finding, {
        kind: 'add-negative',
        reason: `Add “${word}” to the negative prompt`,
        target: 'negative',
        insert: word,
        at: 'end',
      }),
    ];
  };

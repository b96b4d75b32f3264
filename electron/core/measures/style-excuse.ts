import { askedIn } from './deliberate.js';
import type { FrameStyle } from './style.js';

/**
 * By which words a description asks for what makes its frame leave the style of the others: "rain"; null = by none, or it
 * does not leave it.
 */
export function styleExcuse(
  { flagged, measures, difference }: Pick<FrameStyle, 'flagged' | 'measures' | 'difference'>,
  description: string,
): string | null {
  if (!flagged) return null;
  const isColoured = measures.some(
    ({ name, flagged: leaves }) => leaves && (name === 'colour' || name === 'saturation'),
  );
  // Blur, grain or weather that was asked for changes how a frame is drawn, but not its colours.
  const drawn = isColoured ? null : askedIn(description, ['weather', 'blur', 'noise']);
  // Rain, fog and snow fade a picture down to its darkest tones.
  const faded =
    difference?.sign?.name === 'faded' ? askedIn(description, ['weather', 'blur', 'bright']) : null;
  return drawn ?? faded;
}

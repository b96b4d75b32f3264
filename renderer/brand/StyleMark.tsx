import { Palette } from 'lucide-react';
import { styleMarks } from '../board/index.js';
import { useDocument } from '../stores/index.js';
import './brand.css';

/** True = marked as on style, false = as off it, null = no example. */
export const useStyleMark = (takeId: string | undefined): boolean | null =>
  useDocument(({ records }) => styleMarks(records.styleExample).get(takeId ?? '')?.on ?? null);

/** On the picture of a take that is an example: a shape and a word, never a colour alone. */
export function StyleMark({ on }: { on: boolean | null }) {
  if (on === null) return null;
  return (
    <span className={`style-mark ${on ? '' : 'style-mark-off'}`} aria-hidden>
      <Palette size={11} />
      {on ? 'On' : 'Off'}
    </span>
  );
}

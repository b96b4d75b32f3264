import { INKS, type Pen, type Place } from '@shared/drawing/index.js';
import { wordsPlaced } from '@shared/over-picture.js';
import { LONGEST_LABEL } from '@shared/records/figure-limits.js';
import { element } from './element.js';

/** Words that are written onto the picture, `text` to begin with. They stay whichever way it is left; `byKey`: so that the focus goes back. */
export function wordsField(
  place: Place,
  { colour }: Pick<Pen, 'colour'>,
  text: string,
  onEnd: (text: string, byKey: boolean) => void,
): HTMLInputElement {
  let isOver = false;
  const end = (byKey: boolean) => {
    if (isOver) return;
    isOver = true;
    onEnd(field.value, byKey);
    field.remove();
  };
  const field = element(
    'input',
    { className: 'draw-words', value: text, maxLength: LONGEST_LABEL, ariaLabel: 'Words on the picture' },
    {
      blur: () => end(false),
      keydown: (event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        end(true);
      },
    },
  );
  const { ink, round } = INKS[colour];
  Object.assign(field.style, wordsPlaced(place), { color: ink, background: round });
  return field;
}

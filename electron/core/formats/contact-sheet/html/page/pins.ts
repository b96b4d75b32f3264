/** Comments that are pinned to places of a picture. */
import { type Place, rounded, steppedBy } from '@shared/drawing/index.js';
import { placed } from '@shared/over-picture.js';
import { element, part } from './element.js';
import type { Pin } from './kept.js';

/** Of the picture's shorter side, at one press of a key. */
const STEP = 0.02;

export interface Pinned {
  readonly shot: HTMLElement;
  readonly pins: Pin[];
  /** Something of them has changed. */
  readonly onChange: () => void;
}

interface DrawnPin {
  readonly mark: HTMLButtonElement;
  readonly words: HTMLTextAreaElement;
  readonly away: HTMLButtonElement;
}

const now = (): string => new Date().toISOString();

function drawPin(pinned: Pinned, pin: Pin, at: number): DrawnPin {
  const { shot, pins, onChange } = pinned;
  const name = `pin ${at + 1} on shot ${shot.dataset.number}`;
  const frame = part(shot, '.frame');
  const place = () => Object.assign(mark.style, placed([pin.x, pin.y]));
  const remove = () => {
    pins.splice(pins.indexOf(pin), 1);
    drawPins(pinned);
    onChange();
  };
  // A click that was not meant leaves nothing.
  const left = ({ relatedTarget }: FocusEvent) => {
    const stays = [mark, words, away].some((one) => one === relatedTarget);
    if (!pin.text.trim() && !stays && pins.includes(pin)) remove();
  };
  const move = (event: KeyboardEvent) => {
    const to = steppedBy([pin.x, pin.y], event.key, STEP, frame.clientWidth / frame.clientHeight);
    if (!to) return;
    event.preventDefault();
    [pin.x, pin.y] = [rounded(to[0]), rounded(to[1])];
    place();
    onChange();
  };
  const mark = element(
    'button',
    {
      type: 'button',
      className: 'pin',
      textContent: String(at + 1),
      ariaLabel: `Move ${name} with the arrow keys`,
    },
    { click: () => words.focus(), blur: left, keydown: move },
  );
  const words = element(
    'textarea',
    {
      rows: 1,
      maxLength: 5000,
      placeholder: ' ',
      dir: 'auto',
      value: pin.text,
      ariaLabel: `Your comment at ${name}`,
    },
    {
      blur: left,
      input: () => {
        Object.assign(pin, { text: words.value, at: now() });
        onChange();
      },
    },
  );
  const away = element(
    'button',
    { type: 'button', className: 'away', textContent: '×', ariaLabel: `Remove ${name}` },
    { click: remove, blur: left },
  );
  place();
  return { mark, words, away };
}

export function drawPins(pinned: Pinned): DrawnPin[] {
  const drawn = pinned.pins.map((pin, at) => drawPin(pinned, pin, at));
  part(pinned.shot, '.marks').replaceChildren(...drawn.map(({ mark }) => mark));
  part(pinned.shot, '.pins').replaceChildren(
    ...drawn.map(({ words, away }) => element('li', {}, {}, [words, away])),
  );
  return drawn;
}

export function addPin(pinned: Pinned, [x, y]: Place): DrawnPin | undefined {
  pinned.pins.push({ x: rounded(x), y: rounded(y), text: '', at: now() });
  return drawPins(pinned).at(-1);
}

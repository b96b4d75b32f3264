/**
 * What runs in the page: keeps comments and drawings in the browser while they are made, and gives them out as a file.
 * A comment is about a shot, or pinned to a place in its picture; what is drawn belongs to that of its shot. It knows the
 * shots from the page itself, so that the same script, with the same hash, serves every board.
 */
import type { Size } from '@shared/mask/index.js';
import { drawnHtml } from '../drawn.js';
import { openDrawing } from './drawing-dialog.js';
import { element, part } from './element.js';
import { commentsIn, fileOf, type Kept, keptFrom, type SheetShot, storedFrom, withDrawing } from './kept.js';
import { addPin, drawPins } from './pins.js';

const board = part(document, 'main');
const { id = '', title = '', file = '' } = board.dataset;
const author = part<HTMLInputElement>(document, '#author');
const state = part(document, '#state');
const key = `continuist-comments ${id}`;
const articles = [...document.querySelectorAll<HTMLElement>('.shot')];
const shots = articles.map(
  ({ dataset }): SheetShot => ({
    id: dataset.id ?? '',
    number: dataset.number ?? '',
    sha256: dataset.sha256 ?? '',
  }),
);

let keeps = true;
let unsaved = false;
let kept: Kept = keptFrom(null);
try {
  kept = keptFrom(localStorage.getItem(key));
} catch {
  keeps = false;
}

const tell = (text: string) => {
  state.textContent = text;
};
const count = (): number => commentsIn(kept, shots).length;
const counted = (): string => (count() === 1 ? '1 comment' : `${count()} comments`);

/** False where this browser keeps nothing, or no more. */
function isKept(steps: boolean): boolean {
  try {
    localStorage.setItem(key, storedFrom(kept, steps));
    return true;
  } catch {
    return false;
  }
}

function keep(): void {
  unsaved = true;
  keeps = isKept(true) || isKept(false);
  const how = keeps
    ? ', kept in this browser. Save them as a file to send them.'
    : '. This browser does not keep them: save them before you close the page.';
  tell(counted() + how);
}

/** As the page says it: it is not loaded before it is seen. */
const sizeOf = (picture: HTMLImageElement): Size => ({
  width: Number(picture.getAttribute('width')),
  height: Number(picture.getAttribute('height')),
});

/** What is drawn over the picture of a shot, and the button that leads to it. */
function showDrawing(article: HTMLElement, shot: SheetShot): void {
  const size = sizeOf(part<HTMLImageElement>(article, '.frame img'));
  const { figures } = kept.drawings[shot.id] ?? { figures: [] };
  part(article, '.mine').innerHTML = drawnHtml(figures, size);
  part(article, '.draw').textContent =
    figures.length > 0 ? `Draw on the picture (${figures.length})` : 'Draw on the picture';
}

function liven(article: HTMLElement, shot: SheetShot): void {
  const field = part<HTMLTextAreaElement>(article, 'textarea');
  field.value = kept.texts[shot.id]?.text ?? '';
  field.addEventListener('input', () => {
    kept.texts[shot.id] = { text: field.value, at: new Date().toISOString() };
    keep();
  });
  const frame = article.querySelector<HTMLElement>('.frame');
  if (!frame) return;
  kept.pins[shot.id] ??= [];
  const pinned = { shot: article, pins: kept.pins[shot.id] ?? [], onChange: keep };
  drawPins(pinned);
  frame.addEventListener('click', (event) => {
    if ((event.target as Element).className === 'pin') return;
    const { left, top, width, height } = frame.getBoundingClientRect();
    addPin(pinned, [(event.clientX - left) / width, (event.clientY - top) / height])?.words.focus();
  });
  part(article, '.add').addEventListener('click', () => addPin(pinned, [0.5, 0.5])?.mark.focus());
  showDrawing(article, shot);
  const picture = part<HTMLImageElement>(frame, 'img');
  part(article, '.draw').addEventListener('click', () =>
    openDrawing({
      number: shot.number,
      src: picture.src,
      size: sizeOf(picture),
      before: frame.querySelector(':scope > .drawn'),
      figures: kept.drawings[shot.id]?.figures ?? [],
      steps: kept.drawings[shot.id]?.steps ?? [],
      onChange: (figures, steps) => {
        kept = withDrawing(kept, shot.id, { figures, steps, at: new Date().toISOString() });
        showDrawing(article, shot);
        keep();
      },
    }),
  );
}

function save(): void {
  const comments = commentsIn(kept, shots);
  if (comments.length === 0) {
    tell('There is no comment yet.');
    return;
  }
  if (!author.value.trim()) {
    author.focus();
    tell('Say who you are first, so that your comments bear your name.');
    return;
  }
  const blob = new Blob([fileOf({ id, title }, comments)], { type: 'application/json' });
  const link = element('a', { href: URL.createObjectURL(blob), download: file });
  link.click();
  unsaved = false;
  tell(`${counted()} saved as ${file}. Send that file back.`);
}

author.value = kept.author;
author.addEventListener('input', () => {
  kept.author = author.value;
  keep();
});
for (const [at, article] of articles.entries()) {
  const shot = shots[at];
  if (shot) liven(article, shot);
}
if (count() > 0) tell(`${counted()}, kept in this browser.`);
part(document, '#save').addEventListener('click', save);
addEventListener('beforeunload', (event) => {
  if (unsaved && !keeps) event.preventDefault();
});
document.body.classList.add('live');

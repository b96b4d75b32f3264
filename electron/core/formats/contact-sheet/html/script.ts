/**
 * What runs in the page: keeps comments in the browser while they are typed, and gives them out as a file. A comment is
 * about a shot, or pinned to a place in its picture. It knows the
 * shots from the page itself, so that the same script, with the same hash, serves every board.
 */
import { COMMENTS_FORMAT, COMMENTS_VERSION } from '@shared/comments.js';

export const SCRIPT = `'use strict';
const board = document.querySelector('main');
const shots = [...document.querySelectorAll('.shot')];
const author = document.querySelector('#author');
const state = document.querySelector('#state');
const key = 'continuist-comments ' + board.dataset.id;
let kept = { author: '', texts: {}, pins: {} };
let keeps = true;
let unsaved = false;
try {
  const stored = JSON.parse(localStorage.getItem(key) || 'null');
  if (stored && typeof stored.texts === 'object') kept = { pins: {}, ...stored };
} catch {
  keeps = false;
}
const field = (shot) => shot.querySelector('textarea');
const pinsOf = ({ dataset: { id } }) => kept.pins[id] || (kept.pins[id] = []);
const now = () => new Date().toISOString();
const tell = (text) => { state.textContent = text; };
const all = () => [...Object.values(kept.texts), ...Object.values(kept.pins).flat()];
const count = () => all().filter(({ text }) => text.trim()).length;
const told = () => count() === 1 ? '1 comment' : count() + ' comments';
const keep = () => {
  unsaved = true;
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    keeps = false;
  }
  tell(told() + (keeps ? ', kept in this browser. Save them as a file to send them.' : '. This browser does not keep them: save them before you close the page.'));
};
const make = (tag, fields, listeners) => {
  const element = Object.assign(document.createElement(tag), fields);
  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
  return element;
};
const within = (part) => Math.round(Math.min(1, Math.max(0, part)) * 10000) / 10000;
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const drawPin = (shot, pin, at) => {
  const name = 'pin ' + (at + 1) + ' on shot ' + shot.dataset.number;
  const place = () => { mark.style.left = pin.x * 100 + '%'; mark.style.top = pin.y * 100 + '%'; };
  const remove = () => { pinsOf(shot).splice(pinsOf(shot).indexOf(pin), 1); drawPins(shot); keep(); };
  // A click that was not meant leaves nothing.
  const left = ({ relatedTarget }) => {
    if (!pin.text.trim() && ![mark, words, away].includes(relatedTarget) && pinsOf(shot).includes(pin)) remove();
  };
  const mark = make('button', { type: 'button', className: 'pin', textContent: at + 1, ariaLabel: 'Move ' + name + ' with the arrow keys' }, {
    click: () => words.focus(),
    blur: left,
    keydown: (event) => {
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      pin.x = within(pin.x + move[0] / 50);
      pin.y = within(pin.y + move[1] / 50);
      place();
      keep();
    },
  });
  const words = make('textarea', { rows: 1, maxLength: 5000, placeholder: ' ', dir: 'auto', value: pin.text, ariaLabel: 'Your comment at ' + name }, {
    blur: left,
    input: () => { pin.text = words.value; pin.at = now(); keep(); },
  });
  const away = make('button', { type: 'button', className: 'away', textContent: '×', ariaLabel: 'Remove ' + name }, { click: remove, blur: left });
  place();
  return { mark, words, away };
};
const drawPins = (shot) => {
  const drawn = pinsOf(shot).map((pin, at) => drawPin(shot, pin, at));
  shot.querySelector('.marks').replaceChildren(...drawn.map(({ mark }) => mark));
  shot.querySelector('.pins').replaceChildren(...drawn.map(({ words, away }) => {
    const item = document.createElement('li');
    item.append(words, away);
    return item;
  }));
  return drawn;
};
const addPin = (shot, x, y) => {
  pinsOf(shot).push({ x: within(x), y: within(y), text: '', at: now() });
  return drawPins(shot).pop();
};
author.value = kept.author || '';
author.addEventListener('input', () => { kept.author = author.value; keep(); });
for (const shot of shots) {
  const { id } = shot.dataset;
  if (kept.texts[id]) field(shot).value = kept.texts[id].text;
  field(shot).addEventListener('input', () => {
    kept.texts[id] = { text: field(shot).value, at: now() };
    keep();
  });
  const frame = shot.querySelector('.frame');
  if (!frame) continue;
  drawPins(shot);
  frame.addEventListener('click', (event) => {
    if (event.target.className === 'pin') return;
    const { left, top, width, height } = frame.getBoundingClientRect();
    addPin(shot, (event.clientX - left) / width, (event.clientY - top) / height).words.focus();
  });
  shot.querySelector('.add').addEventListener('click', () => addPin(shot, 0.5, 0.5).mark.focus());
}
if (count() > 0) tell(told() + ', kept in this browser.');
document.querySelector('#save').addEventListener('click', () => {
  if (count() === 0) return tell('There is no comment yet.');
  if (!author.value.trim()) {
    author.focus();
    return tell('Say who you are first, so that your comments bear your name.');
  }
  const comments = shots.flatMap((shot) => {
    const { id, number, sha256 } = shot.dataset;
    const said = [{ text: '', ...kept.texts[id], place: null }, ...pinsOf(shot).map(({ x, y, ...rest }) => ({ ...rest, place: { x, y } }))];
    return said.flatMap(({ text, at, place }) => text.trim() ? [{ shotId: id, number, sha256: sha256 || null, author: author.value.trim(), at, text: text.trim(), place }] : []);
  });
  const { id, title } = board.dataset;
  const file = { format: '${COMMENTS_FORMAT}', version: ${COMMENTS_VERSION}, storyboard: { id, title }, comments };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2) + '\\n'], { type: 'application/json' }));
  link.download = board.dataset.file;
  link.click();
  unsaved = false;
  tell(told() + ' saved as ' + link.download + '. Send that file back.');
});
addEventListener('beforeunload', (event) => { if (unsaved && !keeps) event.preventDefault(); });
document.body.classList.add('live');
`;

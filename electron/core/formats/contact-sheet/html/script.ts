/**
 * What runs in the page: keeps comments in the browser while they are typed, and gives them out as a file. It knows the
 * shots from the page itself, so that the same script, with the same hash, serves every board.
 */
import { COMMENTS_FORMAT, COMMENTS_VERSION } from '@shared/comments.js';

export const SCRIPT = `'use strict';
const board = document.querySelector('main');
const shots = [...document.querySelectorAll('.shot')];
const author = document.querySelector('#author');
const state = document.querySelector('#state');
const key = 'continuist-comments ' + board.dataset.id;
let kept = { author: '', texts: {} };
let keeps = true;
let unsaved = false;
try {
  const stored = JSON.parse(localStorage.getItem(key) || 'null');
  if (stored && typeof stored.texts === 'object') kept = stored;
} catch {
  keeps = false;
}
const field = (shot) => shot.querySelector('textarea');
const tell = (text) => { state.textContent = text; };
const count = () => Object.values(kept.texts).filter(({ text }) => text.trim()).length;
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
author.value = kept.author || '';
author.addEventListener('input', () => { kept.author = author.value; keep(); });
for (const shot of shots) {
  const { id } = shot.dataset;
  if (kept.texts[id]) field(shot).value = kept.texts[id].text;
  field(shot).addEventListener('input', () => {
    kept.texts[id] = { text: field(shot).value, at: new Date().toISOString() };
    keep();
  });
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
    const { text, at } = kept.texts[id] || {};
    return text && text.trim() ? [{ shotId: id, number, sha256: sha256 || null, author: author.value.trim(), at, text: text.trim() }] : [];
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

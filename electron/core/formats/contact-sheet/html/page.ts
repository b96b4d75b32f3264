/** A contact sheet as one page that needs nothing else: no program, no network, no file beside it. */
import { createHash } from 'node:crypto';
import type { Figure } from '@shared/records/index.js';
import type { Cell } from '../cells.js';
import type { NoPicture, SheetPicture } from '../picture.js';
import { drawnHtml } from './drawn.js';
import { escaped } from './escape.js';
import { styleOf } from './style.js';

export interface PageHead {
  /** What runs in it. */
  readonly script: string;
  readonly id: string;
  readonly title: string;
  /** "24 shots · 2026-11-28". */
  readonly told: string;
  /** Of the file that comments are saved in. */
  readonly file: string;
  readonly columns: number;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What stands before the shots. Nothing runs but the script whose hash is named, and nothing is fetched. */
export function pageStart({ script, id, title, told, file, columns }: PageHead): string {
  const style = styleOf(columns);
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1 dir="auto">${escaped(title)}<small>${escaped(told)}</small></h1>
<form autocomplete="off"><label for="author">Your name</label><input id="author" maxlength="100"><button type="button" id="save">Save comments</button></form>
<p id="state" role="status"></p>
</header>
<main data-id="${escaped(id)}" data-title="${escaped(title)}" data-file="${escaped(file)}">
`;
}

export const pageEnd = ({ script }: Pick<PageHead, 'script'>): string =>
  `</main>\n<script>${script}</script>\n</body>\n</html>\n`;

/** `shown`: what each finding is shown by, in their order; null = by nothing. */
export function shotHtml(
  cell: Cell,
  picture: SheetPicture | NoPicture,
  shown: readonly (SheetPicture | null)[] = [],
): string {
  const { shotId, number, scene, take, told, findings, description, prompt, negativePrompt, note, comments } =
    cell;
  const named = (name: string, text: string): string =>
    text.trim() ? `<p dir="auto"><b>${name}:</b> ${escaped(text)}</p>\n` : '';
  const found = findings.map(
    ({ severity, message }, at) =>
      `<li class="${severity}">${escaped(message)}${shownHtml(shown[at] ?? null)}</li>`,
  );
  const said = comments.map((text) => `<p dir="auto">${escaped(text)}</p>\n`).join('');
  const field = `comment-${escaped(shotId)}`;
  const prompts = named('Prompt', prompt) + named('Negative prompt', negativePrompt);
  return `<article class="shot" data-id="${escaped(shotId)}" data-number="${escaped(number)}" data-sha256="${take?.sha256 ?? ''}">
<div class="picture">${pictureHtml(picture, `Shot ${number}`, cell.drawing)}</div>
<div class="words">
<h2 dir="auto">${escaped(scene ? `${number} – ${scene}` : number)}</h2>
${told && `<p class="faint">${escaped(told)}</p>\n`}${found.length > 0 ? `<ul>${found.join('')}</ul>\n` : ''}${named('Note', note)}${said}${description.trim() ? `<p dir="auto">${escaped(description)}</p>\n` : ''}${prompts && `<details><summary>Prompt</summary>${prompts}</details>\n`}<div class="comment"><label for="${field}">Your comment on shot ${escaped(number)}</label><textarea id="${field}" rows="2" maxlength="5000" placeholder=" " dir="auto"></textarea>${'why' in picture ? '' : '<ol class="pins"></ol><button type="button" class="draw">Draw on the picture</button><button type="button" class="add">Pin a comment to the picture</button>'}</div>
</div>
</article>
`;
}

const shownHtml = (shown: SheetPicture | null): string =>
  shown
    ? `<img class="why" src="data:image/jpeg;base64,${shown.jpeg.toString('base64')}" width="${shown.width}" height="${shown.height}" alt="what it is held against, and this frame" loading="lazy">`
    : '';

function pictureHtml(picture: SheetPicture | NoPicture, alt: string, drawing: readonly Figure[]): string {
  if ('why' in picture) return escaped(picture.why);
  const { jpeg, width, height } = picture;
  return `<div class="frame"><img src="data:image/jpeg;base64,${jpeg.toString('base64')}" width="${width}" height="${height}" alt="${escaped(alt)}" loading="lazy">${drawnHtml(drawing, picture)}<div class="mine"></div><div class="marks"></div></div>`;
}

/** What the name of a frame says: numbers with what they stand for, and words. */
import { asideIn, isNeutralFolder, isVersionWord, type Role, roleOf } from './words.js';

export interface NumberField {
  readonly role: Role;
  /** As in the name, without its label: "010", "1A". */
  readonly text: string;
  /** As in the name, with its label: "sc01". */
  readonly written: string;
  /** To compare by: "10", "1a". */
  readonly key: string;
  /** It is in the name of a folder. */
  readonly isFolder: boolean;
}

export interface ReadName {
  /** As given. */
  readonly path: string;
  /** In the order of the name, those of its folders first. */
  readonly fields: readonly NumberField[];
  /** All words of the file's name that are no labels and tell no takes apart, to compare by. */
  readonly words: string;
  /** Those before its first number. */
  readonly firstWords: string;
  /** Words and numbers with their labels, without what tells takes of one shot apart. To compare by. */
  readonly bare: string;
  /** Folders that may be scenes by name, as written. */
  readonly folders: readonly string[];
  /** Names with the same one say the same things in the same order. */
  readonly shape: string;
  /** Why it is no frame, by the folder that it lies in. */
  readonly aside: string | undefined;
}

/** Longer ones are not looked into. */
const LONGEST = 1000;

/** Dates with times, times of a frame, sizes, ids and seeds. */
const STAMPS = [
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi,
  /(?<!\d)(?:19|20)\d\d([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?:(?: at |[ _T-])?(?:[01]\d|2[0-3])[-_.:h]?[0-5]\d[-_.:m]?[0-5]\ds?)?(?!\d)/g,
  /(?<![\p{L}\d])t\d+\.\d+s?(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])(?:\d{3,5}x\d{3,5}|(?:480|720|1080|1440|2160)p|[248]k|@?[2348]x|\d\d ?fps)(?![\p{L}\d])/giu,
  /(?<!\d)[1-9]\d{6,}(?!\d)/g,
];
const HEX = /(?<![\p{L}\d])[0-9a-f]{8,}(?![\p{L}\d])/giu;
/** Letters and digits in turns, as no word is written. */
const isHash = (text: string): boolean => (text.match(/\d+|[a-f]+/gi) ?? []).length >= 5;
const COPY = /(?: ?\((\d{1,3})\)|[ _-]+(?:copy|kopie|copie|copia)(?: (\d{1,3})| \((\d{1,3})\))?)$/iu;
/** What ComfyUI adds: `_00001_`. */
const COUNTER = /(?:^|_)(\d{5})_$/;
const RUNS = /[\p{L}\p{M}]+|\d+|[^\p{L}\p{M}\d]+/gu;

/** Forward slashes, composed letters, digits of all scripts as 0 to 9. */
export const plainPath = (path: string): string =>
  path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/(?![0-9])\p{Nd}/gu, digit);

/** Each script has its ten digits in a row (Unicode 4.6). */
function digit(letter: string): string {
  const wide = letter.normalize('NFKC');
  if (/^[0-9]$/.test(wide)) return wide;
  const at = letter.codePointAt(0) ?? 0;
  let zero = at;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((at - zero) % 10);
}

/** Without its folders and its extension. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/(?!^)\.[A-Za-z][A-Za-z0-9]{1,4}$/, '');
}

/** `path`: of a picture, from the storyboard's folder. */
export function readName(path: string): ReadName {
  const parts = plainPath(path).split('/');
  const stem = stemOf(parts.pop() ?? '');
  const fields: NumberField[] = [];
  const folders: string[] = [];
  for (const folder of parts) {
    if (isNeutralFolder(folder)) continue;
    const read = readText(folder);
    const told = read.fields.filter(({ role }) => role !== 'stamp' && role !== 'setting');
    if (told.length === 0) folders.push(folder);
    for (const field of told)
      fields.push({ ...field, isFolder: true, written: field.role === 'shot' ? field.written : folder });
  }
  const own = readText(stem);
  const all = settled([...fields, ...own.fields]);
  return {
    path,
    fields: all,
    words: own.words.join(' '),
    firstWords: own.firstWords.join(' '),
    bare: bareOf(own),
    folders,
    shape: all.map(({ role, isFolder }) => (isFolder ? `${role}/` : role)).join(' '),
    aside: parts.map(asideIn).find((what) => what !== undefined),
  };
}

interface ReadText {
  readonly fields: NumberField[];
  readonly words: string[];
  readonly firstWords: string[];
  /** Words, labels and numbers in their order, by role. */
  readonly parts: { readonly role: Role | 'word'; readonly text: string }[];
}

const bareOf = ({ parts }: ReadText): string =>
  parts
    .filter(({ role, text }) =>
      role === 'word'
        ? !isVersionWord(text)
        : !['take', 'counter', 'copy', 'stamp', 'setting'].includes(role),
    )
    .map(({ text }) => text)
    .join(' ');

/** Reads a name without folders and extension. */
function readText(name: string): ReadText {
  const read: ReadText = { fields: [], words: [], firstWords: [], parts: [] };
  let text = name.slice(0, LONGEST);
  const last: NumberField[] = [];
  const copy = COPY.exec(text);
  if (copy) {
    text = text.slice(0, copy.index);
    last.push(fieldOf('copy', copy[1] ?? copy[2] ?? copy[3] ?? '1', copy[0]));
  }
  const counter = COUNTER.exec(text);
  if (counter?.[1] !== undefined) {
    text = text.slice(0, counter.index);
    last.unshift(fieldOf('counter', counter[1], counter[1]));
  }
  const stamped = (found: string): string => {
    last.push(fieldOf('stamp', found, found));
    return ' ';
  };
  for (const pattern of STAMPS) text = text.replace(pattern, stamped);
  text = text.replace(HEX, (found) => (isHash(found) ? stamped(found) : found));
  readRuns(text.match(RUNS) ?? [], read);
  for (const field of last) addField(read, field, '');
  return read;
}

function readRuns(runs: readonly string[], read: ReadText): void {
  let label = '';
  let isClose = false;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index] ?? '';
    if (/\d/.test(run)) {
      const [letter, length] = letterAfter(runs, index);
      const before = label;
      const word = lastWordOf(before);
      // A letter alone is part of the number, as in "A1".
      const isAlone = runs.length - length === 2;
      const role = roleOf(word, isClose && !isAlone) ?? roleAfter(runs[index + 1]);
      const isPrefix = role === undefined && isClose && /^[a-z]$/i.test(before);
      if (role === undefined && before !== '' && !isPrefix) addWord(read, before);
      const number = `${isPrefix ? before : ''}${run}${letter}`;
      const between = isClose ? '' : (runs[index - 1] ?? '');
      addField(
        read,
        fieldOf(role ?? 'plain', number, role ? before + between + number : number),
        role ? word : '',
      );
      index += length;
      label = '';
    } else if (/[\p{L}\p{M}]/u.test(run)) {
      if (label !== '') addWord(read, label);
      label = run;
      isClose = true;
    } else {
      isClose = false;
      // Brackets end what a word is about.
      if (/[()[\]{}]/.test(run) && label !== '') {
        addWord(read, label);
        label = '';
      }
    }
  }
  if (label !== '') addWord(read, label);
}

/** A single letter that ends a number, "1A", and how many runs it takes. */
function letterAfter(runs: readonly string[], index: number): [letter: string, length: number] {
  const next = runs[index + 1] ?? '';
  const after = runs[index + 2] ?? '';
  return /^[A-Za-z]$/.test(next) && !/\d/.test(after) ? [next, 1] : ['', 0];
}

/** Of scripts that put the label last: 第1镜. */
const roleAfter = (run: string | undefined): Role | undefined =>
  run !== undefined && /^(?!\p{Script=Latin})\p{L}/u.test(run) ? roleOf(run[0] ?? '', false) : undefined;

/** "lanternShot" → "shot". */
export const lastWordOf = (run: string): string =>
  (/\p{Lu}?\p{Ll}+$|\p{Lu}+$/u.exec(run)?.[0] ?? run).toLowerCase();

function addWord({ words, firstWords, fields, parts }: ReadText, run: string): void {
  const word = run.toLowerCase();
  parts.push({ role: 'word', text: word });
  if (isVersionWord(word)) return;
  words.push(word);
  if (fields.length === 0) firstWords.push(word);
}

function addField({ fields, parts }: ReadText, field: NumberField, label: string): void {
  fields.push(field);
  parts.push({ role: field.role, text: label === '' ? field.key : `${label} ${field.key}` });
}

/** Numbers to compare by: "10" for "010", "1a" for "01A". */
export const keyOf = (text: string): string => text.toLowerCase().replace(/(?<!\d)0+(?=\d)/g, '');

const fieldOf = (role: Role, text: string, written: string): NumberField => ({
  role,
  text,
  written: written.trim(),
  key: keyOf(text),
  isFolder: false,
});

/** What the other numbers of a name say of those that could be several things. */
function settled(fields: readonly NumberField[]): NumberField[] {
  const hasShot = fields.some(({ role }) => role === 'shot');
  const hasScene = fields.some(({ role }) => role === 'scene');
  return fields.map((field, index) => {
    if (field.role === 'sceneOrShot') {
      const later = fields.slice(index + 1).map(({ role }) => role);
      if (later[0] === 'episode') return { ...field, role: 'episode' };
      const isScene = hasShot || later.some((role) => ['plain', 'frame', 'sceneOrShot'].includes(role));
      return { ...field, role: isScene ? 'scene' : 'shot' };
    }
    // Panels are the shots of their page.
    const isPage = /^p/i.test(field.written) && fields.slice(index + 1).some(({ role }) => role === 'shot');
    if (field.role === 'frame' && isPage) return { ...field, role: 'scene' };
    // Frames of a shot, and keyframes of a scene, are takes of it.
    const isTake = field.role === 'frame' && (hasShot || (hasScene && /^k/i.test(field.written)));
    return isTake ? { ...field, role: 'take' } : field;
  });
}

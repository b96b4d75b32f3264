/** Sets text of any script: embedded fonts where they have the letters, pictures of text where the system has them. */
import { type EmbeddedFont, embeddedFonts, type Fonts, fontOf, type Weight, widthIn } from './fonts.js';
import { isDrawable, type TextPicture, textPicture } from './text-picture.js';
import { undrawnWords } from './undrawn.js';
import { type Line, type Run, type Word, type Wrapped, wrap } from './wrap.js';

export interface Style {
  /** Points. */
  readonly size: number;
  readonly weight: Weight;
  /** "#1a1a1a". */
  readonly colour: string;
}

/** What of pdfkit is drawn with. */
export type Paper = Pick<
  PDFKit.PDFDocument,
  'registerFont' | 'font' | 'fontSize' | 'fillColor' | 'text' | 'image'
>;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Of ASCII, and no control characters, each character is one. */
const clustersOf = (text: string): string[] =>
  /^[ -~]*$/.test(text) ? [...text] : Array.from(graphemes.segment(text), ({ segment }) => segment);

/** As wide as high in every font that has them, so that they need not be drawn to be measured. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;
/** Not at the beginning of a line. */
const CLOSING = /^[\p{Pe}\p{Pf}、。，．！？：；ー々…,.!?;:]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
/** Seen as nothing, or orders to the reader's eye that a text has no business to give. */
const INVISIBLE = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
/** Part of the character before them. */
const DEPENDENT = /^[\p{M}\p{Cf}\s]$/u;

export class Typesetter {
  readonly #fonts: Fonts = embeddedFonts();
  readonly #byName = new Map<string, EmbeddedFont>();
  readonly #fontOf = new Map<string, EmbeddedFont | null>();
  readonly #words = new Map<string, readonly Word[]>();
  readonly #widths = new Map<string, number>();
  readonly #drawable = new Map<string, boolean>();
  /** Of the page that is drawn. */
  readonly #pictures = new Map<string, TextPicture | null>();
  readonly #undrawn = new Set<string>();

  constructor() {
    for (const one of [...this.#fonts.regular, ...this.#fonts.bold]) this.#byName.set(one.name, one);
  }

  /** What no font can draw of all that was set, each character once. */
  get undrawn(): ReadonlySet<string> {
    return this.#undrawn;
  }

  register(paper: Paper): void {
    for (const { name, file } of this.#byName.values()) paper.registerFont(name, file);
  }

  /** Lines of `width` points, `most` at most. A line break in the text is a space. */
  async wrap(
    text: string,
    { size, weight }: Style,
    width: number,
    most = Number.POSITIVE_INFINITY,
  ): Promise<Wrapped> {
    const words = await this.#wordsOf(text, weight);
    const marks = { space: await this.#run(' ', weight), ellipsis: await this.#run('…', weight) };
    return wrap(words, width / size, most, marks, (run) => this.#split(run));
  }

  /** `baseline`: points from the upper edge of the page. */
  async draw(paper: Paper, { runs }: Line, x: number, baseline: number, style: Style): Promise<void> {
    const { size, colour } = style;
    let at = x;
    for (const { text, font, width } of runs) {
      if (font === null) await this.#drawPicture(paper, text, width * size, at, baseline, style);
      else paper.font(font).fontSize(size).fillColor(colour).text(text, at, baseline, PLAIN);
      at += width * size;
    }
  }

  /** What was drawn for the page before is not kept: a thousand pages of it would be. */
  forgetPictures(): void {
    this.#pictures.clear();
  }

  async #drawPicture(
    paper: Paper,
    text: string,
    room: number,
    x: number,
    baseline: number,
    { size, weight, colour }: Style,
  ): Promise<void> {
    const picture = await this.#picture(text, weight, colour);
    if (!picture) return;
    const scale = Math.min(size, room / picture.width);
    const y = baseline - picture.ascent * scale;
    paper.image(picture.png, x, y, { width: picture.width * scale, height: picture.height * scale });
  }

  async #wordsOf(text: string, weight: Weight): Promise<Word[]> {
    const plain = text.normalize('NFC').replace(/\s/g, ' ').replace(INVISIBLE, '');
    const words: Word[] = [];
    for (const chunk of (await this.#readable(plain, weight)).split(' ')) {
      if (chunk !== '') words.push(...(await this.#partsOf(chunk, weight)));
    }
    return words;
  }

  /** What stands between two spaces, in parts between which a line may break. */
  async #partsOf(chunk: string, weight: Weight): Promise<readonly Word[]> {
    const key = `${weight} ${chunk}`;
    const known = this.#words.get(key);
    if (known) return known;
    const parts: Word[] = [];
    for (const part of unbroken(chunk))
      parts.push({ runs: await this.#runs(part, weight), spaced: parts.length === 0 });
    this.#words.set(key, parts);
    return parts;
  }

  #embedded(cluster: string, weight: Weight): EmbeddedFont | null {
    const key = `${weight} ${cluster}`;
    const known = this.#fontOf.get(key);
    if (known !== undefined) return known;
    const found = fontOf(this.#fonts[weight], cluster);
    this.#fontOf.set(key, found);
    return found;
  }

  /** With words in the place of what no font can draw. */
  async #readable(text: string, weight: Weight): Promise<string> {
    let readable = '';
    let missing: string[] = [];
    let space = '';
    for (const cluster of clustersOf(text)) {
      if (cluster === ' ' && missing.length > 0) space = ' ';
      else if (this.#embedded(cluster, weight) || (await this.#canDraw(cluster))) {
        readable += undrawnWords(missing) + space + cluster;
        missing = [];
        space = '';
      } else missing.push(cluster);
    }
    return readable + undrawnWords(missing);
  }

  async #canDraw(cluster: string): Promise<boolean> {
    let can = true;
    for (const character of cluster) {
      if (DEPENDENT.test(character)) continue;
      const known = this.#drawable.get(character) ?? (await isDrawable(character));
      this.#drawable.set(character, known);
      if (known) continue;
      can = false;
      this.#undrawn.add(character);
    }
    return can;
  }

  async #runs(word: string, weight: Weight): Promise<Run[]> {
    const pieces: { text: string; font: string | null }[] = [];
    for (const cluster of clustersOf(word)) {
      const font = this.#embedded(cluster, weight)?.name ?? null;
      const last = pieces.at(-1);
      if (last && last.font === font) last.text += cluster;
      else pieces.push({ text: cluster, font });
    }
    return Promise.all(pieces.map(({ text }) => this.#run(text, weight)));
  }

  /** Of a text in one font. */
  async #run(text: string, weight: Weight): Promise<Run> {
    const font = this.#embedded(text, weight);
    return { text, font: font?.name ?? null, width: await this.#width(text, font, weight) };
  }

  async #width(text: string, font: EmbeddedFont | null, weight: Weight): Promise<number> {
    if (!font) {
      const clusters = clustersOf(text);
      if (clusters.every((one) => WIDE.test(one))) return clusters.length;
    }
    const key = `${weight} ${text}`;
    const width =
      this.#widths.get(key) ??
      (font ? widthIn(font, text) : ((await textPicture(text, weight, '#000000'))?.width ?? 0) + SIDES);
    this.#widths.set(key, width);
    return width;
  }

  /** A run cluster by cluster. Pictures are not drawn again to measure their parts, which share the width. */
  #split({ text, font, width }: Run): Run[] {
    const clusters = clustersOf(text);
    const embedded = this.#byName.get(font ?? '');
    return clusters.map((one) => ({
      text: one,
      font,
      width: embedded ? widthIn(embedded, one) : width / clusters.length,
    }));
  }

  async #picture(text: string, weight: Weight, colour: string): Promise<TextPicture | null> {
    const key = `${weight} ${colour} ${text}`;
    const known = this.#pictures.get(key);
    if (known !== undefined) return known;
    const drawn = await textPicture(text, weight, colour);
    this.#pictures.set(key, drawn);
    return drawn;
  }
}

const PLAIN = { lineBreak: false, baseline: 'alphabetic' } as const;
/** Ems of white beside a picture of text, which is cut at its ink. */
const SIDES = 0.1;

/** Between characters as wide as high a line may break. */
function unbroken(chunk: string): string[] {
  const parts: string[] = [];
  let wide = false;
  for (const cluster of clustersOf(chunk)) {
    const before = parts.at(-1);
    const isWide = WIDE.test(cluster);
    const breaks = (wide || isWide) && !CLOSING.test(cluster) && !OPENING.test(before ?? '');
    if (before === undefined || breaks) parts.push(cluster);
    else parts[parts.length - 1] = before + cluster;
    wide = isWide;
  }
  return parts;
}

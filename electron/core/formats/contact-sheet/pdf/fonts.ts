/** The fonts that go into the PDF: Noto Sans, in the parts by script that its package is cut into. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

/** WOFF: fontkit’s subsets of WOFF2 are broken. */
const require = createRequire(import.meta.url);
const SCRIPTS = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
const WEIGHTS = { regular: 400, bold: 600 } as const;

export type Weight = keyof typeof WEIGHTS;

export interface EmbeddedFont {
  /** By which the PDF knows it. */
  readonly name: string;
  readonly file: Buffer;
  /** Unpacked when it is first asked for: most boards need few. */
  readonly font: Font;
}

/** In the order in which they are asked for a character. */
export type Fonts = Readonly<Record<Weight, readonly EmbeddedFont[]>>;

let read: Fonts | null = null;

export function embeddedFonts(): Fonts {
  read ??= { regular: ofWeight('regular'), bold: ofWeight('bold') };
  return read;
}

const ofWeight = (weight: Weight): EmbeddedFont[] =>
  SCRIPTS.map((script) => {
    const name = `noto-sans-${script}-${WEIGHTS[weight]}-normal`;
    const file = readFileSync(require.resolve(`@fontsource/noto-sans/files/${name}.woff`));
    let font: Font | null = null;
    return {
      name,
      file,
      get font() {
        // When it is first needed: with pdfkit it takes 25 MiB and most of a second, which no start should wait for.
        const { create } = require('fontkit') as typeof import('fontkit');
        font ??= create(file) as Font;
        return font;
      },
    };
  });

/** The first that has every character of it; null where none has. */
export function fontOf(fonts: readonly EmbeddedFont[], cluster: string): EmbeddedFont | null {
  const points = [...cluster].map((one) => one.codePointAt(0) ?? 0);
  return fonts.find(({ font }) => points.every((point) => font.hasGlyphForCodePoint(point))) ?? null;
}

/** In ems. */
export const widthIn = ({ font }: EmbeddedFont, text: string): number =>
  font.layout(text).advanceWidth / font.unitsPerEm;

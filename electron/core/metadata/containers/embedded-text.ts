/** A text that lies in a picture's file, wherever it lies there. */
export interface EmbeddedText {
  readonly where: Container;
  /** The chunk's keyword, or the field's name: `parameters`, `UserComment` … */
  readonly name: string;
  /** Null where the bytes cannot be read as text. */
  readonly text: string | null;
  readonly bytes: number;
}

export type Container = keyof typeof CONTAINERS;

/** What they are called: "the PNG text “parameters”". */
export const CONTAINERS = {
  png: 'the PNG text',
  exif: 'the EXIF field',
  xmp: 'the XMP field',
  comment: 'the file’s',
  pixels: 'the transparency’s',
} as const;

export const placeOf = ({ where, name }: Pick<EmbeddedText, 'where' | 'name'>): string =>
  `${CONTAINERS[where]} “${name}”`;

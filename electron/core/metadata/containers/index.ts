/** The texts in a picture's file, whatever the container: PNG text chunks, EXIF and XMP. Knows no tool. */
import { readRegular } from '@core/files/index.js';
import ExifReader from 'exifreader';
import { userComment } from './user-comment.js';

/** Bytes; of a larger picture only the pixels are looked at. */
const LARGEST = 256 * 1024 * 1024;

export interface EmbeddedText {
  readonly where: 'png' | 'exif' | 'xmp';
  /** The chunk's keyword, or the field's name: `parameters`, `UserComment` … */
  readonly name: string;
  readonly text: string;
}

interface Tag {
  readonly value?: unknown;
  readonly description?: unknown;
}

type Group = Readonly<Record<string, Tag | undefined>>;

/** Empty for a file without metadata, and for one that is no picture: the frame itself says so when it is shown. */
export async function readTexts(file: string): Promise<EmbeddedText[]> {
  let groups: Partial<Record<'pngText' | 'exif' | 'xmp', Group>>;
  try {
    groups = ExifReader.load(await readRegular(file, LARGEST), { expanded: true }) as typeof groups;
  } catch {
    return [];
  }
  const { UserComment, ...exif } = groups.exif ?? {};
  const comment = userComment(UserComment?.value, UserComment?.description);
  return [
    ...textsOf('png', groups.pngText),
    ...textsOf('exif', exif),
    ...(comment ? [{ where: 'exif', name: 'UserComment', text: comment } as const] : []),
    ...textsOf('xmp', groups.xmp),
  ];
}

function textsOf(where: EmbeddedText['where'], group: Group = {}): EmbeddedText[] {
  return Object.entries(group).flatMap(([name, tag]) => {
    const text = [tag?.value, tag?.description].find((value) => typeof value === 'string');
    return typeof text === 'string' && text !== '' ? [{ where, name, text }] : [];
  });
}

/** The texts of these names, in the order of the names. */
export const textsNamed = (texts: readonly EmbeddedText[], ...names: readonly string[]): string[] =>
  names.flatMap((name) => texts.filter((text) => text.name === name).map(({ text }) => text));

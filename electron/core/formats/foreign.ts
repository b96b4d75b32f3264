/** Kinds of files that people try to open and that are not read, with what to do instead. */
import { extensionOf } from '@core/files/index.js';

interface Foreign {
  readonly extensions: readonly string[];
  /** "a spreadsheet" */
  readonly what: string;
  /** What to do, as a sentence without its stop. */
  readonly instead: string;
  /** People keep frames in it: named in folders below as well. */
  readonly hasFrames?: true;
}

const FOREIGN: readonly Foreign[] = [
  {
    extensions: ['.xlsx', '.xls', '.xlsm', '.ods', '.numbers', '.gsheet'],
    what: 'a spreadsheet',
    instead: 'save its list of shots as CSV and open that',
  },
  {
    extensions: ['.docx', '.doc', '.odt', '.pages', '.rtf', '.pdf', '.pptx', '.ppt', '.key'],
    what: 'a document',
    instead: 'save its list of shots as CSV or Markdown, and its pictures in a folder, and open those',
  },
  {
    extensions: ['.fountain', '.fdx', '.celtx', '.highland', '.fadein'],
    what: 'a screenplay, which does not say what each picture shows',
    instead: 'open the folder of pictures, or a list of shots in CSV or Markdown',
  },
  {
    extensions: ['.edl', '.xml', '.fcpxml', '.aaf', '.prproj', '.drp'],
    what: 'a cut of another form',
    instead: 'export it as OpenTimelineIO (.otio) and open that',
  },
  {
    extensions: ['.mp4', '.mov', '.mkv', '.webm', '.avi', '.m4v'],
    what: 'a film',
    instead: 'export a picture of each shot into a folder and open that',
    hasFrames: true,
  },
  {
    extensions: [
      ...['.psd', '.psb', '.kra', '.xcf', '.clip', '.exr', '.hdr', '.tga', '.dpx', '.bmp', '.heic', '.heif'],
      ...['.jxl', '.jp2', '.svg', '.ico', '.raw', '.dng', '.cr2', '.nef', '.arw'],
    ],
    what: 'a kind of picture that is not read',
    instead: 'save it as PNG',
    hasFrames: true,
  },
  {
    extensions: ['.zip', '.rar', '.7z', '.tar', '.gz', '.tgz', '.cbz'],
    what: 'an archive',
    instead: 'unpack it and open the folder',
  },
  {
    extensions: ['.yaml', '.yml', '.toml', '.jsonl', '.ndjson'],
    what: 'a form of data that is not read',
    instead: 'save the shots as JSON, {"shots": [ … ]}, and open that',
  },
  {
    extensions: ['.txt', '.text'],
    what: 'plain text',
    instead: 'write the shots as a table in CSV or Markdown and open that',
  },
];

const foreignOf = (name: string): Foreign | undefined =>
  FOREIGN.find(({ extensions }) => extensions.includes(extensionOf(name)));

/** Whether frames may lie in it that cannot be read. */
export const mayHaveFrames = (name: string): boolean => foreignOf(name)?.hasFrames ?? false;

/** Why a file that was chosen is not opened: "a.xlsx is a spreadsheet; save its list of shots as CSV and open that". */
export function whyNotOpened(name: string): string {
  const foreign = foreignOf(name);
  return foreign ? `${name} is ${foreign.what}; ${foreign.instead}` : `Unknown file type: ${name}`;
}

/** Files that may be what was meant instead of the pictures that they lie among: "a spreadsheet; save …". */
export function whyNotRead(name: string): string {
  const foreign = foreignOf(name);
  return foreign ? `${foreign.what}; ${foreign.instead}` : 'not a picture';
}

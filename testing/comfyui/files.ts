/** The folders of the double, in memory, with the real server's rules for names. */
import { posix } from 'node:path';
import sharp from 'sharp';
import type { Reply } from '../fate.js';

export type Folder = 'input' | 'output' | 'temp';

const LONGEST_NAME = 255;
const OUTSIDE = /^\.\.(?:\/|$)|^\//;

export class Files {
  readonly #files = new Map<string, Buffer>();
  /** A picture that PreviewImage keeps is called by it. */
  readonly #tempPrefix = `ComfyUI_temp_${Math.random().toString(36).slice(2, 7).padEnd(5, 'x')}`;

  put(folder: Folder, name: string, bytes: Buffer): void {
    this.#files.set(`${folder}/${name}`, bytes);
  }

  remove(folder: Folder, name: string): boolean {
    return this.#files.delete(`${folder}/${name}`);
  }

  /** Of a file that is there, by its name with its subfolder. */
  bytes(folder: Folder, name: string): Buffer {
    const bytes = this.#files.get(`${folder}/${name}`);
    if (!bytes) throw new Error(`There is no ${name}.`);
    return bytes;
  }

  /** Names with their subfolders. */
  namesIn(folder: Folder): string[] {
    return [...this.#files.keys()].flatMap((key) =>
      key.startsWith(`${folder}/`) ? key.slice(folder.length + 1) : [],
    );
  }

  isInput(value: string): boolean {
    return this.#files.has(keyOf(value));
  }

  /** Bytes of what LoadImage loads. */
  loaded(value: string): Buffer {
    const bytes = this.#files.get(keyOf(value));
    if (!bytes) throw new Error(`There is no ${value}.`);
    return bytes;
  }

  /** Saves a picture under the next number that its prefix has not. Throws for a prefix that leads outside. */
  save(folder: 'output' | 'temp', prefix: string, bytes: Buffer): { filename: string; subfolder: string } {
    const path = posix.normalize(folder === 'temp' ? this.#tempPrefix : prefix);
    if (OUTSIDE.test(path))
      throw Object.assign(new Error('Saving image outside the output folder is not allowed.'), {
        name: 'Exception',
      });
    const subfolder = posix.dirname(path) === '.' ? '' : posix.dirname(path);
    const start = `${path}_`;
    const numbers = this.namesIn(folder).flatMap((name) =>
      name.startsWith(start) ? Number(/^(\d+)_/.exec(name.slice(start.length))?.[1] ?? 0) : [],
    );
    const number = Math.max(0, ...numbers) + 1;
    const filename = `${posix.basename(path)}_${String(number).padStart(5, '0')}_.png`;
    this.put(folder, posix.join(subfolder, filename), bytes);
    return { filename, subfolder };
  }

  /** `POST /upload/image` and `/upload/mask`. */
  upload(parts: ReadonlyMap<string, Part>, isMask: boolean): Reply {
    const image = parts.get('image');
    const folder = parts.get('type')?.text ?? 'input';
    const broken = { status: 500, body: '500 Internal Server Error\n\nServer got itself in trouble' };
    if (!['input', 'temp', 'output'].includes(folder)) return broken;
    if (!image?.filename) return { status: 400, body: '' };
    const { filename } = image;
    const subfolder = parts.get('subfolder')?.text ?? '';
    const path = posix.isAbsolute(subfolder) ? subfolder : posix.join(posix.normalize(subfolder), filename);
    if (OUTSIDE.test(path)) return { status: 400, body: '' };
    if (filename.includes('/') || filename.includes('\0') || filename.length > LONGEST_NAME) return broken;
    const overwrites = parts.get('overwrite')?.text === 'true';
    const at = folder as Folder;
    const free = overwrites ? path : this.#freeName(at, path, image.bytes);
    const name = posix.basename(free);
    if (isMask) {
      const reference = parts.get('original_ref')?.text;
      if (reference === undefined) return broken;
      const { filename: of, subfolder: under = '', type = 'input' } = JSON.parse(reference);
      if (this.#files.has(posix.join(type, under, of))) this.put(at, free, image.bytes);
    } else this.put(at, free, image.bytes);
    return { status: 200, body: JSON.stringify({ name, subfolder, type: folder }) };
  }

  /** The same bytes keep their name; other bytes get the next one. */
  #freeName(folder: Folder, path: string, bytes: Buffer): string {
    const { dir, name, ext } = posix.parse(path);
    for (let at = 0; ; at++) {
      const candidate = posix.join(dir, at === 0 ? `${name}${ext}` : `${name} (${at})${ext}`);
      const there = this.#files.get(`${folder}/${candidate}`);
      if (!there || there.equals(bytes)) return candidate;
    }
  }

  /** `GET /view`. `svg`: how it serves a drawing. */
  async view(query: URLSearchParams, svg: string): Promise<Reply> {
    const asked = query.get('filename');
    if (asked === null) return { status: 404, body: '' };
    const [, named = asked, annotated] = /^(.*) \[(input|output|temp)\]$/.exec(asked) ?? [];
    if (named === '' || named.startsWith('/') || named.includes('..')) return { status: 400, body: '' };
    const folder = annotated ?? query.get('type') ?? 'output';
    if (!['input', 'temp', 'output'].includes(folder)) return { status: 400, body: '' };
    const subfolder = posix.normalize(query.get('subfolder') || '.');
    if (OUTSIDE.test(subfolder)) return { status: 403, body: '' };
    const bytes = this.#files.get(posix.join(folder, subfolder, posix.basename(named)));
    if (!bytes) return { status: 404, body: '' };
    const [format] = query.get('preview')?.split(';') ?? [];
    if (format === 'webp' || format === 'jpeg')
      return { status: 200, body: await sharp(bytes).toFormat(format).toBuffer(), type: `image/${format}` };
    const ext = posix.extname(named).slice(1);
    const type = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', svg }[ext];
    return { status: 200, body: bytes, type: type ?? 'application/octet-stream' };
  }
}

/** As LoadImage takes it: `sub/name` or `name [temp]`. */
function keyOf(value: string): string {
  const [, name = value, folder = 'input'] = /^(.*) \[(input|output|temp)\]$/.exec(value) ?? [];
  return `${folder}/${posix.normalize(name)}`;
}

/** A field of a form. */
export interface Part {
  readonly filename: string | null;
  readonly bytes: Buffer;
  readonly text: string;
}

/** The fields of a multipart body (RFC 7578), a backslash before a character dropped as the real server does it. */
export function partsOf(body: Buffer, type: string): Map<string, Part> {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1] ?? '';
  const parts = new Map<string, Part>();
  const mark = Buffer.from(`--${boundary}`);
  for (let from = body.indexOf(mark); from >= 0; ) {
    const to = body.indexOf(mark, from + mark.length);
    if (to < 0) break;
    const part = body.subarray(from + mark.length + 2, to - 2);
    const end = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, end).toString('utf8');
    const bytes = Buffer.from(part.subarray(end + 4));
    const name = /\bname="([^"]*)"/.exec(head)?.[1] ?? '';
    const filename = /filename="((?:\\[\s\S]|[^"\\])*)"/.exec(head)?.[1];
    parts.set(name, {
      filename: filename === undefined ? null : filename.replace(/\\([\s\S])/g, '$1'),
      bytes,
      text: bytes.length < 100_000 ? bytes.toString('utf8') : '',
    });
    from = to;
  }
  return parts;
}

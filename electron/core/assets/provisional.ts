/** What a picture is known by until its bytes are read: where it lies, its length and its time. */
import { createHash } from 'node:crypto';
import { PROVISIONAL } from '@shared/records/index.js';

/** Hexadecimal digits of a length in bytes, and of a time in microseconds. */
const LENGTH = 12;
const TIME = 14;
const HASH = 64;

export interface FileAsItWas {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly mtimeMs: number;
}

/** `path`: from the storyboard's folder, with forward slashes. 64 hexadecimal digits. */
export function provisionalId(path: string, file: FileAsItWas): string {
  const known = PROVISIONAL + stampOf(file);
  return (
    known +
    createHash('sha256')
      .update(path)
      .digest('hex')
      .slice(0, HASH - known.length)
  );
}

/** The file is as long and as old as the one that is so known. */
export const isStillThe = (id: string, file: FileAsItWas): boolean =>
  id.slice(PROVISIONAL.length, PROVISIONAL.length + LENGTH + TIME) === stampOf(file);

const stampOf = ({ size, mtimeMs }: FileAsItWas): string =>
  digits(size, LENGTH) + digits(Math.floor(mtimeMs * 1000), TIME);

/** Of a time before 1970 too. */
const digits = (value: number, count: number): string =>
  BigInt.asUintN(count * 4, BigInt(Math.floor(value)))
    .toString(16)
    .padStart(count, '0');

/**
 * Memory for the bytes of pictures that are read one after another, used again. New memory for each would be some
 * megabytes every few pictures, and V8 goes through all that is alive after 64 MiB of it: on a large board a thread that
 * makes small copies would stand still for that several times a second.
 */

/** Bytes; a piece for a picture is so long, or a multiple of it. */
const STEP = 1024 * 1024;
/** As many as a browser asks for at once. */
const MOST = 6;
/** Milliseconds after which they are let go of, when nothing was read. */
const IDLE = 2000;

export class ReusedBuffers {
  /** Those that nobody uses, the shortest first. */
  #free: Buffer[] = [];
  #idle: NodeJS.Timeout | undefined;

  /** At least `size` bytes long. One that is never given back is lost to others, and collected as any. */
  take(size: number): Buffer {
    const at = this.#free.findIndex(({ length }) => length >= size);
    const [found] = at < 0 ? [] : this.#free.splice(at, 1);
    return found ?? Buffer.allocUnsafeSlow(Math.max(1, Math.ceil(size / STEP)) * STEP);
  }

  /** Whoever took it uses it no more. */
  giveBack(buffer: Buffer): void {
    this.#free.push(buffer);
    this.#free.sort((a, b) => a.length - b.length);
    // The longest fit all.
    if (this.#free.length > MOST) this.#free.shift();
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      this.#free = [];
    }, IDLE).unref();
  }
}

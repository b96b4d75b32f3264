/** The fast Fourier transform of one length, a power of two (Cooley and Tukey 1965). */
export class Transform {
  readonly size: number;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  readonly #reversed: Uint16Array;

  constructor(size: number) {
    this.size = size;
    this.#cos = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
    this.#sin = Float64Array.from({ length: size / 2 }, (_, i) => -Math.sin((2 * Math.PI * i) / size));
    const bits = Math.log2(size);
    this.#reversed = Uint16Array.from({ length: size }, (_, i) => {
      let out = 0;
      for (let b = 0; b < bits; b++) out |= ((i >> b) & 1) << (bits - 1 - b);
      return out;
    });
  }

  /** In place, of the `size` complex values from `start` on. */
  run(re: Float64Array, im: Float64Array, start: number): void {
    this.#runBeside(re, im, start, 1);
  }

  /** In place, of each column of `size` lines of `width` complex values. */
  runDown(re: Float64Array, im: Float64Array, width: number): void {
    this.#runBeside(re, im, 0, width);
  }

  /** Of `beside` sequences at once, whose values lie that far apart: so memory is read in the order in which it lies. */
  #runBeside(re: Float64Array, im: Float64Array, start: number, beside: number): void {
    const size = this.size;
    const cos = this.#cos;
    const sin = this.#sin;
    const reversed = this.#reversed;
    for (let i = 0; i < size; i++) {
      const j = reversed[i] ?? 0;
      if (j > i) swap(re, im, start + i * beside, start + j * beside, beside);
    }
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half);
      for (let block = 0; block < size; block += 2 * half) {
        for (let k = 0; k < half; k++) {
          const c = cos[k * stride] ?? 0;
          const s = sin[k * stride] ?? 0;
          const end = start + (block + k + 1) * beside;
          for (let a = end - beside, b = a + half * beside; a < end; a++, b++) {
            const br = re[b] ?? 0;
            const bi = im[b] ?? 0;
            const tr = br * c - bi * s;
            const ti = br * s + bi * c;
            const ar = re[a] ?? 0;
            const ai = im[a] ?? 0;
            re[b] = ar - tr;
            im[b] = ai - ti;
            re[a] = ar + tr;
            im[a] = ai + ti;
          }
        }
      }
    }
  }
}

/** `count` values from `a` on with those from `b` on. */
function swap(re: Float64Array, im: Float64Array, a: number, b: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const r = re[a + i] ?? 0;
    const m = im[a + i] ?? 0;
    re[a + i] = re[b + i] ?? 0;
    im[a + i] = im[b + i] ?? 0;
    re[b + i] = r;
    im[b + i] = m;
  }
}

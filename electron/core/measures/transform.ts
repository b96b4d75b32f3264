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
    const reversed = this.#reversed;
    for (let i = 0; i < size; i++) {
      const j = reversed[i] ?? 0;
      if (j > i) swap(re, im, start + i * beside, start + j * beside, beside);
    }
    let half = 1;
    // Two steps at once read and write each value once for both.
    for (; 2 * half < size; half *= 4) this.#twoSteps(re, im, start, beside, half);
    if (half < size) this.#step(re, im, start, beside, half);
  }

  #step(re: Float64Array, im: Float64Array, start: number, beside: number, half: number): void {
    const stride = this.size / (2 * half);
    for (let block = 0; block < this.size; block += 2 * half) {
      for (let k = 0; k < half; k++) {
        const c = this.#cos[k * stride] ?? 0;
        const s = this.#sin[k * stride] ?? 0;
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

  /** Of `half` and of twice as much. */
  #twoSteps(re: Float64Array, im: Float64Array, start: number, beside: number, half: number): void {
    const stride = this.size / (4 * half);
    const apart = half * beside;
    for (let block = 0; block < this.size; block += 4 * half) {
      for (let k = 0; k < half; k++) {
        const c = this.#cos[2 * k * stride] ?? 0;
        const s = this.#sin[2 * k * stride] ?? 0;
        const c1 = this.#cos[k * stride] ?? 0;
        const s1 = this.#sin[k * stride] ?? 0;
        const c2 = this.#cos[(k + half) * stride] ?? 0;
        const s2 = this.#sin[(k + half) * stride] ?? 0;
        const end = start + (block + k + 1) * beside;
        for (let p = end - beside; p < end; p++) {
          const q = p + apart;
          const u = q + apart;
          const v = u + apart;
          const qr = re[q] ?? 0;
          const qi = im[q] ?? 0;
          const vr = re[v] ?? 0;
          const vi = im[v] ?? 0;
          const tr = qr * c - qi * s;
          const ti = qr * s + qi * c;
          const wr = vr * c - vi * s;
          const wi = vr * s + vi * c;
          const pr = re[p] ?? 0;
          const pi = im[p] ?? 0;
          const ur = re[u] ?? 0;
          const ui = im[u] ?? 0;
          const ar = pr + tr;
          const ai = pi + ti;
          const br = pr - tr;
          const bi = pi - ti;
          const cr = ur + wr;
          const ci = ui + wi;
          const dr = ur - wr;
          const di = ui - wi;
          const er = cr * c1 - ci * s1;
          const ei = cr * s1 + ci * c1;
          const fr = dr * c2 - di * s2;
          const fi = dr * s2 + di * c2;
          re[p] = ar + er;
          im[p] = ai + ei;
          re[u] = ar - er;
          im[u] = ai - ei;
          re[q] = br + fr;
          im[q] = bi + fi;
          re[v] = br - fr;
          im[v] = bi - fi;
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

import type { Pixels } from './picture.js';

const LINEAR = Float32Array.from({ length: 256 }, (_, i) => {
  const v = i / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);

/** CIE Lab (D65) of every pixel, three values each: L 0–100, a and b about ±110. */
export function labOf({ data }: Pixels): Float32Array {
  const lab = new Float32Array(data.length);
  for (let i = 0; i + 2 < data.length; i += 3) {
    const r = LINEAR[data[i] ?? 0] ?? 0;
    const g = LINEAR[data[i + 1] ?? 0] ?? 0;
    const b = LINEAR[data[i + 2] ?? 0] ?? 0;
    const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
    const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
    lab[i] = 116 * y - 16;
    lab[i + 1] = 500 * (x - y);
    lab[i + 2] = 200 * (y - z);
  }
  return lab;
}

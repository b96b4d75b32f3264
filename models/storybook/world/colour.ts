/** Colours are `#rrggbb`. */
export function rgbOf(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `from` at amount 0, `to` at amount 1. */
export function mix(from: string, to: string, amount: number): string {
  const t = Math.min(1, Math.max(0, amount));
  const a = rgbOf(from);
  const b = rgbOf(to);
  const channel = (i: 0 | 1 | 2) => Math.round(a[i] * (1 - t) + b[i] * t);
  const value = (channel(0) << 16) | (channel(1) << 8) | channel(2);
  return `#${value.toString(16).padStart(6, '0')}`;
}

/** Rec. 709 luma, 0 to 1, of the encoded channels. */
export function luma(colour: string): number {
  const [r, g, b] = rgbOf(colour);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

/** The colour with its saturation taken down towards the grey of the same luma. */
export function greyed(colour: string, amount: number): string {
  const level = Math.round(luma(colour) * 255);
  return mix(colour, `#${level.toString(16).padStart(2, '0').repeat(3)}`, amount);
}

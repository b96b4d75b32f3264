import sharp from 'sharp';

/** As the name of its file ends: PNG of few colours, or WebP. `png`: as the browser gives it. */
export function encoded(name: string, png: Buffer): Promise<Buffer> {
  const picture = sharp(png);
  return name.endsWith('.webp')
    ? picture.webp({ quality: 82, effort: 6 }).toBuffer()
    : picture.png({ palette: true, quality: 90, effort: 10 }).toBuffer();
}

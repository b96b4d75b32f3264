import { openPicture } from '@core/measures/index.js';

/** Longest side in pixels. */
const SIDE = 96;

/** A small copy of a picture as a `data:` address; '' where it cannot be read, or is too large for that. */
export async function previewOf(file: string): Promise<string> {
  try {
    const bytes = await openPicture(file)
      .autoOrient()
      .resize({ width: SIDE, height: SIDE, fit: 'inside' })
      .webp({ quality: 60 })
      .toBuffer();
    const preview = `data:image/webp;base64,${bytes.toString('base64')}`;
    return preview.length <= 20_000 ? preview : '';
  } catch {
    return '';
  }
}

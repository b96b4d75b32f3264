/** The page of the interface, as both hosts send it: its styles are those of the build, and those that it makes itself. */
import { randomBytes } from 'node:crypto';

/** Stands in the built page where the nonce of an answer belongs (vite.config.ts). */
const PLACE = '__STYLE_NONCE__';

/** `html` with a nonce of its own, and the policy's part on styles that allows it. */
export function pageOnce(html: string): { html: string; styles: string } {
  const nonce = randomBytes(16).toString('base64');
  return { html: html.replaceAll(PLACE, nonce), styles: `style-src 'self' 'nonce-${nonce}'` };
}

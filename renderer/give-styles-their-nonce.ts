/** The page's policy lets styles in that are made while it runs only with the nonce that came with the page. */
import { setNonce } from 'get-nonce';

export function giveStylesTheirNonce(): void {
  const given = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  if (given) setNonce(given);
}

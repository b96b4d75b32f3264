import { z } from 'zod';

/** What a program prints without it, or what is typed from memory, is meant as HTTP. */
const completed = (text: string): string =>
  text.trim() === '' || /^[a-z][a-z\d+.-]*:\/\//i.test(text.trim()) ? text.trim() : `http://${text.trim()}`;

/** Whether a setting is where a server can be: without a name or a password in it. Empty = none yet. */
function isAddress(text: string): boolean {
  if (text === '') return true;
  const { protocol, username, search, hash } = URL.canParse(text) ? new URL(text) : { protocol: '' };
  return /^https?:$/.test(protocol) && !username && !search && !hash;
}

/** Where a server can be; `http://` goes before what has nothing such. `example`: for who enters what is none. */
export const address = (example: string) =>
  z.string().max(300).overwrite(completed).refine(isAddress, `enter an address such as ${example}`);

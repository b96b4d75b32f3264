/** Whether a setting is where a server can be: without a name or a password in it. Empty = none yet. */
export function isAddress(text: string): boolean {
  if (text === '') return true;
  const { protocol, username, search, hash } = URL.canParse(text) ? new URL(text) : { protocol: '' };
  return /^https?:$/.test(protocol) && !username && !search && !hash;
}

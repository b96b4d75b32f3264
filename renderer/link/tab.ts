/**
 * How this tab is known to the web host: by a key of its own that it made, which outlives a reload and nothing else. The
 * invitation in the address that it was opened with makes the host know it, once.
 */
import { INVITATION, type Knock, pictureSignature, welcome } from '@shared/web-session.js';
import { newId } from './new-id.js';

const STORED = 'continuist-tab';

/** What this tab says with an invitation that was not answered yet. */
let invited: Knock | null = null;
let key: string | null = null;
let pictureKey: string | null = null;
let announce = (): void => undefined;
const signatures = new Map<string, string>();

/** Session storage is this tab's alone, and of this address with its port. Without it the tab is known until a reload. */
const kept = {
  read(): string | null {
    try {
      return sessionStorage.getItem(STORED);
    } catch {
      return null;
    }
  },
  write(value: string | null): void {
    key = value;
    try {
      if (value === null) sessionStorage.removeItem(STORED);
      else sessionStorage.setItem(STORED, value);
    } catch {
      // Said above.
    }
  },
};

/**
 * Takes the invitation out of the address, where it could be seen, copied or kept in the history. It is said with a new
 * key: while the host was away, another may have taken its port and heard the old one.
 */
function takeInvitation(): void {
  const { hash, pathname } = window.location;
  if (!INVITATION.test(hash.slice(1))) return;
  invited = { tab: newId() + newId(), invitation: hash.slice(1) };
  history.replaceState(history.state, '', pathname);
  announce();
}

/** Takes the invitation that the page was opened with, and those that are opened in this tab later. */
export function listenForInvitations(): void {
  takeInvitation();
  window.addEventListener('hashchange', takeInvitation);
}

/** Resolves when this tab is opened with another address of the host than those it said. */
export const nextInvitation = (): Promise<void> =>
  new Promise((resolve) => {
    announce = resolve;
    if (invited !== null) resolve();
  });

/** Null for a tab that has neither a key nor an invitation. */
export function whoThisIs(): Knock | null {
  if (invited) return invited;
  key ??= kept.read();
  return key === null ? null : { tab: key, invitation: null };
}

/** The host knows this tab now, by what it said. `answer`: as it came. */
export function letIn(said: Knock, answer: string): void {
  if (invited === said) invited = null;
  ({ pictureKey } = welcome.parse(JSON.parse(answer)));
  kept.write(said.tab);
  signatures.clear();
}

/** The host does not know this tab by what it said: of an earlier start, or an invitation that was used. */
export function notLetIn(said: Knock): void {
  if (said.invitation === null) kept.write(null);
  else if (invited === said) invited = null;
}

/** The query of a picture's address at the web host. */
export function pictureQuery(sha256: string, width?: number): string {
  const size = width ? `w=${width}&` : '';
  if (pictureKey === null) return size;
  const named = size + sha256;
  const signature = signatures.get(named) ?? pictureSignature(pictureKey, sha256, width ?? null);
  signatures.set(named, signature);
  return `${size}signature=${signature}`;
}

/**
 * How this tab is known to the web host: by a key of its own that it made, which outlives a reload and nothing else. The
 * invitation in the address that it was opened with makes the host know it, once.
 */
import { INVITATION, type Knock, pictureSignature, welcome } from '@shared/web-session.js';
import { newId } from './new-id.js';

const STORED = 'continuist-tab';

let invitation: string | null = null;
let key: string | null = null;
let pictureKey: string | null = null;
let invited = (): void => undefined;
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
  write(value: string): void {
    try {
      sessionStorage.setItem(STORED, value);
    } catch {
      // Said above.
    }
  },
};

/** Takes the invitation out of the address, where it could be seen, copied or kept in the history. */
function takeInvitation(): void {
  const { hash, pathname } = window.location;
  if (!INVITATION.test(hash.slice(1))) return;
  invitation = hash.slice(1);
  history.replaceState(history.state, '', pathname);
  invited();
}

/** Takes the invitation that the page was opened with, and those that are opened in this tab later. */
export function listenForInvitations(): void {
  takeInvitation();
  window.addEventListener('hashchange', takeInvitation);
}

/** Resolves when this tab is opened with another address of the host than those it said. */
export const nextInvitation = (): Promise<void> =>
  new Promise((resolve) => {
    invited = resolve;
    if (invitation !== null) resolve();
  });

/** The host did not know this tab by what it said: an invitation in it was used, or is of an earlier start. */
export function notLetIn(said: Knock): void {
  if (invitation === said.invitation) invitation = null;
}

/** Null for a tab that has neither a key nor an invitation. */
export function whoThisIs(): Knock | null {
  key ??= kept.read();
  if (key === null && invitation === null) return null;
  if (key === null) {
    key = newId() + newId();
    kept.write(key);
  }
  return { tab: key, invitation };
}

/** The host knows this tab now. `answer`: what it said, as it came. */
export function letIn(answer: string): void {
  invitation = null;
  ({ pictureKey } = welcome.parse(JSON.parse(answer)));
  signatures.clear();
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

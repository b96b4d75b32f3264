/** Keeps what is typed and not sent through a reload and a crash, each review's own and for no other review. */
import { withoutMade } from '../board/index.js';
import { useDocument, useSession } from '../stores/index.js';
import { NOTHING_TYPED } from './kept.js';
import { entryOf, loadTyped, saveTyped } from './storage.js';

let reviewKey: string | null = null;
let isKept = true;

/** The storage of a page may be switched off altogether. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function recall(): void {
  const { reviewKey: opened } = useDocument.getState();
  if (opened === reviewKey) return;
  reviewKey = opened;
  const store = storage();
  isKept = true;
  useSession.setState(store && opened !== null ? loadTyped(store, opened) : NOTHING_TYPED);
}

/** What has become a take is typed no longer. */
function dropMade(): void {
  const { records } = useDocument.getState();
  const { drafts } = useSession.getState();
  const left = withoutMade(drafts, records);
  if (left !== drafts) useSession.setState({ drafts: left });
}

export function keepDrafts(): void {
  useDocument.subscribe((mirror, before) => {
    recall();
    if (mirror.records.request !== before.records.request) dropMade();
  });
  useSession.subscribe(({ drafts, words }, before) => {
    if (reviewKey === null || (drafts === before.drafts && words === before.words)) return;
    const store = storage();
    isKept = store !== null && saveTyped(store, reviewKey, { drafts, words });
  });
  // Another window on the same review.
  window.addEventListener('storage', ({ key, storageArea }) => {
    if (reviewKey !== null && key === entryOf(reviewKey) && storageArea && storageArea === storage())
      useSession.setState(loadTyped(storageArea, reviewKey));
  });
  window.addEventListener('beforeunload', (event) => {
    const { drafts, words } = useSession.getState();
    if (!isKept && Object.keys({ ...drafts, ...words }).length > 0) event.preventDefault();
  });
}

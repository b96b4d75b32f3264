import { FolderOpen, Images } from 'lucide-react';
import { RecentList } from './RecentList.js';
import { ActionButton } from './ui/index.js';

/** Shown when nothing is open: what can be opened, and where to begin. */
export function EmptyState() {
  return (
    <main className="empty empty-start" data-testid="empty">
      <Images size={44} strokeWidth={1.2} aria-hidden />
      <h1>Open a storyboard</h1>
      <p>
        A folder of generated pictures, or a shots file beside its keyframes. Prompts and seeds are read from
        the pictures where their maker wrote them.
      </p>
      <div className="empty-buttons">
        <ActionButton action="open" className="button strong" showKey>
          <FolderOpen size={16} aria-hidden />
          Open
        </ActionButton>
        <ActionButton action="open-sample" showKey>
          Look at the sample
        </ActionButton>
      </div>
      <RecentList />
      <p className="empty-small">
        Your pictures are never changed. The review is kept in a file beside them.
      </p>
    </main>
  );
}

import { Folder, FolderX, X } from 'lucide-react';
import { CONTEXT, openBoard } from './actions/index.js';
import { call, refreshRecent } from './link/index.js';
import { useSession } from './stores/index.js';

/** As many as fit a small window beside what can be opened. */
const SHOWN = 6;

async function forget(token: string): Promise<void> {
  await call((api) => api.window.forget({ token }));
  await refreshRecent();
}

/** The storyboards that were opened before; of one that is gone it says so. */
export function RecentList() {
  const recent = useSession((session) => session.recent);
  if (recent.length === 0) return null;
  return (
    <section className="recent" aria-label="Opened before" data-testid="recent">
      <h2>Opened before</h2>
      <ul>
        {recent.slice(0, SHOWN).map(({ token, title, folder, missing }) => (
          <li key={token}>
            <button
              type="button"
              className="recent-open"
              disabled={missing}
              onClick={() => void openBoard(CONTEXT, token)}
            >
              {missing ? <FolderX size={15} aria-hidden /> : <Folder size={15} aria-hidden />}
              <span className="recent-title">{title}</span>
              <span className="faint recent-folder">
                {missing ? 'not where it was' : folder && `in ${folder}`}
              </span>
            </button>
            <button
              type="button"
              className="quiet square"
              aria-label={`Take “${title}” off this list`}
              onClick={() => void forget(token)}
            >
              <X size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

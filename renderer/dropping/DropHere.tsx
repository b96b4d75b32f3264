import { FolderDown } from 'lucide-react';
import { isWebHost } from '../link/index.js';
import { useSessionParts } from '../stores/index.js';
import './dropping.css';

/** Over the whole window, while files are held over it. */
export function DropHere() {
  const { dropping, dropsOn } = useSessionParts('dropping', 'dropsOn');
  if (!dropping) return null;
  if (dropsOn !== null)
    return (
      <div className="drop-here drop-gives" data-testid="drop-here">
        <div className="drop-here-card">
          <strong>
            {dropsOn === 'shots' ? 'Drop as pictures of shots' : `Drop as the picture of ${dropsOn}`}
          </strong>
          {dropsOn === 'shots' && (
            <span>Each goes to the shot without a picture that its name says, as in a folder.</span>
          )}
        </div>
      </div>
    );
  return (
    <div className="drop-here" data-testid="drop-here">
      <div className="drop-here-card">
        <FolderDown size={36} strokeWidth={1.4} aria-hidden />
        <strong>Drop to open</strong>
        <span>A folder of pictures, a shots file, or a client’s comments.</span>
        {isWebHost() && <span>It is looked for on the machine that Continuist runs on.</span>}
      </div>
    </div>
  );
}

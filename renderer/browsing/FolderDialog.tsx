import { Dialog } from '../ui/index.js';
import { FolderList } from './FolderList.js';
import { picturesIn, useBrowsing } from './use-browsing.js';

interface Props {
  readonly title: string;
  /** What choosing the folder called `name` does. */
  readonly choosing: (name: string, pictures: number) => string;
  readonly forModel: boolean;
  /** Where to begin; null = the host's starting folders. */
  readonly start: string | null;
  /** Null when the artist cancels. */
  readonly onChosen: (token: string | null) => void;
}

/** Chooses a folder, for hosts without a dialog of their own. */
export function FolderDialog({ title, choosing, forModel, start, onChosen }: Props) {
  const browsing = useBrowsing(start);
  const { folder } = browsing;
  const token = folder?.token ?? null;
  const pictures = picturesIn(folder);
  return (
    <Dialog
      title={title}
      className="wide"
      onClose={() => onChosen(null)}
      footer={
        <>
          <button type="button" className="button" onClick={() => onChosen(null)}>
            Cancel
          </button>
          <button
            type="button"
            className="button strong folder-choose"
            disabled={token === null || browsing.going || (!forModel && pictures === 0)}
            data-testid="choose-here"
            onClick={() => onChosen(token)}
          >
            {folder && token !== null ? choosing(folder.name, pictures) : 'Open the folder first'}
          </button>
        </>
      }
    >
      <FolderList browsing={browsing} forModel={forModel} />
    </Dialog>
  );
}

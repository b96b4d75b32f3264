import { Dialog } from '../ui/index.js';
import { PlaceList } from './PlaceList.js';
import { usePlace } from './use-place.js';

interface Props {
  readonly title: string;
  /** What choosing the folder called `name` does. */
  readonly choosing: (name: string) => string;
  /** Where to begin; null = the host's starting places. */
  readonly start: string | null;
  /** Null when the artist cancels. */
  readonly onChosen: (token: string | null) => void;
}

/** Chooses a folder with a model's files, for hosts without a dialog of their own. */
export function FolderDialog({ title, choosing, start, onChosen }: Props) {
  const browsing = usePlace(start);
  const { place } = browsing;
  const token = place?.token ?? null;
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
            className="button strong place-choose"
            disabled={token === null}
            data-testid="choose-here"
            onClick={() => onChosen(token)}
          >
            {place && token !== null ? choosing(place.name) : 'Open the folder first'}
          </button>
        </>
      }
    >
      <PlaceList browsing={browsing} />
    </Dialog>
  );
}

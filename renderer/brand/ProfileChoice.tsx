import { useState } from 'react';
import { FolderList, useBrowsing } from '../browsing/index.js';
import { Dialog } from '../ui/index.js';
import { type Said, tellOf } from './said.js';

interface Props {
  readonly onClose: () => void;
  readonly onSaid: (said: Said) => void;
}

/** Takes a file's brand style in: what is told of that. */
export const takeProfile = (token: string): Promise<Said> => tellOf((api) => api.brand.import({ token }));

/** Chooses a file with a brand's style and takes it in. */
export function ProfileChoice({ onClose, onSaid }: Props) {
  const browsing = useBrowsing(null);
  const [taking, setTaking] = useState(false);
  const take = async (token: string) => {
    setTaking(true);
    const said = await takeProfile(token);
    setTaking(false);
    onSaid(said);
  };
  return (
    <Dialog
      title="Import a brand style"
      className="wide"
      onClose={onClose}
      footer={
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
      }
    >
      <FolderList browsing={browsing} blocked={taking} onFile={(token) => void take(token)} />
    </Dialog>
  );
}

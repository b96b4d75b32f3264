import { useState } from 'react';
import { FolderList, useBrowsing } from '../browsing/index.js';
import { tryCall } from '../link/index.js';
import { Dialog } from '../ui/index.js';

interface Props {
  readonly onClose: () => void;
  readonly onSaid: (lines: readonly string[], wrong: boolean) => void;
}

/** Takes a file's brand style in: what is told of that, and whether it went wrong. */
export async function takeProfile(token: string): Promise<[lines: readonly string[], wrong: boolean]> {
  const answer = await tryCall((api) => api.brand.import({ token }));
  return 'error' in answer ? [[answer.error.message, answer.error.hint], true] : [answer.value.told, false];
}

/** Chooses a file with a brand's style and takes it in. */
export function ProfileChoice({ onClose, onSaid }: Props) {
  const browsing = useBrowsing(null);
  const [taking, setTaking] = useState(false);
  const take = async (token: string) => {
    setTaking(true);
    const taken = await takeProfile(token);
    setTaking(false);
    onSaid(...taken);
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

import { type ReactNode, useState } from 'react';
import { call } from '../link/index.js';
import { useSession } from '../stores/index.js';
import { FolderDialog } from './FolderDialog.js';

interface Words {
  readonly title: string;
  /** What choosing the folder called `name` does. */
  readonly choosing: (name: string, pictures: number) => string;
}

interface FolderChoice {
  /** The token of the chosen folder; null when the artist cancels. */
  readonly choose: () => Promise<string | null>;
  /** The page's own dialog while it is open. */
  readonly dialog: ReactNode;
}

/** Asks for a folder, with a model's files in it unless it is said what else: by the host's dialog where it has one, otherwise by the page's own. */
export function useFolderChoice(words: Words, purpose: 'model' | 'pictures' = 'model'): FolderChoice {
  const hasOwn = useSession((session) => session.info?.hasOpenDialog) ?? false;
  const [asked, setAsked] = useState<{ answer: (token: string | null) => void } | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const choose = async () => {
    if (hasOwn) return (await call((api) => api.open.dialog({ purpose })))?.token ?? null;
    return new Promise<string | null>((answer) => setAsked({ answer }));
  };
  const dialog = asked && (
    <FolderDialog
      {...words}
      forModel={purpose === 'model'}
      start={last}
      onChosen={(token) => {
        setAsked(null);
        // A folder that turns out to be the wrong one is often beside the right one.
        if (token !== null) setLast(token);
        asked.answer(token);
      }}
    />
  );
  return { choose, dialog };
}

import type { OpenEntry } from '@shared/contract/index.js';
import { ArrowUp, FileImage, FileText, Folder } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { count } from '../ui/index.js';
import { type Browsing, picturesIn } from './use-browsing.js';
import './browsing.css';

const ICONS = { folder: Folder, file: FileText, image: FileImage } as const;

interface Props {
  readonly browsing: Browsing;
  readonly blocked?: boolean;
  /** What a file does; without it only folders are shown. */
  readonly onFile?: (token: string) => void;
  /** Folders are looked through for a model's files. */
  readonly forModel?: boolean;
}

function note({ format, pictures, model }: OpenEntry, forModel: boolean): string {
  if (forModel) return model ? 'holds a model' : '';
  return pictures > 0 ? count(pictures, 'picture') : format;
}

/** Pictures are no rows where a folder is chosen, and are why it is. */
function emptyOf(folder: Browsing['folder'], forModel: boolean): string {
  const pictures = picturesIn(folder);
  return forModel || pictures === 0
    ? 'No folders in here.'
    : `${count(pictures, 'picture')}, no folders in here.`;
}

/** What a folder of the host holds. Pressing one of its folders opens that one. */
export function FolderList({ browsing, blocked = false, onFile, forModel = false }: Props) {
  const { folder, failure, go } = browsing;
  const list = useRef<HTMLUListElement>(null);
  const up = useRef<HTMLButtonElement>(null);
  const onlyFolders = onFile === undefined;
  const entries = folder?.entries.filter(({ kind }) => !onlyFolders || kind === 'folder');
  // The pressed row is gone with the folder that it was in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each folder anew
  useEffect(() => {
    if (document.activeElement?.matches('body, [role=dialog]'))
      (list.current?.querySelector<HTMLElement>('button:enabled') ?? up.current)?.focus();
  }, [folder]);
  return (
    <>
      <div className="folder-name">
        <button
          type="button"
          className="quiet square"
          aria-label="Up"
          ref={up}
          disabled={!folder || (folder.parent === null && folder.token === null)}
          onClick={() => void go(folder?.parent ?? null)}
        >
          <ArrowUp size={16} aria-hidden />
        </button>
        <span role="status">
          <strong>{folder?.name ?? ''}</strong>
          {forModel && folder?.model && <span className="faint"> holds a model</span>}
        </span>
      </div>
      <ul className="folder-list" aria-busy={folder === null} ref={list}>
        {entries?.map((entry) => {
          const { token, name, kind } = entry;
          const Icon = ICONS[kind];
          const said = note(entry, forModel);
          return (
            <li key={token}>
              <button
                type="button"
                className="menu-item"
                title={kind === 'folder' ? `Look inside ${name}` : undefined}
                disabled={kind === 'image' || blocked}
                data-testid={`entry-${name}`}
                onClick={() => void (kind === 'folder' ? go(token, entry.model) : onFile?.(token))}
              >
                <Icon size={16} aria-hidden />
                <span>{name}</span>
                {said && <span className="faint numbers">{said}</span>}
              </button>
            </li>
          );
        })}
        {entries?.length === 0 && (
          <li className="faint folder-empty">
            {onlyFolders ? emptyOf(folder, forModel) : 'Nothing here can be opened.'}
          </li>
        )}
      </ul>
      <div role="status" className="folder-failure selectable">
        {failure && <p>{failure.message}</p>}
        {failure && <p className="faint">{failure.hint}</p>}
      </div>
    </>
  );
}

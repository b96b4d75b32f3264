import type { OpenEntry } from '@shared/contract/index.js';
import { ArrowUp, FileImage, FileText, Folder } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { count } from '../ui/index.js';
import type { Browsing } from './use-place.js';
import './places.css';

const ICONS = { folder: Folder, file: FileText, image: FileImage } as const;

interface Props {
  readonly browsing: Browsing;
  readonly blocked?: boolean;
  /** What a file does; without it only folders are shown, for a model's files. */
  readonly onFile?: (token: string) => void;
}

function note({ format, pictures, model }: OpenEntry, forModel: boolean): string {
  if (forModel) return model ? 'holds a model' : '';
  return pictures > 0 ? count(pictures, 'picture') : format;
}

/** What a place of the host holds; a folder is gone into. */
export function PlaceList({ browsing, blocked = false, onFile }: Props) {
  const { place, failure, go } = browsing;
  const list = useRef<HTMLUListElement>(null);
  const up = useRef<HTMLButtonElement>(null);
  const forModel = onFile === undefined;
  const entries = place?.entries.filter(({ kind }) => !forModel || kind === 'folder');
  // The row that was pressed is gone with the place it was of.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each place anew
  useEffect(() => {
    if (document.activeElement?.matches('body, [role=dialog]'))
      (list.current?.querySelector<HTMLElement>('button:enabled') ?? up.current)?.focus();
  }, [place]);
  return (
    <>
      <div className="place-name">
        <button
          type="button"
          className="quiet square"
          aria-label="Up"
          ref={up}
          disabled={!place || (place.parent === null && place.token === null)}
          onClick={() => void go(place?.parent ?? null)}
        >
          <ArrowUp size={16} aria-hidden />
        </button>
        <span role="status">
          <strong>{place?.name ?? ''}</strong>
          {forModel && place?.inside.model && <span className="faint"> holds a model</span>}
        </span>
      </div>
      <ul className="place-list" aria-busy={place === null} ref={list}>
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
                onClick={() => void (kind === 'folder' ? go(token, entry) : onFile?.(token))}
              >
                <Icon size={16} aria-hidden />
                <span>{name}</span>
                {said && <span className="faint numbers">{said}</span>}
              </button>
            </li>
          );
        })}
        {entries?.length === 0 && (
          <li className="faint place-empty">
            {forModel ? 'No folders in here.' : 'Nothing here can be opened.'}
          </li>
        )}
      </ul>
      <div role="status" className="place-failure selectable">
        {failure && <p>{failure.message}</p>}
        {failure && <p className="faint">{failure.hint}</p>}
      </div>
    </>
  );
}

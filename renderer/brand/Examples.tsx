import type { StyleExample } from '@shared/records/index.js';
import { ArrowLeftRight, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { send } from '../link/index.js';
import { useDocument } from '../stores/index.js';
import { count, Picture } from '../ui/index.js';
import { useExamples } from './use-brand.js';

interface SideProps {
  readonly on: boolean;
  readonly writable: boolean;
  /** Pictures of a folder are being measured. */
  readonly busy: boolean;
  readonly onFolder: () => void;
}

/** The examples of one side. */
export function Examples({ on, writable, busy, onFolder }: SideProps) {
  const examples = useExamples(on);
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const name = on ? 'On style' : 'Off style';
  /** Of the example that was changed last; null = none was. */
  const changed = useRef<number | null>(null);
  // What is gone hands the focus on to the one beside it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time there are others
  useEffect(() => {
    if (changed.current === null || !document.activeElement?.matches('body, [role=dialog]')) return;
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-remove]');
    const next = rows?.[Math.min(changed.current, rows.length - 1)] ?? add.current;
    next?.focus();
  }, [examples]);
  const change = (at: number, exampleId: string, to: boolean | null) => {
    changed.current = at;
    void send({ type: 'change-style-example', exampleId, on: to });
  };
  return (
    <section className="brand-side" aria-label={name}>
      <header>
        <h3>
          {name} <span className="faint numbers">{examples.length}</span>
        </h3>
        <button ref={add} type="button" className="button" disabled={!writable || busy} onClick={onFolder}>
          Use a folder…
          <span className="unseen"> of pictures {on ? 'on style' : 'off style'}</span>
        </button>
      </header>
      {examples.length === 0 ? (
        <p className="faint">
          {on
            ? 'Mark frames that look as the brand should with Shift+B, in the viewer or the grid, one or many.'
            : 'Mark frames that do not look like it with Shift+O: other hands, other colours, what you keep rejecting.'}
        </p>
      ) : (
        <ul
          ref={list}
          className="brand-examples"
          aria-label={`${name}: ${count(examples.length, 'example')}`}
        >
          {examples.map((example, at) => (
            <ExampleTile
              key={example.id}
              example={example}
              writable={writable}
              onChange={(to) => change(at, example.id, to)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface TileProps {
  readonly example: StyleExample;
  readonly writable: boolean;
  readonly onChange: (on: boolean | null) => void;
}

function ExampleTile({ example: { takeId, outside, on }, writable, onChange }: TileProps) {
  const take = useDocument(({ records }) => records.take[takeId ?? ''] ?? null);
  const number = useDocument(({ records }) => records.shot[take?.shotId ?? '']?.number ?? '?');
  const name = outside ? outside.name || 'a picture' : `shot ${number}`;
  const other = on ? 'off style' : 'on style';
  return (
    <li className="brand-example">
      <span className="brand-picture">
        {outside ? (
          outside.preview ? (
            <img className="picture" src={outside.preview} alt={name} draggable={false} />
          ) : (
            <span className="faint">No preview</span>
          )
        ) : (
          <Picture take={take} width={160} alt={name} />
        )}
      </span>
      <span className="brand-name" title={name}>
        {name}
      </span>
      <span className="brand-buttons">
        <button
          type="button"
          className="quiet square"
          aria-label={`Mark ${name} as ${other} instead`}
          title={`Mark as ${other} instead`}
          disabled={!writable}
          onClick={() => onChange(!on)}
        >
          <ArrowLeftRight size={13} aria-hidden />
        </button>
        <button
          type="button"
          className="quiet square"
          data-remove
          aria-label={`Remove ${name} from the examples`}
          title="Remove from the examples"
          disabled={!writable}
          onClick={() => onChange(null)}
        >
          <X size={13} aria-hidden />
        </button>
      </span>
    </li>
  );
}

import { useEffect, useRef } from 'react';
import { useWords } from '../drafts/index.js';
import { send } from '../link/index.js';
import { useSession } from '../stores/index.js';
import './scene-name.css';

interface Props {
  /** The first of the scene. */
  readonly shotId: string;
  readonly scene: string;
  /** Where it stands. */
  readonly style: React.CSSProperties;
  /** The list of shots that has the focus after it, by its test id. */
  readonly home: 'strip' | 'grid';
}

const close = () => useSession.setState({ namingScene: null });
const to = (home: Props['home']) =>
  document.querySelector<HTMLElement>(`[data-testid="${home}"]`)?.focus({ preventScroll: true });

/** The name of a scene, typed where it stands. Enter, or going elsewhere, renames it; Escape leaves it as it was; nothing typed takes the name away. */
export function SceneNameField({ shotId, scene, style, home }: Props) {
  const { text, isDraft, write, discard, settle } = useWords(shotId, 'scene', scene);
  const field = useRef<HTMLInputElement>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const rename = async () => {
    if (isLeft.current) return;
    isLeft.current = true;
    close();
    const name = text.trim();
    if (!isDraft || name === scene) discard();
    else if (await send({ type: 'name-scene', shotId, scene: name || null })) settle(text);
  };
  return (
    <form
      className="scene-name"
      style={style}
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
        to(home);
      }}
    >
      <input
        ref={field}
        className="field"
        aria-label="Name of the scene"
        value={text}
        maxLength={200}
        onChange={(event) => write(event.target.value)}
        onBlur={() => void rename()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          isLeft.current = true;
          discard();
          close();
          to(home);
        }}
      />
    </form>
  );
}

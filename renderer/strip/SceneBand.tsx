import { Combine, Scissors } from 'lucide-react';
import { CONTEXT, joinWithNext, splitBefore, startNaming } from '../actions/index.js';
import type { ShotView } from '../board/index.js';
import { useDocument } from '../stores/index.js';
import { type SceneBand as Band, sceneName } from './scene-bands.js';

interface Props {
  readonly band: Band;
  /** As they are shown. */
  readonly shots: readonly ShotView[];
  /** The one on the screen, among them. */
  readonly at: number;
  readonly style: React.CSSProperties;
}

/** For the mouse: who works with keys has the same in the table of actions. The focus stays with the strip. */
function BandButton(props: {
  readonly title: string;
  readonly does: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      title={props.title}
      onPointerDown={(event) => event.preventDefault()}
      onClick={props.does}
    >
      {props.children}
    </button>
  );
}

/** The name of a scene under its shots. */
export function SceneBand({ band, shots, at, style }: Props) {
  const isWritable = useDocument((mirror) => mirror.readOnly === null);
  const first = shots[band.start]?.shot.id;
  const end = band.start + band.length;
  if (first === undefined) return null;
  const here = at > band.start && at < end ? shots[at]?.shot : undefined;
  return (
    <div className="strip-band" aria-hidden style={style} data-testid="scene-band">
      <span>
        {isWritable ? (
          <BandButton title="Rename the scene" does={() => startNaming(CONTEXT, first)}>
            {sceneName(band.scene)}
          </BandButton>
        ) : (
          sceneName(band.scene)
        )}
        {isWritable && here && (
          <BandButton
            title={`Split the scene before shot ${here.number}`}
            does={() => void splitBefore(CONTEXT, here.id)}
          >
            <Scissors size={13} />
          </BandButton>
        )}
        {isWritable && end < shots.length && (
          <BandButton title="Join with the next scene" does={() => void joinWithNext(CONTEXT, first)}>
            <Combine size={13} />
          </BandButton>
        )}
      </span>
    </div>
  );
}

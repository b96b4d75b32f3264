import type { ShownMatch } from '@shared/contract/index.js';
import type { MatchedBy, MatchedPicture } from '@shared/matching/index.js';
import { useState } from 'react';
import { Picture } from '../ui/index.js';

/** What can be chosen for a picture. */
export interface ShotChoice {
  readonly name: string;
  /** "3 · A girl in a red coat" */
  readonly title: string;
}

const BY: Readonly<Record<MatchedBy, string>> = {
  source: 'as the shots file names it',
  name: 'by its name',
  order: 'by the order of the names',
  pattern: 'by the pattern',
  hand: 'by you',
};

/** More are only listed where one is about to be chosen. */
const LISTED = 200;
const OUT = 'out ';
const BACK = 'back ';

interface Props {
  readonly shown: ShownMatch['pictures'][number];
  readonly picture: MatchedPicture;
  readonly shots: readonly ShotChoice[];
  readonly shotOf: ReadonlyMap<string, ShotChoice>;
  /** A picture may also be a shot of its own. */
  readonly ownShot: boolean;
  /** It was put by hand here, which can be taken back. */
  readonly isPut: boolean;
  readonly onPut: (shot: string | null) => void;
  readonly onRelease: () => void;
}

/** A picture, the shot that it shows, and by what that was found. */
export function MatchRow(props: Props) {
  const { shown, picture, shots, shotOf, ownShot, isPut, onPut, onRelease } = props;
  const [isNear, setIsNear] = useState(false);
  const { path, by, reason } = picture;
  const [name = null] = picture.shots;
  const own = shotOf.get(name ?? '');
  const listed = isNear || shots.length <= LISTED ? shots : own ? [own] : [];
  const inFile = path.lastIndexOf('/') + 1;
  const stem = path.slice(inFile).replace(/\.[^.]+$/, '');
  return (
    <div className="match-row" data-out={name === null || undefined} data-testid={`match-${path}`}>
      <Picture take={{ sha256: shown.id, unreadable: null }} width={160} alt="" className="match-picture" />
      <div className="match-said">
        <span className="selectable match-path" title={path}>
          {inFile > 0 && <span>{path.slice(0, inFile)}</span>}
          <span>{path.slice(inFile)}</span>
        </span>
        <span className="faint">{name === null ? `Left out: ${reason}` : by && BY[by]}</span>
      </div>
      <select
        className="field"
        aria-label={`Shot of ${path}`}
        value={name ?? OUT}
        onPointerEnter={() => setIsNear(true)}
        onFocus={() => setIsNear(true)}
        onChange={({ target: { value } }) =>
          value === BACK ? onRelease() : onPut(value === OUT ? null : value)
        }
      >
        {isPut && <option value={BACK}>As it was found</option>}
        <option value={OUT}>Left out</option>
        {ownShot && name !== stem && !shotOf.has(stem) && <option value={stem}>A shot of its own</option>}
        {listed.map((shot) => (
          <option key={shot.name} value={shot.name}>
            {shot.title}
          </option>
        ))}
      </select>
    </div>
  );
}

import type { Abilities } from '@shared/contract/index.js';
import { MOST_REFERENCES } from '@shared/records/index.js';
import type { Proposal } from '../board/index.js';
import { useChosenGenerator, useGenerators } from '../generators/index.js';
import { type Draft, useDocument, useSession } from '../stores/index.js';
import { madeRows } from './made.js';
import { PartRow } from './PartRow.js';
import { ReferencesRow } from './ReferencesRow.js';
import { useReferenceName } from './ReferenceThumbs.js';

interface Props {
  readonly proposal: Proposal;
  readonly abilities: Abilities;
  readonly change: (part: Partial<Draft>) => void;
  readonly writable: boolean;
}

/** Its seed, the strength, how the picture was made, and what of its file was not read. */
export function HowMade({ proposal, abilities, change, writable }: Props) {
  const { take, strength } = proposal;
  const generators = useGenerators();
  const chosen = useChosenGenerator();
  const { capabilities, whyNot, references = MOST_REFERENCES } = abilities;
  const room = capabilities.includes('reference') ? references : 0;
  const fromPicture = capabilities.includes('img2img') && proposal.instruction === null;
  const order = useDocument(({ records }) =>
    take.origin.kind === 'regenerated' ? records.request[take.origin.requestId] : undefined,
  );
  const nameIt = useReferenceName();
  const by = generators.find(({ id }) => id === order?.generator)?.name ?? order?.generator;
  const readAs = useSession(({ info }) => (take.made?.tool ? info?.sources[take.made.tool] : undefined));
  const rows = madeRows(take, {
    by,
    readAs,
    told: order?.instruction,
    lookedAt: order?.references?.map(nameIt),
  });
  const notRead = [...new Set(take.made?.notRead)];
  return (
    <div className="how-made">
      <div className="row">
        <span className="faint numbers seed selectable">Seed {take.seed ?? 'not known'}</span>
      </div>
      <PartRow
        proposal={proposal}
        generator={chosen && { name: chosen.name, inpaints: capabilities.includes('inpaint') }}
      />
      <ReferencesRow
        proposal={proposal}
        generator={chosen && { name: chosen.name, room }}
        change={change}
        writable={writable}
      />
      {fromPicture && (
        <div className="row">
          <label className="row">
            <input
              type="checkbox"
              checked={strength !== null}
              disabled={!writable}
              onChange={(event) => change({ strength: event.target.checked ? 0.55 : null })}
            />
            Start from this picture
          </label>
          {strength !== null && (
            <label className="row numbers">
              <span className="unseen">Strength</span>
              <input
                type="range"
                min={5}
                max={100}
                step={5}
                value={Math.round(strength * 100)}
                onChange={(event) => change({ strength: Number(event.target.value) / 100 })}
              />
              {strength.toFixed(2)}
            </label>
          )}
        </div>
      )}
      {whyNot?.img2img && (
        <p className="faint selectable">Cannot start from this picture. {whyNot.img2img}</p>
      )}
      {whyNot?.inpaint && whyNot.inpaint !== whyNot.img2img && (
        <p className="faint selectable">Cannot repair a part. {whyNot.inpaint}</p>
      )}
      {rows.length + notRead.length > 0 && (
        <details className="section">
          <summary>How it was made</summary>
          <dl className="made selectable numbers">
            {rows.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {notRead.map((what) => (
            <p key={what} className="made faint">
              Not read: {what}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

import { reportTold } from '@shared/brand.js';
import { NO_BRAND } from '@shared/records/index.js';
import { useEffect, useId, useState } from 'react';
import { CONTEXT, makeExport } from '../actions/index.js';
import { useFolderChoice } from '../browsing/index.js';
import { call, send } from '../link/index.js';
import { useDocument, useSession } from '../stores/index.js';
import { closeDialog, count, Dialog, Toggle } from '../ui/index.js';
import { Examples } from './Examples.js';
import { ProfileChoice, takeProfile } from './ProfileChoice.js';
import { ShotScores } from './ShotScores.js';
import { type Said, tellOf } from './said.js';
import { useReport } from './use-brand.js';
import './brand.css';

/** What the brand's style is told by, how sure that is, and how every shot keeps to it. */
export function BrandDialog() {
  const brand = useDocument(({ records }) => records.brand.brand ?? NO_BRAND);
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const hasOwn = useSession((session) => session.info?.hasOpenDialog) ?? false;
  const report = useReport();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const [side, setSide] = useState(true);
  const [importing, setImporting] = useState(false);
  const { choose, dialog } = useFolderChoice(
    {
      title: side ? 'Pictures on style' : 'Pictures off style',
      choosing: (name, pictures) =>
        pictures === 0 ? 'No pictures here' : `Use ${count(pictures, 'picture')} in “${name}”`,
    },
    'pictures',
  );
  const addFolder = async (on: boolean) => {
    setSide(on);
    const token = await choose();
    if (token === null) return;
    setSaid(null);
    setBusy(true);
    const told = await tellOf((api) => api.brand.addFolder({ token, on }));
    setBusy(false);
    setSaid(told);
  };
  const took = (told: Said) => {
    setImporting(false);
    setSaid(told);
  };
  const importFile = async () => {
    if (!hasOwn) return setImporting(true);
    const chosen = await call((api) => api.open.dialog({ purpose: 'brand-style' }));
    if (chosen) took(await takeProfile(chosen.token));
  };
  const has = report !== null && report.on + report.off + report.waiting + report.stale > 0;
  return (
    <Dialog
      title="Brand style"
      className="wide brand"
      footer={
        <>
          <span className="brand-files">
            <button
              type="button"
              className="button"
              disabled={!writable || busy}
              onClick={() => void importFile()}
            >
              Import…
            </button>
            <button
              type="button"
              className="button"
              disabled={!has || busy}
              onClick={() => void makeExport(CONTEXT, 'brand')}
            >
              Export
            </button>
          </span>
          <button type="button" className="button" onClick={closeDialog}>
            Close
          </button>
        </>
      }
    >
      <NameAndFlags name={brand.name} flags={brand.flags} writable={writable} />
      <div className="brand-told" role="status" data-testid="brand-told">
        {busy ? (
          <p>Measuring the pictures…</p>
        ) : report === null ? (
          <p className="faint">Learning from the examples…</p>
        ) : (
          reportTold(report).map((line) => <p key={line}>{line}</p>)
        )}
        {report?.tower && !busy && <p className="faint">What the judge’s vision sees counts too.</p>}
      </div>
      {said && (
        <div className={`brand-said ${said.wrong ? 'wrong' : ''}`} role={said.wrong ? 'alert' : 'status'}>
          {said.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <div className="brand-sides">
        <Examples on writable={writable} busy={busy} onFolder={() => void addFolder(true)} />
        <Examples on={false} writable={writable} busy={busy} onFolder={() => void addFolder(false)} />
      </div>
      <ShotScores />
      {dialog}
      {importing && <ProfileChoice onClose={() => setImporting(false)} onSaid={took} />}
    </Dialog>
  );
}

interface NameProps {
  readonly name: string;
  readonly flags: boolean;
  readonly writable: boolean;
}

function NameAndFlags({ name, flags, writable }: NameProps) {
  const [text, setText] = useState(name);
  const id = useId();
  // It was changed elsewhere, or taken back.
  useEffect(() => void setText(name), [name]);
  const keep = () => {
    if (text.trim() !== name) void send({ type: 'set-brand', name: text.trim(), flags });
  };
  return (
    <div className="brand-head">
      <label className="row" htmlFor={`${id}-name`}>
        Name
        <input
          id={`${id}-name`}
          className="field"
          data-first
          value={text}
          maxLength={100}
          disabled={!writable}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      </label>
      <label className="row" htmlFor={`${id}-flags`}>
        <Toggle
          id={`${id}-flags`}
          label="Flag frames that are off it"
          checked={flags}
          disabled={!writable}
          onChange={(on) => void send({ type: 'set-brand', name, flags: on })}
        />
        Flag frames that are off it
      </label>
    </div>
  );
}

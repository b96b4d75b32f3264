import type { JudgeExamination, ModelCheck, ModelInfo } from '@shared/contract/index.js';
import type { Device } from '@shared/device.js';
import { megabytes } from '@shared/megabytes.js';
import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { call } from '../link/index.js';
import { useDocument, useSettings } from '../stores/index.js';
import { count } from '../ui/index.js';
import { Answer } from './Answer.js';
import { Confirm } from './Confirm.js';
import { DeviceRow, type HowToGet, rowsOf } from './DeviceRow.js';
import { DownloadProgress } from './DownloadProgress.js';
import { Examination } from './Examination.js';

interface Props {
  readonly model: ModelInfo;
  /** Some model is being downloaded: one at a time. */
  readonly downloading: boolean;
  /** Null where it was not examined here. */
  readonly examination: JudgeExamination | null;
  readonly onExamined: () => Promise<void>;
  readonly onChange: () => Promise<void>;
}

const ORIGINS: Record<ModelInfo['origin'], string> = {
  shipped: 'ships with Continuist',
  hub: 'from the model hub',
  folder: 'used from your folder',
};

/** What reading every file showed. */
function found({ files }: ModelCheck): string {
  const of = (state: ModelCheck['files'][number]['state']) => files.filter((file) => file.state === state);
  const bad = [
    ...of('wrong').map(({ path }) => `${path} is wrong`),
    ...of('missing').map(({ path }) => `${path} is missing`),
  ];
  if (bad.length > 0) return `${bad.join(', ')}.`;
  const unknown = of('unknown').length;
  if (unknown === 0) return `${count(files.length, 'file')} read, all of them as published.`;
  return `${count(files.length, 'file')} read and in place. For ${unknown} of them there is no hash to check against.`;
}

/** What becomes of it. */
function removing({ name, origin, added, disk }: ModelInfo): string {
  if (origin === 'folder') return `${name} is forgotten; its files stay where they are.`;
  const freed = `${megabytes(disk)} of disk become free`;
  if (!added) return `${freed}. The model can be downloaded again.`;
  return disk === 0 ? `${name} leaves the list.` : `${freed}, and ${name} leaves the list.`;
}

/** One model: what it is, what it cannot do, where its files stand, and what can be done with it. */
export function ModelCard({ model, downloading, examination, onExamined, onChange }: Props) {
  const { id, name, role, brings, licence, limits, origin, added, caution, disk, jobId, ready } = model;
  const chosen = useSettings((settings) => settings.judge) === id;
  const [asking, setAsking] = useState(false);
  const [doing, setDoing] = useState('');
  const [check, setCheck] = useState<ModelCheck | null>(null);
  const [ordered, setOrdered] = useState<string | null>(null);
  const failure = useDocument((mirror) => mirror.jobs[ordered ?? '']?.error);
  // Also one that was ordered before this page was opened.
  useEffect(() => {
    if (jobId !== null) setOrdered(jobId);
  }, [jobId]);
  const busy = doing !== '' || jobId !== null;

  const download = async (device: Device, how: HowToGet = {}) => {
    setOrdered(null);
    const order = await call((api) => api.models.download({ id, device, ...how }));
    if (order) setOrdered(order.jobId);
    await onChange();
  };
  const verify = async () => {
    setCheck(null);
    setDoing('Reading every file…');
    setCheck(await call((api) => api.models.verify({ id })));
    setDoing('');
  };
  const remove = async () => {
    setAsking(false);
    setDoing('Removing…');
    const removed = await call((api) => api.models.remove({ id }));
    setDoing('');
    if (removed) setCheck(null);
    await onChange();
  };
  return (
    <article className="model" aria-label={name} data-testid={`model-${id}`} data-ready={ready}>
      <header>
        <h3>{name}</h3>
        <span className="faint">
          {licence} · {ORIGINS[origin]}
        </span>
        {role === 'eye' ? (
          <span className="eye-state" data-ready={ready}>
            {ready && <Check size={15} aria-hidden />}
            {ready ? 'Installed' : 'Not installed'}
          </span>
        ) : (
          <button
            type="button"
            className="button"
            aria-pressed={chosen}
            disabled={!ready || chosen}
            onClick={() => void call((api) => api.settings.set({ judge: id }))}
          >
            {chosen && <Check size={15} aria-hidden />}
            {chosen ? 'In use' : 'Use'}
          </button>
        )}
      </header>
      {brings !== '' && <p className="selectable">{brings}</p>}
      {caution !== '' && <p className="faint selectable">{caution}</p>}
      {limits.length > 0 && (
        <ul
          className="limits selectable"
          aria-label={`What ${name} cannot ${role === 'eye' ? 'see' : 'judge'}`}
        >
          {limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      )}
      {(chosen || examination) && (
        <Examination name={name} chosen={chosen} examination={examination} onChange={onExamined} />
      )}
      <ul className="model-devices">
        {rowsOf(model).map((row) => (
          <DeviceRow
            key={row.device}
            model={model}
            row={row}
            blocked={downloading || doing !== ''}
            onDownload={(how) => void download(row.device, how)}
          />
        ))}
      </ul>
      {jobId !== null && <DownloadProgress jobId={jobId} />}
      <Answer said={failure ?? null} testId="download-said" />
      <div className="model-actions">
        <button type="button" className="quiet" disabled={busy || disk === 0} onClick={() => void verify()}>
          Verify
        </button>
        {origin !== 'shipped' && (
          <button
            type="button"
            className="quiet"
            disabled={busy || chosen || (!added && disk === 0)}
            onClick={() => setAsking(true)}
          >
            {origin === 'folder' ? 'Forget' : 'Remove'}
          </button>
        )}
        <span role="status" className="selectable" data-testid="model-said">
          {doing || (check && found(check))}
        </span>
        {check && !check.ok && origin === 'hub' && <span className="faint">Repair it above.</span>}
      </div>
      {asking && (
        <Confirm
          question={removing(model)}
          yes={origin === 'folder' ? 'Forget' : 'Remove'}
          onYes={() => void remove()}
          onNo={() => setAsking(false)}
        />
      )}
    </article>
  );
}

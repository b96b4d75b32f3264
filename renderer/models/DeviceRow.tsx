import type { ModelInfo } from '@shared/contract/index.js';
import { DEVICE_NAMES } from '@shared/device.js';
import { megabytes } from '@shared/megabytes.js';
import type { WeightsChoice } from '@shared/weights-choice.js';
import { useState } from 'react';
import { useFolderChoice } from '../browsing/index.js';
import { bytesLeft } from './bytes-left.js';
import { Confirm } from './Confirm.js';
import { TestResult, useSelfTest } from './SelfTest.js';
import { useHubHost } from './use-hub-host.js';
import { WeightsLine } from './WeightsLine.js';

type OnDevice = ModelInfo['devices'][number];

interface Row extends OnDevice {
  readonly name: string;
}

/** The processor, and the ways to the graphics card: those that share their files in one row. */
export function rowsOf({ devices }: ModelInfo): Row[] {
  const rows: Row[] = [];
  for (const on of devices) {
    const name = DEVICE_NAMES[on.device];
    const same = rows.findIndex(({ device, dtype }) => device !== 'cpu' && dtype === on.dtype);
    const known = rows[same];
    if (on.device === 'cpu') rows.push({ ...on, name });
    else if (known) rows[same] = { ...known, name: known.name.replace(')', `, ${name})`) };
    else rows.push({ ...on, name: `Graphics card (${name})` });
  }
  return rows;
}

function stateOf(on: OnDevice, origin: ModelInfo['origin']): string {
  const { ready, missing, bytes } = on;
  if (ready) return `ready, ${megabytes(bytes)}`;
  const left = origin === 'hub' ? `, about ${megabytes(bytesLeft(on))}` : '';
  if (bytes === 0 && origin === 'hub') return `not downloaded${left}`;
  return `${missing.length === 1 ? '1 file is' : `${missing.length} files are`} missing${left}`;
}

interface Props {
  readonly model: ModelInfo;
  readonly row: Row;
  readonly blocked: boolean;
  readonly onDownload: (how?: HowToGet) => void;
}

export interface HowToGet {
  /** Token of the folder that holds the files already; absent = the hub. */
  readonly from?: string;
  /** Used from then on; absent = those that were chosen before. */
  readonly weights?: WeightsChoice;
}

export function DeviceRow({ model, row, blocked, onDownload }: Props) {
  const { id, name, role, licence, origin } = model;
  const { device, ready, dtype, missing, bytes, memory } = row;
  const [asking, setAsking] = useState<'download' | 'folder' | null>(null);
  const { test, testing, start, stop } = useSelfTest(id, device);
  const { choose, dialog } = useFolderChoice({
    title: `The files of ${name}`,
    choosing: (folder) => `Copy the files of “${folder}”`,
  });
  // The focus stays on what was pressed while a download runs, so these buttons are never disabled outright.
  const ask = (what: 'download' | 'folder') => {
    if (!blocked && !testing) setAsking(what);
  };
  const download = () => {
    setAsking(null);
    onDownload();
  };
  const takeFiles = async () => {
    setAsking(null);
    const from = await choose();
    if (from !== null) onDownload({ from });
  };
  const from = useHubHost();
  const word = ready ? 'Repair' : bytes > 0 ? 'Download the rest' : 'Download';
  return (
    <li className="model-device" data-testid={`device-${device}`} data-ready={ready}>
      <div className="model-line">
        <strong>{row.name}</strong>
        <span className="faint numbers">
          {stateOf(row, origin)} · {dtype} ·{' '}
          {memory === null ? 'memory not measured' : `needs ${megabytes(memory)} of memory`}
        </span>
        {origin === 'hub' && (
          <button
            type="button"
            className={ready ? 'quiet' : 'button'}
            aria-disabled={blocked || testing}
            aria-label={`${word} ${name} for ${row.name}`}
            onClick={() => ask('download')}
          >
            {word}
          </button>
        )}
        {origin === 'hub' && !ready && (
          <button
            type="button"
            className="quiet"
            aria-disabled={blocked}
            aria-label={`I have the files of ${name} for ${row.name}`}
            onClick={() => ask('folder')}
          >
            I have the files…
          </button>
        )}
        {testing && (
          <button type="button" className="button" onClick={stop}>
            Stop
          </button>
        )}
        {ready && !testing && role === 'judge' && (
          <button
            type="button"
            className="quiet"
            disabled={blocked}
            aria-label={`Test ${name} on ${row.name}`}
            onClick={() => void start()}
          >
            Test on this machine
          </button>
        )}
      </div>
      {asking === 'download' && (
        <Confirm
          question={
            ready
              ? `Every file is read again; only what is wrong is downloaded, from ${from}.`
              : `${name}, licence ${licence}, about ${megabytes(bytesLeft(row))} from ${from}.`
          }
          yes={word}
          onYes={download}
          onNo={() => setAsking(null)}
        />
      )}
      {asking === 'folder' && (
        <Confirm
          question={`Choose the folder that holds ${missing.join(', ')}, in folders as published or all in one. They are copied; your own files stay as they are.`}
          yes="Choose the folder…"
          onYes={() => void takeFiles()}
          onNo={() => setAsking(null)}
        />
      )}
      {dialog}
      {row.weights.length > 0 && (
        <WeightsLine
          model={model}
          weights={row.weights}
          blocked={blocked || testing}
          onChoose={(weights) => onDownload({ weights })}
        />
      )}
      <div role="status">
        {testing && <p className="faint">Loading it on its own and judging a picture…</p>}
        {test && <TestResult test={test} />}
      </div>
    </li>
  );
}

import { DEVICE_NAMES, type Device, type DeviceSetting } from '@shared/device.js';
import { Check, CircleDashed, X } from 'lucide-react';
import { call } from '../link/index.js';
import { useSettings } from '../stores/index.js';
import { Segmented, Waiting } from '../ui/index.js';
import { useMachine } from './use-models.js';

const set = (device: DeviceSetting) => void call((api) => api.settings.set({ device }));

/** A judge may run on what is no device of this machine. */
const nameOf = (on: string): string => (Object.hasOwn(DEVICE_NAMES, on) ? DEVICE_NAMES[on as Device] : on);

function Line({ works, name, note }: { works: boolean; name: string; note: string }) {
  return (
    <li className="machine-line" data-works={works}>
      {works ? <Check size={15} aria-hidden /> : <X size={15} aria-hidden />}
      <strong>{name}</strong>
      <span>{works ? 'works' : 'does not work'}</span>
      {note && <span className="faint selectable">{note}</span>}
    </li>
  );
}

/** Each device and server with what is known of it, what the judge runs on now, and what it shall run on. */
export function MachineSection() {
  const { machine, looking, lookAgain } = useMachine();
  const chosen = useSettings((settings) => settings.device);
  const options: readonly (readonly [DeviceSetting, string])[] = [
    ['auto', 'Automatic'],
    ...(machine?.devices ?? []).map(({ device }) => [device, DEVICE_NAMES[device]] as const),
  ];
  const loaded = machine?.loaded;
  return (
    <section className="machine" aria-label="This machine" data-testid="machine">
      <div className="row">
        <h3>This machine</h3>
        <button type="button" className="quiet" disabled={looking} onClick={() => void lookAgain()}>
          Look again
        </button>
      </div>
      {machine === null && !looking && <Waiting />}
      <ul aria-busy={looking}>
        {machine?.devices.map(({ device, works, note }) => (
          <Line key={device} works={works} name={DEVICE_NAMES[device]} note={note} />
        ))}
        {machine?.servers.map(({ host, model, reason }) => (
          <Line key={host} works={reason === ''} name={`Server ${host}`} note={reason || model} />
        ))}
        {looking && (
          <li className="machine-line faint">
            <CircleDashed size={15} className="turning" aria-hidden /> Trying each device…
          </li>
        )}
      </ul>
      {machine && (
        <div className="row">
          <span>
            Run the judge on
            <span className="faint block">Where a device cannot be used, the processor takes over.</span>
          </span>
          <Segmented label="Run the judge on" options={options} value={chosen} onChange={set} />
        </div>
      )}
      {machine && (
        <p className="faint selectable" data-testid="loaded">
          {loaded
            ? `${loaded.name} is in memory and runs on: ${nameOf(loaded.device)}.`
            : 'No model is in memory: one is loaded when it is needed, and unloaded after five minutes without work.'}
          {loaded?.refused.map(({ device, reason }) => ` ${DEVICE_NAMES[device]} was refused: ${reason}.`)}
        </p>
      )}
    </section>
  );
}

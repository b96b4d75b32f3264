import { FileWarning } from 'lucide-react';
import { call } from './link/index.js';
import { say, useSession } from './stores/index.js';

async function readAgain(): Promise<void> {
  const read = await call((api) => api.settings.read());
  if (read && read.problem === null) say('done', 'Your settings are read and count again.');
}

async function startFresh(): Promise<void> {
  const done = await call((api) => api.settings.startFresh());
  if (done)
    say(
      'done',
      'You start with new settings.',
      done.kept ? `The old file is kept in the same folder, as ${done.kept}.` : '',
    );
}

/** What is wrong with the artist's settings file, and the two ways out. */
export function SettingsProblem() {
  const problem = useSession((session) => session.settingsProblem);
  if (!problem) return null;
  return (
    <div className="notice notice-warn">
      <FileWarning size={15} aria-hidden />
      <p className="selectable">
        <strong>{problem.message}</strong>
        <br />
        Until you correct it, default values are used for what could not be read, and no setting is saved.
      </p>
      <button type="button" className="notice-button" onClick={() => void readAgain()}>
        Read it again
      </button>
      <button type="button" className="notice-button" onClick={() => void startFresh()}>
        Start fresh
      </button>
    </div>
  );
}

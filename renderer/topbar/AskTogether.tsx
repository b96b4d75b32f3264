import type { JudgeInfo } from '@shared/contract/index.js';
import { call } from '../link/index.js';
import { useSession, useSettings } from '../stores/index.js';
import { Toggle } from '../ui/index.js';

const ENSEMBLE = 'ensemble';

/** Which judges are asked together. With two the ensemble of them can be chosen; with fewer it no longer is. */
export function AskTogether({ judges }: { judges: readonly JudgeInfo[] }) {
  const { ensemble, judge } = useSettings();
  const single = judges.filter(({ id }) => id !== ENSEMBLE);
  if (single.filter(({ ready }) => ready).length < 2) return null;
  const put = async (id: string, on: boolean) => {
    const members = on ? [...ensemble, id] : ensemble.filter((member) => member !== id);
    const alone = judge === ENSEMBLE && members.length < 2 ? { judge: members[0] ?? id } : {};
    await call((api) => api.settings.set({ ensemble: members, ...alone }));
    const info = await call((api) => api.info());
    if (info) useSession.setState({ info });
  };
  return (
    <fieldset className="together">
      <legend>Ask together</legend>
      <p className="faint">
        Several judges look at each frame. Where they disagree, the claim is left unsure for you.
      </p>
      {single.map(({ id, name, ready }) => (
        <label className="row" key={id} htmlFor={`together-${id}`}>
          <span>{name}</span>
          <Toggle
            id={`together-${id}`}
            label={`Ask ${name} with the others`}
            checked={ensemble.includes(id)}
            disabled={!ready && !ensemble.includes(id)}
            onChange={(on) => void put(id, on)}
          />
        </label>
      ))}
    </fieldset>
  );
}

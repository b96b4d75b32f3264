import { SENSITIVITIES, type Sensitivity } from '@shared/sensitivity.js';
import type { Settings } from '@shared/settings.js';
import { runAction } from '../actions/index.js';
import { GeneratorChoices } from '../generators/index.js';
import { call } from '../link/index.js';
import { useSession, useSettings } from '../stores/index.js';
import { Dialog, Segmented, Toggle } from '../ui/index.js';
import { CompositionRules } from './CompositionRules.js';

const set = (part: Partial<Settings>) => void call((api) => api.settings.set(part));

const THEMES: readonly (readonly [Settings['theme'], string])[] = [
  ['dark', 'Dark'],
  ['light', 'Light'],
  ['system', 'As the system'],
];

const CONTRASTS: readonly (readonly [Settings['contrast'], string])[] = [
  ['high', 'High'],
  ['system', 'As the system'],
];

const READINESS = Object.entries(SENSITIVITIES).map(
  ([value, { name }]) => [value as Sensitivity, name] as const,
);

const FRAME_RATES: readonly (readonly [Settings['frameRate'], string])[] = [
  ['23.976', '23.976'],
  ['24', '24'],
  ['25', '25'],
  ['29.97', '29.97'],
  ['30', '30'],
];

export function SettingsDialog() {
  const { theme, contrast, advance, notify, sensitivity, slips, reads, frameRate, artist } = useSettings();
  const hasWindows = useSession((session) => session.info?.hasWindows === true);
  const version = useSession((session) => session.info?.version);
  return (
    <Dialog title="Settings">
      <div className="settings">
        <div className="row">
          <span>Theme</span>
          <Segmented
            label="Theme"
            options={THEMES}
            value={theme}
            onChange={(value) => set({ theme: value })}
          />
        </div>
        <div className="row">
          <span>Contrast</span>
          <Segmented
            label="Contrast"
            options={CONTRASTS}
            value={contrast}
            onChange={(value) => set({ contrast: value })}
          />
        </div>
        <label className="row" htmlFor="advance">
          <span>
            After a decision, go to the next waiting shot
            <span className="faint settings-meaning">
              In full screen, to the next shot shown, after stars too
            </span>
          </span>
          <Toggle
            id="advance"
            label="After a decision, go to the next waiting shot"
            checked={advance}
            onChange={(value) => set({ advance: value })}
          />
        </label>
        {hasWindows && (
          <label className="row" htmlFor="notify">
            <span>Say when long work has ended while you are in another program</span>
            <Toggle
              id="notify"
              label="Say when long work has ended while you are in another program"
              checked={notify}
              onChange={(value) => set({ notify: value })}
            />
          </label>
        )}
        <div className="row">
          <span>
            How readily pictures that stand out are reported
            <span className="faint settings-meaning">{SENSITIVITIES[sensitivity].meaning}</span>
          </span>
          <Segmented
            label="How readily pictures that stand out are reported"
            options={READINESS}
            value={sensitivity}
            onChange={(value) => set({ sensitivity: value })}
          />
        </div>
        <label className="row" htmlFor="slips">
          <span>
            Also ask for malformed hands, faces and limbs, and doubled things
            <span className="faint settings-meaning">
              Untested advice, never a finding. A judge here takes about a fifth longer, a server gets eight
              more requests a picture. Storybook is not asked.
            </span>
          </span>
          <Toggle
            id="slips"
            label="Also ask for malformed hands, faces and limbs, and doubled things"
            checked={slips}
            onChange={(value) => set({ slips: value })}
          />
        </label>
        <label className="row" htmlFor="reads">
          <span>
            Look for stray text and watermarks
            <span className="faint settings-meaning">
              What is written is read in every picture, after all have been judged: a quarter of a second
              each.
            </span>
          </span>
          <Toggle
            id="reads"
            label="Look for stray text and watermarks"
            checked={reads}
            onChange={(value) => set({ reads: value })}
          />
        </label>
        <div className="row">
          <span>Frames a second, for timelines and EDLs</span>
          <Segmented
            label="Frames a second"
            options={FRAME_RATES}
            value={frameRate}
            onChange={(value) => set({ frameRate: value })}
          />
        </div>
        <label className="row">
          <span>How you sign decisions</span>
          <input
            className="field settings-name"
            defaultValue={artist}
            maxLength={80}
            placeholder="Your name"
            onBlur={(event) =>
              event.target.value.trim() !== artist && set({ artist: event.target.value.trim() })
            }
          />
        </label>
        <CompositionRules />
        <section aria-label="Generator">
          <h3>Generator</h3>
          <GeneratorChoices />
          <button type="button" className="button choices-more" onClick={() => runAction('generators')}>
            Set up and test…
          </button>
        </section>
        <div className="row">
          <span>Keys</span>
          <button type="button" className="button" onClick={() => runAction('keys')}>
            Show and change
          </button>
        </div>
        <div className="row">
          <span>Models and devices</span>
          <button type="button" className="button" onClick={() => runAction('models')}>
            Show and change
          </button>
        </div>
        {version && <p className="faint numbers">Continuist {version}</p>}
      </div>
    </Dialog>
  );
}

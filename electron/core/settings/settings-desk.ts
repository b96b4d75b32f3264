import { basename } from 'node:path';
import type { Statement } from '@core/consent/index.js';
import type { LoadedSettings } from '@shared/contract/index.js';
import type { ContinuistError } from '@shared/errors.js';
import { DEFAULT_SETTINGS, type Settings } from '@shared/settings.js';
import { checkedSettings } from './check.js';
import { merged } from './generators.js';
import { loadSettings, type SettingsSources } from './load.js';
import { needsYes } from './needs-yes.js';
import { told } from './settings-file.js';
import { saveSettings, startFresh } from './user-file.js';

/** Settings as they were found for these flags and beside this storyboard. */
export interface Reading extends LoadedSettings {
  readonly flags: Partial<Settings>;
  readonly boardFolder: string | null;
  /** Settings chosen since the storyboard was opened: the file beside it no longer says them. */
  readonly overruled: readonly string[];
}

/** The settings that count now. Reading and adopting are two steps: what cannot be read changes nothing. */
export class SettingsDesk {
  readonly #sources: SettingsSources;
  #now: Reading;

  constructor(sources: SettingsSources) {
    this.#sources = sources;
    const { flags } = sources;
    this.#now = {
      settings: DEFAULT_SETTINGS,
      problem: null,
      withheld: null,
      flags,
      boardFolder: null,
      overruled: [],
    };
  }

  get current(): Settings {
    return this.#now.settings;
  }

  /** With what is wrong with the user's file and what was not taken from the storyboard's; null when nothing is. */
  get now(): LoadedSettings {
    const { settings, problem, withheld } = this.#now;
    return { settings, problem, withheld };
  }

  /** Of the sources as they are now; `change`: other flags, another storyboard. Throws BAD_SETTING. */
  async read(change: Partial<Pick<Reading, 'flags' | 'boardFolder' | 'overruled'>> = {}): Promise<Reading> {
    const opened = change.boardFolder === undefined ? {} : { overruled: [] };
    const { flags, boardFolder, overruled } = { ...this.#now, ...opened, ...change };
    const loaded = await loadSettings({ ...this.#sources, flags }, boardFolder, overruled);
    return { ...loaded, flags, boardFolder, overruled };
  }

  adopt(reading: Reading): void {
    this.#now = reading;
  }

  /** The user's file broke after it was read: what was read counts on, and the windows show the problem. */
  foundBroken(problem: ContinuistError): void {
    this.#now = { ...this.#now, problem: problem.toData() };
  }

  /** What of a change needs a yes, and how the person can make it without being asked. Throws BAD_SETTING. */
  proposed(change: Partial<Settings>): { statements: Statement[]; byHand: string } {
    const checked = checkedSettings(change, 'this change');
    return {
      statements: needsYes(merged(this.current, checked), this.current),
      byHand: `Write ${JSON.stringify(checked)} into ${told(this.#sources.userFile)} yourself and start Continuist again.`,
    };
  }

  /**
   * What is chosen here counts from now on, also against a flag and the file beside the storyboard. Throws BAD_SETTING
   * and SETTINGS_UNREADABLE.
   */
  async save(change: Partial<Settings>): Promise<Reading> {
    await saveSettings(this.#sources.userFile, change);
    const others = Object.entries(this.#now.flags).filter(([key]) => !Object.hasOwn(change, key));
    return this.read({
      flags: Object.fromEntries(others) as Partial<Settings>,
      overruled: [...this.#now.overruled, ...Object.keys(change)],
    });
  }

  /** Puts the user's file aside. `kept`: the name that it has now, in the same folder; null when there was none. */
  async startFresh(): Promise<{ reading: Reading; kept: string | null }> {
    const aside = await startFresh(this.#sources.userFile, new Date());
    return { reading: await this.read(), kept: aside && basename(aside) };
  }
}

/**
 * Every call the interface can make, one file a domain. `electron/core` implements it once; MessagePort, WebSocket
 * and in-process transports carry it unchanged. No other channel exists, except pictures: `asset://<sha256>?w=320`
 * (web host: `/asset/<sha256>?w=320&signature=…`), widths 160, 320, 640, 1280 or absent for the file itself.
 */
import { analysisCalls } from './analysis.js';
import { brandCalls } from './brand.js';
import { canonCalls } from './canon.js';
import { defectCalls } from './defects.js';
import { exportCalls } from './exports.js';
import { generatorCalls } from './generators.js';
import { givenCalls } from './given.js';
import { hintCalls } from './hints.js';
import { infoCalls } from './info.js';
import { jobCalls } from './jobs.js';
import { modelCalls } from './models.js';
import { openCalls } from './open.js';
import { regenerationCalls } from './regeneration.js';
import { reviewCalls } from './review.js';
import { settingsCalls } from './settings.js';
import { sourceCalls } from './source.js';
import { windowCalls } from './window.js';

export const contract = {
  ...infoCalls,
  ...openCalls,
  ...windowCalls,
  ...reviewCalls,
  ...sourceCalls,
  ...givenCalls,
  ...analysisCalls,
  ...regenerationCalls,
  ...hintCalls,
  ...canonCalls,
  ...brandCalls,
  ...generatorCalls,
  ...jobCalls,
  ...modelCalls,
  ...settingsCalls,
  ...exportCalls,
  ...defectCalls,
};

export type Contract = typeof contract;
export type { Sought } from './analysis.js';
export type { Defect } from './defects.js';
export type { ExportInfo, MadeExport } from './exports.js';
export {
  type Abilities,
  type GeneratorCapability,
  type GeneratorInfo,
  type GeneratorStatus,
  type GeneratorTest,
  generatorCapability,
  type Making,
  type Moves,
  moves,
  PLACED_NAMES,
  type PlacedValue,
  type Placing,
  type SettingField,
} from './generators.js';
export { LONGEST_PART } from './given.js';
export type { NotedPrompt, ShotPrompt } from './hints.js';
export type { Info } from './info.js';
export type { MatchQuestion, ShownMatch } from './match.js';
export type { JudgeExamination, JudgeInfo, MachineInfo, ModelCheck, ModelInfo, SelfTest } from './models.js';
export type { Dropped, ListedFolder, OpenEntry, OpenPurpose } from './open.js';
export type { RepairProof } from './regeneration.js';
export type { Details, Looking, Lost, Message, OfferedBackup, Skipped, Stepped } from './review.js';
export type { LoadedSettings, Question, ShownSettings } from './settings.js';
export type { MenuEntry, RecentStoryboard } from './window.js';

import type { ComponentType } from 'react';
import { BrandDialog } from '../brand/index.js';
import { GeneratorsDialog } from '../generators/index.js';
import { MatchDialog } from '../matching/MatchDialog.js';
import { ModelsDialog } from '../models/ModelsDialog.js';
import { Palette } from '../palette/Palette.js';
import { PlacingDialog } from '../placing/index.js';
import { QueueDialog } from '../queue/QueueDialog.js';
import { type DialogName, useSession } from '../stores/index.js';
import { Boundary, Broken, Dialog } from '../ui/index.js';
import { ApproveAllDialog } from './ApproveAllDialog.js';
import { AutomaticDialog } from './AutomaticDialog.js';
import { AutomaticSummaryDialog } from './AutomaticSummaryDialog.js';
import { ByScoreDialog } from './ByScoreDialog.js';
import { ExportDialog } from './ExportDialog.js';
import { KeysDialog } from './KeysDialog.js';
import { OpenDialog } from './OpenDialog.js';
import { SettingsDialog } from './SettingsDialog.js';
import { SourceDialog } from './SourceDialog.js';
import { TabDialog } from './TabDialog.js';
import './dialogs.css';

const DIALOGS: Record<DialogName, ComponentType> = {
  open: OpenDialog,
  palette: Palette,
  keys: KeysDialog,
  settings: SettingsDialog,
  source: SourceDialog,
  match: MatchDialog,
  models: ModelsDialog,
  generators: GeneratorsDialog,
  placing: PlacingDialog,
  'approve-all': ApproveAllDialog,
  'by-score': ByScoreDialog,
  brand: BrandDialog,
  automatic: AutomaticDialog,
  'automatic-summary': AutomaticSummaryDialog,
  queue: QueueDialog,
  tab: TabDialog,
  export: ExportDialog,
};

export function Dialogs() {
  const name = useSession((session) => session.dialog);
  const Shown = name && DIALOGS[name];
  return (
    Shown && (
      <Boundary
        key={name}
        part="This dialog"
        instead={(broken) => (
          <Dialog title="This dialog cannot be shown">
            <Broken {...broken} />
          </Dialog>
        )}
      >
        <Shown />
      </Boundary>
    )
  );
}

import { Command, FolderOpen, Redo2, Settings2, Undo2 } from 'lucide-react';
import { inPlay, tallyOf } from '../board/index.js';
import { useDocument, useOfBoard, useSession } from '../stores/index.js';
import { ActionButton, count, Key } from '../ui/index.js';
import { AutomaticBadge } from './AutomaticBadge.js';
import { ExportMenu } from './ExportMenu.js';
import { GeneratorPill } from './GeneratorPill.js';
import { AnalyseButton, DownloadPill, ExaminationPill, ExportPill, QueuePill } from './Jobs.js';
import { JudgePill } from './JudgePill.js';
import { SkippedNote } from './SkippedNote.js';
import { StoryboardTitle } from './StoryboardTitle.js';
import './topbar.css';

function UndoButtons() {
  const canUndo = useDocument((mirror) => mirror.canUndo);
  const canRedo = useDocument((mirror) => mirror.canRedo);
  return (
    <div className="topbar-pair">
      <ActionButton action="undo" className="quiet square" label={canUndo ? `Undo: ${canUndo}` : 'Undo'}>
        <Undo2 size={16} aria-hidden />
      </ActionButton>
      <ActionButton action="redo" className="quiet square" label={canRedo ? `Redo: ${canRedo}` : 'Redo'}>
        <Redo2 size={16} aria-hidden />
      </ActionButton>
    </div>
  );
}

const tally = tallyOf({ played: inPlay });

function ShotCount() {
  const played = useOfBoard(({ views }) => tally(views).played);
  const left = useOfBoard(({ views }) => views.length) - played;
  return (
    <span className="topbar-count numbers">
      {count(played, 'shot')}
      {left > 0 && `, ${left} out of play`}
    </span>
  );
}

export function TopBar() {
  const open = useDocument((mirror) => mirror.open === true);
  const isAlone = useSession((session) => session.fullScreen);
  return (
    <header className="topbar" hidden={open && isAlone}>
      {open ? (
        <>
          <StoryboardTitle />
          <ShotCount />
          <SkippedNote />
          <UndoButtons />
        </>
      ) : (
        <strong className="topbar-name">Continuist</strong>
      )}
      <div className="gap" />
      <DownloadPill />
      <ExaminationPill />
      {open && (
        <>
          <AutomaticBadge />
          <ExportPill />
          <QueuePill />
          <JudgePill />
          <GeneratorPill />
          <AnalyseButton />
          <ExportMenu />
        </>
      )}
      <ActionButton action="open" className="button topbar-open" label="Open a storyboard">
        <FolderOpen size={15} aria-hidden />
        <span>Open</span>
      </ActionButton>
      <ActionButton action="settings" className="quiet square" label="Settings">
        <Settings2 size={16} aria-hidden />
      </ActionButton>
      <ActionButton action="palette" className="quiet topbar-palette" label="Find an action">
        <Command size={14} aria-hidden />
        <Key action="palette" />
      </ActionButton>
    </header>
  );
}

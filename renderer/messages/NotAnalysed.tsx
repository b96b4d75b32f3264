import { useEffect, useState } from 'react';
import { runningJob } from '../actions/index.js';
import { judgedBefore, type NotAnalysed, notAnalysed, notAnalysedWords } from '../board/index.js';
import { ask } from '../link/index.js';
import { useDocument, useOfBoard, useSession, useSettings } from '../stores/index.js';
import { ActionButton } from '../ui/index.js';

/** Milliseconds: what opens has been looked at before, or is about to be. */
const LASTS = 3000;

/** Pictures of which nothing is known while no analysis runs; null where there are none, it is but a moment, or nothing is written. */
export function useNotAnalysed(): NotAnalysed | null {
  const rests = useDocument(
    ({ open, readOnly, jobs }) => open === true && readOnly === null && !runningJob(jobs, 'analysis'),
  );
  const found = useOfBoard(({ views }) => notAnalysed(views));
  const waits = rests && found.waiting + found.open > 0;
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    setLasts(false);
    if (!waits) return;
    const timer = setTimeout(() => setLasts(true), LASTS);
    return () => clearTimeout(timer);
  }, [waits]);
  return waits && lasts ? found : null;
}

/** Whether what nobody has looked at was judged before by another, which is asked only where it `matters`. */
function useWasJudged(matters: boolean, judge: string): boolean {
  const [was, setWas] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another judge is another question.
  useEffect(() => {
    setWas(false);
    if (!matters) return;
    let goesOn = true;
    void ask((api) => api.analysis.wasBegun()).then((answer) => goesOn && setWas(answer === true));
    return () => {
      goesOn = false;
    };
  }, [matters, judge]);
  return was;
}

/** Why a board has no signs, scores and findings yet, under every view, and what to do about it. */
export function NotAnalysedLine(found: NotAnalysed) {
  const { waiting, open, of } = found;
  const judge = useSettings((settings) => settings.judge);
  const judges = useSession((session) => session.info)?.judges ?? [];
  const name = judges.find(({ id }) => id === judge)?.name ?? judge;
  const wasJudged = useWasJudged(open === 0 && waiting === of, judge);
  return (
    <p className="not-analysed" data-testid="not-analysed">
      <span className="numbers">{wasJudged ? judgedBefore(name) : notAnalysedWords(found, true)}</span>
      {found.open === 0 && <ActionButton action="analyse" className="message-action" />}
    </p>
  );
}

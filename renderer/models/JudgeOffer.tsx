import type { ModelInfo } from '@shared/contract/index.js';
import { isTerminal } from '@shared/job.js';
import { megabytes } from '@shared/megabytes.js';
import { ScanEye } from 'lucide-react';
import { useState } from 'react';
import { runAction } from '../actions/index.js';
import { type BeyondJudge, beyondJudge } from '../board/index.js';
import { call } from '../link/index.js';
import { useBoardView, useDocument, useSession, useSettings } from '../stores/index.js';
import { Answer } from './Answer.js';
import { DownloadProgress } from './DownloadProgress.js';
import { downloadTime, offeredModel } from './offered-model.js';
import { useHubHost } from './use-hub-host.js';
import { useMachine, useModels } from './use-models.js';

/** One clear way on where the judge that ships with the program does not know the board's pictures. */
export function JudgeOffer() {
  const { views } = useBoardView();
  const judge = useSettings((settings) => settings.judge);
  const declined = useSession((session) => session.offerDeclined);
  const judges = useSession((session) => session.info)?.judges ?? [];
  const open = useDocument((mirror) => mirror.open === true && mirror.readOnly === null);
  const name = judges.find(({ id }) => id === judge)?.name;
  const beyond = open && !declined && name ? beyondJudge(views) : null;
  return beyond && name ? <Offer beyond={beyond} judge={judge} name={name} /> : null;
}

interface Props {
  readonly beyond: BeyondJudge;
  /** Who judges: id and name. */
  readonly judge: string;
  readonly name: string;
}

const ofPictures = ({ unjudged, of }: BeyondJudge): string =>
  unjudged === of ? `these ${of} pictures are` : `${unjudged} of these ${of} pictures are`;

/** Of any other judge nothing more is asked: to look at the machine takes seconds. */
function Offer({ beyond, judge, name }: Props) {
  const { models, refresh } = useModels();
  const isShipped = models?.find(({ id }) => id === judge)?.origin === 'shipped';
  return models && isShipped ? (
    <OtherJudge beyond={beyond} name={name} models={models} refresh={refresh} />
  ) : null;
}

interface OtherProps {
  readonly beyond: BeyondJudge;
  readonly name: string;
  readonly models: readonly ModelInfo[];
  readonly refresh: () => Promise<void>;
}

function OtherJudge({ beyond, name, models, refresh }: OtherProps) {
  const { machine } = useMachine();
  const device = useSettings((settings) => settings.device);
  const host = useHubHost();
  const [ordered, setOrdered] = useState<string | null>(null);
  const job = useDocument((document) => document.jobs[ordered ?? '']);
  if (!machine) return null;
  const works = machine.devices.find((one) => one.works && one.device !== 'cpu')?.device ?? 'cpu';
  const offer = offeredModel(models, device === 'auto' ? works : device);
  if (!offer) return null;
  const { model, left } = offer;
  // One that was ordered in the list of models is under way as well.
  const jobId = model.jobId ?? (job && !isTerminal(job.state) ? job.id : null);
  const download = async () => {
    setOrdered(null);
    const order = await call((api) => api.models.download({ id: model.id, device: offer.device }));
    if (order) setOrdered(order.jobId);
    await refresh();
  };
  const use = async () => {
    if (await call((api) => api.settings.set({ judge: model.id }))) runAction('analyse');
  };
  return (
    <div className="notice notice-offer" data-testid="judge-offer">
      <ScanEye size={15} aria-hidden />
      <div className="selectable notice-lines">
        <p>
          {name} knows only its own drawn world: it cannot tell whether {ofPictures(beyond)} as described.
          Style, quality, copies and composition are still told.
        </p>
        {jobId === null && (
          <p>
            {model.name} judges any picture, on this machine:{' '}
            {model.ready
              ? 'it is here already.'
              : `${megabytes(left)} once from ${host}, ${downloadTime(left)}.`}
          </p>
        )}
        {jobId !== null && <DownloadProgress jobId={jobId} />}
        <Answer said={job?.error ?? null} testId="offer-said" />
      </div>
      {jobId === null && (
        <button
          type="button"
          className="notice-button"
          onClick={() => void (model.ready ? use() : download())}
        >
          {model.ready ? `Judge with ${model.name}` : 'Download it'}
        </button>
      )}
      <button type="button" className="notice-button" onClick={() => runAction('models')}>
        Other judges…
      </button>
      <button
        type="button"
        className="notice-button"
        onClick={() => useSession.setState({ offerDeclined: true })}
      >
        Not now
      </button>
    </div>
  );
}

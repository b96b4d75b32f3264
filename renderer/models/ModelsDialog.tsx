import type { ModelInfo } from '@shared/contract/index.js';
import { useSession } from '../stores/index.js';
import { Dialog, Waiting } from '../ui/index.js';
import { AddFromFolder } from './AddFromFolder.js';
import { AddFromHub } from './AddFromHub.js';
import { MachineSection } from './MachineSection.js';
import { ModelCard } from './ModelCard.js';
import { OtherJudges } from './OtherJudges.js';
import { useExaminations, useModels } from './use-models.js';
import './models.css';

/** Which models there are, where their files stand, and what this machine can run them on. */
export function ModelsDialog() {
  const { models, refresh } = useModels();
  const examinations = useExaminations();
  const judges = useSession((session) => session.info)?.judges ?? [];
  const others = judges.filter(({ id, ready }) => ready && !models?.some((model) => model.id === id));
  const downloading = models?.some(({ jobId }) => jobId !== null) ?? false;
  const cards = (role: ModelInfo['role']) =>
    models
      ?.filter((model) => model.role === role)
      .map((model) => (
        <ModelCard
          key={model.id}
          model={model}
          downloading={downloading}
          examination={examinations.of(model.id)}
          onExamined={examinations.refresh}
          onChange={refresh}
        />
      ));
  return (
    <Dialog title="Models and devices" className="wide models">
      <MachineSection />
      <section aria-label="Models" aria-busy={models === null}>
        {models === null && <Waiting />}
        {cards('judge')}
        {models && (
          <OtherJudges judges={others} examinationOf={examinations.of} onChange={examinations.refresh} />
        )}
        <AddFromHub onAdded={refresh} />
        <AddFromFolder onAdded={refresh} />
      </section>
      {models && (
        <section aria-label="Eyes" className="eyes">
          <h3>Eyes beside the judge</h3>
          <p className="faint">
            They see what no judge is good at, whichever judge is in use. None is needed.
          </p>
          {cards('eye')}
        </section>
      )}
    </Dialog>
  );
}

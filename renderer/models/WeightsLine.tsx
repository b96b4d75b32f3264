import type { ModelInfo } from '@shared/contract/index.js';
import { megabytes } from '@shared/megabytes.js';
import type { WeightsChoice } from '@shared/weights-choice.js';
import { useState } from 'react';
import { Segmented } from '../ui/index.js';
import { bytesLeft } from './bytes-left.js';
import { Confirm } from './Confirm.js';
import { useHubHost } from './use-hub-host.js';

type Weights = ModelInfo['devices'][number]['weights'][number];

const NAMES: Readonly<Record<WeightsChoice, string>> = { small: 'Small', fine: 'Fine' };

interface Props {
  readonly model: ModelInfo;
  readonly weights: readonly Weights[];
  readonly blocked: boolean;
  /** They are used from then on; what of them is not here is downloaded first. */
  readonly onChoose: (choice: WeightsChoice) => void;
}

/** Small weights or fine ones: what each takes to download, and which are used. */
export function WeightsLine({ model: { name, licence }, weights, blocked, onChoose }: Props) {
  const host = useHubHost();
  const [asked, setAsked] = useState<WeightsChoice | null>(null);
  const of = (choice: WeightsChoice | null) => weights.find((one) => one.choice === choice);
  const chosen = weights.find((one) => one.chosen);
  const wanted = of(asked);
  const choose = (choice: WeightsChoice) => {
    if (blocked || choice === chosen?.choice) return;
    if (of(choice)?.ready) onChoose(choice);
    else setAsked(choice);
  };
  const options = weights.map(
    (one) => [one.choice, `${NAMES[one.choice]}, ${megabytes(one.expected)}`] as const,
  );
  return (
    <>
      <div className="model-line">
        <span>Weights</span>
        <Segmented
          label={`Weights of ${name}`}
          options={options}
          value={chosen?.choice ?? null}
          onChange={choose}
        />
        <span className="faint">
          Fine weights see a picture more exactly. They are more to download; speed and memory stay as they
          are.
        </span>
      </div>
      {wanted && (
        <Confirm
          question={`${name}, ${wanted.choice} weights, licence ${licence}, about ${megabytes(bytesLeft(wanted))} from ${host}. What is here stays, and you can go back at any time without downloading it again.`}
          yes="Download"
          onYes={() => {
            setAsked(null);
            onChoose(wanted.choice);
          }}
          onNo={() => setAsked(null)}
        />
      )}
    </>
  );
}

import { useState } from 'react';
import { useFolderChoice } from '../browsing/index.js';
import { tryCall } from '../link/index.js';
import { Answer, type Said } from './Answer.js';

interface Props {
  readonly onAdded: () => Promise<void>;
}

/** Puts a model of the artist's own into the list; its files are used where they lie. */
export function AddFromFolder({ onAdded }: Props) {
  const [reading, setReading] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const { choose, dialog } = useFolderChoice({
    title: 'Add a model from a folder',
    choosing: (name) => `Add “${name}”`,
  });
  const add = async () => {
    const token = await choose();
    if (token === null) return;
    setSaid(null);
    setReading(true);
    const answer = await tryCall((api) => api.models.add({ token }));
    setReading(false);
    if ('error' in answer) {
      setSaid(answer.error);
      return;
    }
    await onAdded();
    setSaid({ message: `${answer.value.id} was added to the list above: test it there, or use it.` });
  };
  return (
    <section className="add-model" aria-label="Add from a folder">
      <div className="row">
        <span>
          Add from a folder
          <span className="faint block">
            A LLaVA-OneVision or Phi-3.5-vision model of your own, in ONNX: config.json and the tokenizer’s
            files beside a folder onnx. It is used from there and not copied.
          </span>
        </span>
        <button
          type="button"
          className="button"
          aria-disabled={reading}
          onClick={() => {
            if (!reading) void add();
          }}
        >
          Choose a folder…
        </button>
      </div>
      <Answer doing={reading ? 'Reading the folder…' : ''} said={said} testId="folder-said" />
      {dialog}
    </section>
  );
}

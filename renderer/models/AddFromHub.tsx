import { type FormEvent, useState } from 'react';
import { tryCall } from '../link/index.js';
import { Answer, type Said } from './Answer.js';
import { useHubHost } from './use-hub-host.js';

interface Props {
  readonly onAdded: () => Promise<void>;
}

/** Puts a model of a hub into the list; its files are downloaded from there. */
export function AddFromHub({ onAdded }: Props) {
  const [repository, setRepository] = useState('');
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const host = useHubHost();
  const name = repository.trim();

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name === '' || asking) return;
    setSaid(null);
    setAsking(true);
    const answer = await tryCall((api) => api.models.add({ repository: name }));
    setAsking(false);
    if ('error' in answer) {
      setSaid(answer.error);
      return;
    }
    setRepository('');
    await onAdded();
    setSaid({ message: `${answer.value.id} was added to the list above: download it there.` });
  };
  return (
    <form className="add-model" aria-label="Add from a hub" onSubmit={(event) => void add(event)}>
      <label htmlFor="hub-repository">Add from a hub</label>
      <div className="hub-field">
        <input
          id="hub-repository"
          className="field"
          value={repository}
          placeholder="owner/name"
          spellCheck={false}
          autoComplete="off"
          aria-describedby="hub-repository-help"
          onChange={(event) => setRepository(event.target.value)}
        />
        <button type="submit" className="button" disabled={name === '' || asking}>
          Add
        </button>
      </div>
      <p id="hub-repository-help" className="faint">
        A LLaVA-OneVision or Phi-3.5-vision model in ONNX. Adding it asks {host} which files there are;
        nothing else is downloaded.
      </p>
      <Answer doing={asking ? `Asking ${host}…` : ''} said={said} testId="hub-said" />
    </form>
  );
}

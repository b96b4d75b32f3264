import { useEffect } from 'react';
import { refreshGenerators } from '../link/index.js';
import { Dialog } from '../ui/index.js';
import { GeneratorCard } from './GeneratorCard.js';
import { useGenerators } from './use-generators.js';
import './generators.css';

/** What makes the new pictures: each with how it is set up, how it is doing, what it can, and a test. */
export function GeneratorsDialog() {
  const generators = useGenerators();
  useEffect(() => void refreshGenerators(), []);
  return (
    <Dialog title="Generators" className="wide generators">
      {generators.length === 0 && <p className="faint">Looking…</p>}
      {generators.map((generator) => (
        <GeneratorCard key={generator.id} generator={generator} />
      ))}
    </Dialog>
  );
}

import './without-eval.js';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import { keepMenu, listenForKeys } from './actions/index.js';
import { answerTheHost } from './answer-the-host.js';
import { keepDrafts } from './drafts/index.js';
import { listenForDrops } from './dropping/index.js';
import { giveStylesTheirNonce } from './give-styles-their-nonce.js';
import { keepWindowInStep } from './keep-window-in-step.js';
import { keepConnected, listenForInvitations, listenForPort } from './link/index.js';
import { listenForDefects } from './listen-for-defects.js';
import { Boundary } from './ui/index.js';
import './ui/theme.css';
import './ui/contrast.css';
import './ui/controls.css';
import './ui/marks.css';
import './ui/layers.css';
import './ui/picture.css';

listenForDefects();
giveStylesTheirNonce();
listenForPort();
listenForInvitations();
listenForKeys();
answerTheHost();
listenForDrops();
keepMenu();
keepWindowInStep();
keepDrafts();
void keepConnected();

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Boundary part="The window">
        <App />
      </Boundary>
    </StrictMode>,
  );

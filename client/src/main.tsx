import { render } from 'preact';
import './ui/tokens.css';
import './ui/base.css';
import './ui/layout.css';
import './ui/parts.css';
import './ui/views.css';
import './ui/jobs.css';
import { App } from './App';
import { keepFirst, wasSeen } from './first';
import { registerWorker } from './offline/register';
import { beginning } from './live/start';
import { listenToAddress } from './network/route';
import { keepTyped } from './features/search/typed';
import { followSession } from './features/session/session';
import { trustScripts } from './trust';
import { bring, language } from './words';

trustScripts();
void beginning();
listenToAddress();
followSession();
const root = document.getElementById('app');
if (root) {
  // Until the words are here, what the server answered stays on the screen as it is.
  void Promise.all([bring(language.value), wasSeen(root)]).then(() => {
    keepFirst(root);
    keepTyped(root);
    render(<App />, root);
    registerWorker();
  });
}

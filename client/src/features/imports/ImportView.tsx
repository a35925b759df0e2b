import { useEffect, useLayoutEffect } from 'preact/hooks';
import { preview } from '../../api/preview';
import { to } from '../../network/route';
import { isSignedIn, isSteward, me, shown } from '../../network/state';
import { Link } from '../../ui/Link';
import { NotAllowed } from '../../ui/States';
import { language, t } from '../../words';
import '../../words/import';
import './import.css';
import { BringStep } from './BringStep';
import { Done } from './Done';
import { FileStep } from './FileStep';
import { QuestionsStep } from './QuestionsStep';
import { ResultStep } from './ResultStep';
import { TablesStep } from './TablesStep';
import { belongsTo, check, work } from './work';

/** Who may not bring files in is told who can. */
function Closed() {
  if (preview !== undefined) return <NotAllowed back what={t('preview.onlyLooks')} how={t('preview.endFirst')} />;
  return <NotAllowed back what={t('import.who')} how={t(isSignedIn.value ? 'import.whoElse' : 'import.whoSignIn')} signIn={!isSignedIn.value} />;
}

function Steps() {
  const { plan, done, inLanguage } = work.value;
  // What the server says of the file is said again in the other language.
  useEffect(() => { if (plan && inLanguage !== language.value) void check(); }, [language.value]);
  return (
    <>
      {done && <Done done={done} />}
      <FileStep />
      {plan && (
        <>
          <TablesStep plan={plan} />
          <QuestionsStep plan={plan} />
          <ResultStep plan={plan} />
          <BringStep plan={plan} />
        </>
      )}
    </>
  );
}

/** Bringing a file in, on one page that grows downward: the file, what it was taken for, what is asked, what would become of it, and bringing it in. */
export function ImportView() {
  const may = isSteward.value && isSignedIn.value;
  const { account } = me.value;
  useEffect(() => { shown.value = {}; }, []);
  // Before anything can be chosen.
  useLayoutEffect(() => { if (may) belongsTo(account); }, [may, account]);
  return (
    <div class="stack loose imports">
      <header class="stack tight">
        <h1>{t('import.title')}</h1>
        <p class="quiet">{t('import.intro')}</p>
      </header>
      {may ? <Steps /> : <Closed />}
      <p class="small"><Link to={to('download')}>{t('import.takeOut')}</Link></p>
    </div>
  );
}

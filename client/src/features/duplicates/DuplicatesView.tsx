import { useEffect } from 'preact/hooks';
import { preview } from '../../api/preview';
import { route, to } from '../../network/route';
import { isSignedIn, rights, shown } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { NotAllowed } from '../../ui/States';
import { t } from '../../words';
import '../../words/duplicates';
import './duplicates.css';
import { Apart } from './Apart';
import { QueueOfPairs } from './QueueOfPairs';
import { PairView } from './PairView';

/** Who may not decide is told who can. */
function Closed() {
  if (preview !== undefined) return <NotAllowed back what={t('preview.onlyLooks')} how={t('preview.endFirst')} />;
  return <NotAllowed back what={t('duplicates.who')} how={t(isSignedIn.value ? 'duplicates.whoHow' : 'duplicates.whoSignIn')} signIn={!isSignedIn.value} />;
}

const Back = () => <p><Link class="row" to={to('duplicates')}><Icon name="back" size={16} />{t('duplicates.queue')}</Link></p>;

/** Organizations that may have been entered twice: all of them, two side by side (`simpan`, `lain`), or a merge that is taken apart (by the id of the one that went). */
export function DuplicatesView({ id }: { id?: string }) {
  const { simpan, lain } = route.value.query;
  useEffect(() => { shown.value = {}; }, []);
  if (preview !== undefined || !rights.value.merges) return <div class="stack"><h1>{t('duplicates.title')}</h1><Closed /></div>;
  if (id !== undefined) return <div class="stack loose duplicates"><Back /><Apart key={id} id={id} /></div>;
  if (simpan !== undefined && lain !== undefined) return <div class="stack loose duplicates"><Back /><PairView key={`${simpan} ${lain}`} kept={simpan} other={lain} /></div>;
  return <QueueOfPairs />;
}

import { to } from '../../network/route';
import { Icon } from '../../ui/Icon';
import { Link } from '../../ui/Link';
import { t } from '../../words';
import { RevertForm } from '../activity/RevertForm';
import type { Work } from './work';

/** What came in, where it is told, and the way back. */
export function Done({ done: { id, writes, file, late } }: { done: NonNullable<Work['done']> }) {
  return (
    <section class="stack" aria-labelledby="import-done">
      <h2 id="import-done" tabIndex={-1}>{t('import.done')}</h2>
      <p role="status">{late ? t('import.doneLate', { file, count: writes }) : id === undefined ? t('import.doneNothing', { file }) : t('import.doneWrites', { file, count: writes })}</p>
      {id !== undefined && <p><Link class="button" to={to('changeset', id)}><Icon name="activity" size={16} />{t('import.seeChange')}</Link></p>}
      {late && <p><Link class="button" to={to('activity')}><Icon name="activity" size={16} />{t('import.seeChange')}</Link></p>}
      {id !== undefined && <RevertForm id={id} />}
    </section>
  );
}

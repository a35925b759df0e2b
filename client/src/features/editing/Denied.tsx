import { preview } from '../../api/preview';
import { organization } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { isSignedIn } from '../../network/state';
import { NotAllowed } from '../../ui/States';
import { t } from '../../words';

/** What somebody may not change, and who can: the stewards and, of what belongs to an organization, its editors. A page that is nothing but this leads back; `anew`, that of a new organization, leads to where anybody may suggest one. */
export function Denied({ owner, back = false, anew = false }: { owner?: string | undefined; back?: boolean; anew?: boolean }) {
  const answer = useAnswer(owner === undefined ? undefined : `organization-name/${owner}`, (stop) => organization(owner ?? '', stop));
  const name = answer.data?.name;
  if (!isSignedIn.value) {
    return (
      <>
        <NotAllowed back={back} what={name === undefined ? t('state.notAllowed') : t('state.notAllowedOf', { name })} how={t('state.notAllowedHow')} signIn />
        {anew && <p><a href="/usulkan">{t('suggest.add')}</a></p>}
        {!anew && owner !== undefined && name !== undefined && <p><a href={`/usulkan/${owner}`}>{t('suggest.improve')}</a></p>}
      </>
    );
  }
  if (preview !== undefined) return <NotAllowed back={back} what={t('preview.onlyLooks')} how={t('preview.endFirst')} />;
  return <NotAllowed back={back} what={t('state.notYours')} how={name === undefined ? t('state.askSteward') : t('state.askEditor', { name })} />;
}

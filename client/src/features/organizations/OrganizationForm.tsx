import { useState } from 'preact/hooks';
import { organization } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { go, to } from '../../network/route';
import { isSteward } from '../../network/state';
import { Answered, NotAllowed } from '../../ui/States';
import { t } from '../../words';
import { Conflict } from '../editing/Conflict';
import type { Draft } from '../editing/draft';
import { FormFrame } from '../editing/FormFrame';
import { RemoveForm } from '../editing/RemoveForm';
import { useSaving } from '../editing/saving';
import { OrganizationFields } from './OrganizationFields';

function Editor({ base }: { base: Draft }) {
  const id = typeof base['id'] === 'string' ? base['id'] : undefined;
  const [start] = useState(base);
  const [draft, setDraft] = useState(base);
  const [version, setVersion] = useState(base['version'] as number | undefined);
  const saving = useSaving('organization', (saved) => go(to('organization', saved), 'replace'));
  const { theirs } = saving;
  if (theirs) {
    const theirVersion = theirs['version'] as number | undefined;
    const settle = (next: Draft) => { setDraft(next); setVersion(theirVersion); saving.settle(); };
    return <Conflict kind="organization" base={start} mine={draft} theirs={theirs} onTake={() => settle(theirs)} onKeep={(next) => { settle(next); void saving.submit(next, theirVersion, ''); }} />;
  }
  return (
    <>
      <FormFrame
        title={t(id ? 'organizationForm.change' : 'organizationForm.new')} saving={saving}
        onSubmit={(reason) => void saving.submit(draft, version, reason)} onCancel={() => go(id ? to('organization', id) : to('map'), 'replace')}
      >
        <OrganizationFields edit={{ draft, set: (field, value, mends = field) => { setDraft((before) => ({ ...before, [field]: value })); saving.mend(mends); }, fault: saving.fault }} />
      </FormFrame>
      {id && <RemoveForm kind="organization" id={id} version={version} label={t('organizationForm.remove')} />}
    </>
  );
}

/** Adds an organization, or changes one from the version that was read. */
export function OrganizationForm({ id }: { id?: string }) {
  const answer = useAnswer(id ? `organization-form/${id}` : undefined, (stop) => organization(id ?? '', stop));
  if (!isSteward.value) return <div class="stack"><h1>{t(id ? 'organizationForm.change' : 'organizationForm.new')}</h1><NotAllowed /></div>;
  if (!id) return <Editor base={{ provenance: {} }} />;
  return <Answered answer={answer} lines={10}>{(data) => <Editor base={{ ...data }} />}</Answered>;
}

import { useState } from 'preact/hooks';
import { tie } from '../../api/questions';
import { useAnswer } from '../../network/asking';
import { go, route, to } from '../../network/route';
import { isSteward } from '../../network/state';
import { Answered, NotAllowed } from '../../ui/States';
import { t } from '../../words';
import { Conflict } from '../editing/Conflict';
import { type Draft, text } from '../editing/draft';
import { FormFrame } from '../editing/FormFrame';
import { useSaving } from '../editing/saving';
import { TieFields } from './TieFields';

function Editor({ base }: { base: Draft }) {
  const isNew = base['id'] === undefined;
  const [start] = useState(base);
  const [draft, setDraft] = useState(base);
  const [version, setVersion] = useState(base['version'] as number | undefined);
  const home = text(draft['from']);
  const leave = () => go(home ? to('organization', home) : to('map'), 'replace');
  const saving = useSaving('tie', leave);
  const { theirs } = saving;
  if (theirs) {
    const theirVersion = theirs['version'] as number | undefined;
    const settle = (next: Draft) => { setDraft(next); setVersion(theirVersion); saving.settle(); };
    return <Conflict kind="tie" base={start} mine={draft} theirs={theirs} onTake={() => settle(theirs)} onKeep={(next) => { settle(next); void saving.submit(next, theirVersion, ''); }} />;
  }
  return (
    <FormFrame title={t(isNew ? 'tieForm.new' : 'tieForm.change')} saving={saving} onSubmit={(reason) => void saving.submit(draft, version, reason)} onCancel={leave}>
      <TieFields edit={{ draft, set: (field, value, mends = field) => { setDraft((before) => ({ ...before, [field]: value })); saving.mend(mends); }, fault: saving.fault }} fixed={!isNew} />
    </FormFrame>
  );
}

/** Proposes a tie between two organizations, or changes one. */
export function TieForm({ id }: { id?: string }) {
  const answer = useAnswer(id ? `tie-form/${id}` : undefined, (stop) => tie(id ?? '', stop));
  if (!isSteward.value) return <div class="stack"><h1>{t(id ? 'tieForm.change' : 'tieForm.new')}</h1><NotAllowed /></div>;
  if (id) return <Answered answer={answer} lines={8}>{(data) => <Editor base={{ ...data }} />}</Answered>;
  const { dari, ke } = route.value.query;
  return <Editor base={{ type: 'partners_with', status: 'proposed', provenance: {}, ...(dari ? { from: dari } : {}), ...(ke ? { to: ke } : {}) }} />;
}

import { useEffect } from 'preact/hooks';
import { route, to } from '../../network/route';
import { taxonomy, terms } from '../../network/state';
import { families } from '../../ui/signs';
import { named, t } from '../../words';
import { type Draft, text } from '../editing/draft';
import { ElementForm, type FormOf } from '../editing/ElementForm';
import { Group } from '../editing/Group';
import { Choice, Codes, type Editing, Line, Tick } from '../editing/parts';
import { ProvenanceFields } from '../editing/Provenance';
import { codeOf } from './code';

/** Proposes a code from the English term for as long as nobody has written one. */
function useCode(edit: Editing, fixed: boolean) {
  const english = text(edit.draft['labelEn']);
  const code = text(edit.draft['code']);
  const proposed = edit.draft['proposedCode'];
  useEffect(() => {
    const next = codeOf(english);
    if (!fixed && (code === '' || code === proposed) && next !== code) { edit.set('code', next); edit.set('proposedCode', next); }
  }, [english]);
}

/** What only kinds of tie have: which ends they join, how they read from the other end, how far they carry an introduction. */
function TieRules({ edit }: { edit: Editing }) {
  return (
    <>
      <Tick field="symmetric" edit={edit} help={t('help.symmetric')} />
      {edit.draft['symmetric'] !== true && <><Line field="labelReverseId" edit={edit} help={t('help.labelReverse')} /><Line field="labelReverseEn" edit={edit} /></>}
      <Line field="trust" edit={edit} type="decimal" help={t('help.trust')} />
      <Codes field="fromKinds" taxonomy="actor_kind" edit={edit} help={t('help.joinedKinds')} />
      <Codes field="toKinds" taxonomy="actor_kind" edit={edit} />
    </>
  );
}

function TermFields({ edit, fixed }: { edit: Editing; fixed: boolean }) {
  useCode(edit, fixed);
  const list = text(edit.draft['taxonomy']);
  const parents = taxonomy(list).filter((term) => term.code !== edit.draft['code']).map((term) => ({ value: term.code, label: term.label }));
  return (
    <>
      {fixed
        ? <p><b>{named('taxonomy', list)}</b> <span class="quiet small">{text(edit.draft['code'])}</span></p>
        : <Choice field="taxonomy" edit={edit} options={Object.keys(terms.value).map((name) => ({ value: name, label: named('taxonomy', name) }))} required />}
      <Line field="labelId" edit={edit} required />
      <Line field="labelEn" edit={edit} required />
      {!fixed && <Line field="code" edit={edit} required help={t('help.code')} />}
      {list === 'actor_kind' && <Choice field="family" edit={edit} options={families.map((f) => ({ value: f, label: named('family', f) }))} help={t('help.family')} />}
      {list === 'tie_type' && <TieRules edit={edit} />}
      <Choice field="parent" edit={edit} options={parents} label={t('termForm.parent')} any={t('termForm.noParent')} />
      <Group title={t('organizationForm.more')} fields={['descriptionId', 'descriptionEn', 'legalReference', 'order']} edit={edit}>
        <Line field="descriptionId" edit={edit} long />
        <Line field="descriptionEn" edit={edit} long />
        <Line field="legalReference" edit={edit} help={t('help.legalReference')} />
        <Line field="order" edit={edit} type="number" help={t('help.order')} />
      </Group>
      <ProvenanceFields edit={edit} />
    </>
  );
}

const home = (draft: Draft) => to('terms', undefined, { daftar: text(draft['taxonomy']) });
const form: FormOf = {
  kind: 'term', title: { create: 'termForm.new', change: 'termForm.change' }, remove: 'termForm.remove', removeHelp: 'termForm.removeHelp', after: home, back: home,
  fields: (edit, fixed) => <TermFields edit={edit} fixed={fixed} />,
};

/** Adds a term to one of the lists that forms and filters are made of, or changes one. */
export function TermForm({ id }: { id?: string }) {
  const { daftar = '' } = route.value.query;
  return <ElementForm of={form} id={id} fresh={{ provenance: {}, ...(daftar ? { taxonomy: daftar } : {}) }} context={daftar} />;
}

import type { Fault } from '../../api/http';
import { Check, Select, Several, Text } from '../../ui/Fields';
import { type Key, t } from '../../words';
import { type Draft, part, text, texts } from '../editing/draft';
import { errorOf, fieldId } from '../editing/FormFrame';
import { RegionPicker, optionsOf } from '../search/pick';

/** `mends` is the part of the field that was changed, where it has parts. */
export interface Editing { draft: Draft; set: (field: string, value: unknown, mends?: string) => void; fault: Fault | undefined }

export function Line({ field, edit, ...rest }: { field: string; edit: Editing; type?: 'text' | 'url' | 'date' | 'number'; long?: boolean; required?: boolean; help?: string }) {
  const { type } = rest;
  return <Text id={fieldId(field)} label={t(`field.${field}` as Key)} value={text(edit.draft[field])} error={errorOf(edit.fault, field)} onInput={(v) => edit.set(field, type === 'number' && v ? Number(v) : v)} {...rest} />;
}

export function Choice({ field, edit, options, required, help, any }: { field: string; edit: Editing; options: { value: string; label: string }[]; required?: boolean; help?: string; any?: string }) {
  return <Select id={fieldId(field)} label={t(`field.${field}` as Key)} value={text(edit.draft[field])} any={any ?? t('form.none')} options={options} error={errorOf(edit.fault, field)} onChange={(v) => edit.set(field, v)} {...(required ? { required } : {})} {...(help ? { help } : {})} />;
}

function Codes({ field, taxonomy, edit }: { field: string; taxonomy: string; edit: Editing }) {
  return <Several id={fieldId(field)} label={t(`field.${field}` as Key)} values={texts(edit.draft[field])} options={optionsOf(taxonomy)} error={errorOf(edit.fault, field)} onChange={(v) => edit.set(field, v)} />;
}

/** Source and date of the last check; every fact carries them. */
export function ProvenanceFields({ edit }: { edit: Editing }) {
  const provenance = part(edit.draft['provenance']);
  const set = (name: string, value: string) => edit.set('provenance', { ...provenance, [name]: value }, `provenance.${name}`);
  return (
    <>
      <Text id="field-provenance-source" label={t('field.source')} required help={t('help.source')} value={text(provenance['source'])} error={errorOf(edit.fault, 'provenance.source')} onInput={(v) => set('source', v)} />
      <Text id="field-provenance-lastVerified" label={t('field.lastVerified')} type="date" value={text(provenance['lastVerified'])} error={errorOf(edit.fault, 'provenance.lastVerified')} onInput={(v) => set('lastVerified', v)} />
    </>
  );
}

const precisions = ['exact', 'village', 'district', 'regency', 'hidden'] as const;
const statuses = ['incorporated', 'not_incorporated', 'unknown'] as const;

export function OrganizationFields({ edit }: { edit: Editing }) {
  return (
    <>
      <Line field="name" edit={edit} required />
      <Line field="acronym" edit={edit} />
      <Choice field="actorKind" edit={edit} options={optionsOf('actor_kind')} required />
      <RegionPicker id="field-region" label={t('field.region')} required text={text(edit.draft['regionName'] ?? edit.draft['region'])} error={errorOf(edit.fault, 'region')} onChoose={(code, name) => { edit.set('region', code); edit.set('regionName', name); }} />
      <Choice field="precision" edit={edit} options={precisions.map((p) => ({ value: p, label: t(`precision.${p}`) }))} any={t('precision.default')} help={t('help.precision')} />
      <Line field="purpose" edit={edit} long />
      <Check label={t('field.mediates')} checked={edit.draft['mediates'] === true} onChange={(on) => edit.set('mediates', on)} />
      <Codes field="issues" taxonomy="issue" edit={edit} />
      <Codes field="offers" taxonomy="skill" edit={edit} />
      <Codes field="needs" taxonomy="skill" edit={edit} />
      <details class="several">
        <summary>{t('organizationForm.more')}</summary>
        <div class="stack">
          <Codes field="sectors" taxonomy="sector" edit={edit} />
          <Choice field="legalForm" edit={edit} options={optionsOf('legal_form')} />
          <Choice field="legalStatus" edit={edit} options={statuses.map((s) => ({ value: s, label: t(`legalStatus.${s}`) }))} />
          <Line field="website" edit={edit} type="url" />
          <Line field="founded" edit={edit} type="number" />
          <Line field="retired" edit={edit} type="date" />
          <Line field="note" edit={edit} long />
        </div>
      </details>
      <ProvenanceFields edit={edit} />
    </>
  );
}

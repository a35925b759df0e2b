import { Text } from '../../ui/Fields';
import { type Route, route, to } from '../../network/route';
import { today } from '../../network/day';
import { named, t } from '../../words';
import { part, text } from '../editing/draft';
import { ElementForm, type FormOf } from '../editing/ElementForm';
import { errorOf } from '../editing/FormFrame';
import { Choice, Codes, Counted, type Editing, Line, ProvenanceFields, RegionField } from '../editing/parts';
import { optionsOf } from '../search/pick';
import { readQuestion } from './question';

const indicators = ['knowledge', 'access', 'choices', 'support', 'discrimination'] as const;
/** The part of a need that says what it is about, by the axis of the coverage. The kind of actor says nothing of a need. */
const fieldOf: Record<string, string> = { hso_function: 'functions', pillar: 'pillars', issue: 'issues', service_term: 'terms' };

function Indicators({ edit }: { edit: Editing }) {
  const value = part(edit.draft['indicators']);
  const set = (name: string, v: string) => edit.set('indicators', { ...value, [name]: v === '' ? '' : Number(v) }, `indicators.${name}`);
  return (
    <fieldset class="stack" id="field-indicators">
      <legend class="label">{t('field.indicators')}</legend>
      <p class="small quiet">{t('help.indicators')}</p>
      <div class="choices">{indicators.map((name) => <Text key={name} id={`field-indicators-${name}`} label={named('indicator', name)} type="decimal" value={text(value[name])} error={errorOf(edit.fault, `indicators.${name}`)} onInput={(v) => set(name, v)} />)}</div>
    </fieldset>
  );
}

function NeedFields({ edit }: { edit: Editing }) {
  return (
    <>
      <RegionField field="region" edit={edit} required />
      <p class="small quiet" id="need-about">{t('help.needAbout')}</p>
      <Codes field="functions" taxonomy="hso_function" edit={edit} />
      <Codes field="pillars" taxonomy="pillar" edit={edit} />
      <Codes field="issues" taxonomy="issue" edit={edit} />
      <Codes field="terms" taxonomy="service_term" edit={edit} />
      <fieldset class="stack tight"><legend class="label">{t('needForm.howMany')}</legend><p class="small quiet">{t('help.needCounts')}</p><Counted names={['women', 'men', 'unknown']} edit={edit} /></fieldset>
      <Line field="year" edit={edit} type="number" required help={t('help.year')} />
      <Choice field="sector" edit={edit} options={optionsOf('sector')} any={t('needForm.anySector')} />
      <details class="several"><summary>{t('organizationForm.more')}</summary><Indicators edit={edit} /></details>
      <ProvenanceFields edit={edit} />
    </>
  );
}

/** Back to the cell of the coverage that it was opened from. */
const home = (): Route => to('coverage', undefined, route.value.query);
const form: FormOf = {
  kind: 'need', title: { create: 'needForm.new', change: 'needForm.change' }, remove: 'needForm.remove', removeHelp: 'form.removeHelpOther', after: home, back: home,
  fields: (edit) => <NeedFields edit={edit} />,
};

/** Records how many home workers need something in a region, as one source estimated it for one year. */
export function NeedForm({ id }: { id?: string }) {
  const { axis, cell } = readQuestion(route.value.query);
  const about = cell && fieldOf[axis] ? { [fieldOf[axis]]: [cell.term] } : {};
  const fresh = { year: Number(today().slice(0, 4)), provenance: {}, ...(cell ? { region: cell.region, ...about } : {}) };
  return <ElementForm of={form} id={id} fresh={fresh} context={cell ? `${axis}|${cell.region}|${cell.term}` : ''} />;
}

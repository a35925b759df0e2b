import { type Route, route, to } from '../../network/route';
import { today } from '../../network/day';
import { t } from '../../words';
import { ElementForm, type FormOf } from '../editing/ElementForm';
import { Group } from '../editing/Group';
import { InnerLine, innerOf } from '../editing/inner';
import { Choice, Codes, Counted, type Editing, Line, RegionField } from '../editing/parts';
import { ProvenanceFields } from '../editing/Provenance';
import { optionsOf } from '../search/pick';
import { readQuestion } from './question';

const indicators = ['knowledge', 'access', 'choices', 'support', 'discrimination'] as const;
/** The part of a need that says what it is about, by the axis of the coverage. The kind of actor says nothing of a need. */
const fieldOf: Record<string, string> = { hso_function: 'functions', pillar: 'pillars', issue: 'issues', service_term: 'terms' };

function Indicators({ edit }: { edit: Editing }) {
  const of = innerOf(edit, 'indicators');
  return (
    <Group title={t('field.indicators')} fields={['indicators']} edit={edit} help={t('help.indicators')}>
      <div class="choices">{indicators.map((name) => <InnerLine key={name} of={of} name={name} type="decimal" />)}</div>
    </Group>
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
      <Indicators edit={edit} />
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

/** Records how many home workers need something in a region (wilayah, or that of the cell), as one source estimated it for one year. */
export function NeedForm({ id }: { id?: string }) {
  const { query } = route.value;
  const { axis, cell } = readQuestion(query);
  const where = cell?.region ?? query['wilayah'];
  const about = cell && fieldOf[axis] ? { [fieldOf[axis]]: [cell.term] } : {};
  const fresh = { year: Number(today().slice(0, 4)), provenance: {}, ...(where ? { region: where } : {}), ...about };
  return <ElementForm of={form} id={id} fresh={fresh} context={cell ? `${axis}|${cell.region}|${cell.term}` : where ?? ''} />;
}

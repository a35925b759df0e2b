import { Icon } from '../../ui/Icon';
import { Check } from '../../ui/Fields';
import { t } from '../../words';
import { type Draft, parts, text } from '../editing/draft';
import { errorOf, fieldId } from '../editing/FormFrame';
import { Between, type Editing, RegionOf } from '../editing/parts';

/** Villages hold nothing that a statement could count for. */
const holdsOthers = (code: string) => code !== '' && code.split('.').length < 4;

interface Row { area: Draft; index: number; alone: boolean; edit: Editing; change: (area: Draft) => void; remove: () => void }

function AreaRow({ area, index, alone, edit, change, remove }: Row) {
  const at = (inner: string) => `areas[${index}].${inner}`;
  const code = text(area['region']);
  const count = index + 1;
  return (
    <fieldset class="stack area" id={fieldId(`areas[${index}]`)} tabIndex={-1}>
      <legend class="small">{t('form.nth', { what: t('serviceForm.area'), count })}</legend>
      <RegionOf id={fieldId(at('region'))} label={t('field.region')} code={code} error={errorOf(edit.fault, at('region'))} onChange={(region) => change({ ...area, region })} />
      {holdsOthers(code) && <Check label={t('serviceForm.withSub')} help={t('help.withSubregions')} checked={area['withSubregions'] === true} onChange={(on) => change({ ...area, withSubregions: on })} />}
      <Between id={fieldId(at('valid'))} value={area['valid']} error={errorOf(edit.fault, at('valid'))} onChange={(valid) => change({ ...area, valid })} />
      {!alone && <p><button type="button" class="button small" onClick={remove}><Icon name="close" size={14} />{t('serviceForm.removeArea', { count })}</button></p>}
    </fieldset>
  );
}

/** The regions that a service says it reaches, each with its validity; without one it counts nowhere. */
export function AreaFields({ edit }: { edit: Editing }) {
  const areas = parts(edit.draft['areas']);
  const set = (next: Draft[], mends = 'areas') => edit.set('areas', next, mends);
  const add = () => {
    set([...areas, {}]);
    requestAnimationFrame(() => document.getElementById(fieldId(`areas[${areas.length}].region`))?.focus());
  };
  return (
    <fieldset class="stack" id="field-areas" tabIndex={-1}>
      <legend class="label">{t('field.areas')}</legend>
      <p class="small quiet">{t('help.areas')}</p>
      {areas.map((area, index) => (
        <AreaRow
          key={index} area={area} index={index} alone={areas.length === 1} edit={edit} remove={() => set(areas.filter((_, i) => i !== index))}
          change={(changed) => set(areas.map((one, i) => (i === index ? changed : one)), `areas[${index}]`)}
        />
      ))}
      <p><button type="button" class="button" onClick={add}><Icon name="plus" size={16} />{t('serviceForm.addArea')}</button></p>
    </fieldset>
  );
}

import { Check } from '../../ui/Fields';
import { t } from '../../words';
import { text } from '../editing/draft';
import { errorOf, fieldId } from '../editing/FormFrame';
import type { Inner } from '../editing/inner';
import { Between, type Editing, RegionOf } from '../editing/parts';
import { Rows } from '../editing/Rows';

/** Villages hold nothing that a statement could count for. */
const holdsOthers = (code: string) => code !== '' && code.split('.').length < 4;

function Area({ of: { path, value, fault, change } }: { of: Inner }) {
  const code = text(value['region']);
  const at = (name: string) => `${path}.${name}`;
  const set = (name: string, to: unknown) => change({ ...value, [name]: to }, at(name));
  return (
    <>
      <RegionOf id={fieldId(at('region'))} label={t('field.region')} code={code} error={errorOf(fault, at('region'))} onChange={(region) => set('region', region)} />
      {(holdsOthers(code) || value['withSubregions'] === true) && <Check id={fieldId(at('withSubregions'))} label={t('serviceForm.withSub')} help={t('help.withSubregions')} checked={value['withSubregions'] === true} onChange={(on) => set('withSubregions', on)} />}
      <Between path={at('valid')} value={value['valid']} fault={fault} onChange={(valid) => set('valid', valid)} />
    </>
  );
}

/** The regions that a service says it reaches, each with its validity; without one it counts nowhere. */
export function AreaFields({ edit }: { edit: Editing }) {
  return (
    <Rows field="areas" edit={edit} what={t('serviceForm.area')} help={t('help.areas')} add={t('serviceForm.addArea')} remove={(count) => t('serviceForm.removeArea', { count })} first="region" least={1}>
      {(row) => <Area of={row} />}
    </Rows>
  );
}

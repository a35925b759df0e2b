import { useEffect, useRef } from 'preact/hooks';
import { organizationPage, regionPath } from '../../api/questions';
import type { Region } from '../../api/shapes';
import { useAnswer } from '../../network/asking';
import { route } from '../../network/route';
import { type Picking, picking, sheet } from '../../network/state';
import { Icon } from '../../ui/Icon';
import { Check, Numeric } from '../../ui/Fields';
import { Opening } from '../../ui/Opening';
import { focusWhenThere } from '../../ui/focus';
import { degrees, t } from '../../words';
import { figure, part, text } from '../editing/draft';
import { ElementForm, type FormOf } from '../editing/ElementForm';
import { errorOf } from '../editing/FormFrame';
import { Choice, type Editing, Line, RegionField, Tick } from '../editing/parts';
import { ProvenanceFields } from '../editing/Provenance';
import { Owner } from './Owner';
import { useRegionPath } from '../search/pick';
import { precisions, seenAs } from './seen';
import { PointDoubt, doubted } from './PointDoubt';
import { homeOf, ownerOf } from './UnitForm';

const roughly = (value: number) => Math.round(value * 100_000) / 100_000;

/** How near the map goes to where a region is about. */
const zooms = { province: 7, regency: 10, district: 12, village: 14 } as const;

/** Where the map begins without a point: at the region, or at the next one that holds it whose place is known. */
export function beginAt(path: Region[]): { longitude: number; latitude: number; zoom: number } | undefined {
  const known = path.findLast((one) => one.point);
  return known?.point && { longitude: known.point.longitude, latitude: known.point.latitude, zoom: zooms[known.level] };
}

/** The map comes forward, and the form waits with all that is entered: nothing in it can be pressed, so that it is not saved without the point. */
function usePicking(edit: Editing, path: Region[] | undefined) {
  const { longitude, latitude } = part(edit.draft['point']);
  const code = text(edit.draft['region']);
  const begun = useRef<Picking>(undefined);
  // Whoever leaves the form has no point to pick any more.
  useEffect(() => () => { if (picking.peek() === begun.current && begun.current) { picking.value = undefined; begun.current.settle(undefined); } }, []);
  return async () => {
    const before = sheet.value;
    const stated = typeof longitude === 'number' && typeof latitude === 'number';
    // What was chosen a moment ago is waited for: without it the map would begin in the middle of the country.
    const known = path ?? (code && !stated ? await regionPath(code).then(({ items }) => items, () => []) : []);
    const start = stated ? { longitude, latitude, zoom: 15 } : beginAt(known) ?? { longitude: 118, latitude: -2.5, zoom: 4 };
    sheet.value = 'peek';
    picking.value = begun.current = {
      from: start,
      settle: (point) => {
        sheet.value = before;
        if (point) edit.set('point', { longitude: roughly(point.longitude), latitude: roughly(point.latitude) });
        focusWhenThere('field-point');
      },
    };
  };
}

/** The two numbers of the point. What is wrong with one stands beside it; what is wrong with the two together, once above both. */
function Coordinates({ edit }: { edit: Editing }) {
  const point = part(edit.draft['point']);
  const { derived: _, ...placed } = point;
  const both = edit.fault?.problem.errors?.some((e) => e.field === 'point') ? errorOf(edit.fault, 'point') : undefined;
  const coordinate = (name: 'latitude' | 'longitude') => (
    <Numeric
      id={`field-point-${name}`} label={t(`field.${name}`)} type="decimal" value={figure(point[name])} error={errorOf(edit.fault, `point.${name}`)} shared={both && 'field-point-error'}
      onInput={(v) => edit.set('point', { ...placed, [name]: v }, both ? 'point' : `point.${name}`)}
    />
  );
  return (
    <Opening when={errorOf(edit.fault, 'point') !== undefined} summary={t('placeForm.typePoint')}>
      {both && <p class="error" id="field-point-error">{both}</p>}
      <div class="choices">{coordinate('latitude')}{coordinate('longitude')}</div>
    </Opening>
  );
}

function PointField({ edit }: { edit: Editing }) {
  const path = useRegionPath(text(edit.draft['region'])).data?.items;
  const pick = usePicking(edit, path);
  const { latitude, longitude } = part(edit.draft['point']);
  const stated = text(latitude) !== '' || text(longitude) !== '';
  return (
    <fieldset class="stack tight" aria-describedby="field-point-help">
      <legend class="label">{t('field.point')}</legend>
      <p class="small quiet" id="field-point-help">{t('help.point')}</p>
      <p class="row">
        <button type="button" class="button" id="field-point" onClick={pick}><Icon name="region" size={18} />{t(stated ? 'placeForm.moveOnMap' : 'placeForm.pickOnMap')}</button>
        {stated && <button type="button" class="button" onClick={() => edit.set('point', undefined)}>{t('placeForm.noPoint')}</button>}
      </p>
      {typeof latitude === 'number' && typeof longitude === 'number' && <p class="small" role="status">{t('placeForm.pointAt', { latitude: degrees(latitude), longitude: degrees(longitude) })}</p>}
      <PointDoubt edit={edit} path={path} />
      <Coordinates edit={edit} />
    </fieldset>
  );
}

/** The owner's units, and how precisely the owner itself is told: a place is told no finer. */
function useOwner(edit: Editing) {
  const owner = text(edit.draft['organization']);
  const answer = useAnswer(owner ? `organization/${owner}` : undefined, (stop) => organizationPage(owner, stop));
  return { units: (answer.data?.units ?? []).map((u) => ({ value: u.id, label: u.name })), precision: answer.data?.organization.precision, known: owner === '' || answer.data !== undefined };
}

function PlaceFields({ edit }: { edit: Editing }) {
  const owner = useOwner(edit);
  const home = edit.draft['home'] === true;
  const stated = text(edit.draft['precision']);
  const seen = seenAs(stated, home, owner.precision);
  // A home that was to be shown to the point is shown no finer than its village; the choice goes back to what is right for a home.
  const mark = (on: boolean) => { edit.set('home', on); if (on && stated === 'exact') edit.set('precision', ''); };
  // Nothing finer than the organization is told, so nothing finer is offered; what is stored stays choosable.
  const options = precisions.filter((p) => p === stated || ((!home || p !== 'exact') && seenAs(p, false, owner.precision) === p)).map((p) => ({ value: p, label: t(`precision.${p}`) }));
  return (
    <>
      <Owner edit={edit} />
      <Line field="name" edit={edit} help={t('help.placeName')} />
      <RegionField field="region" edit={edit} required help={t('help.placeRegion')} />
      <Check id="field-home" label={t('field.home')} help={t('help.home')} checked={home} onChange={mark} />
      <PointField edit={edit} />
      <Choice field="precision" edit={edit} options={options} any={t('precision.default')} help={t(home ? 'help.precisionHome' : 'help.precisionPlace')} />
      {owner.known && <p class="note small" role="status"><Icon name="person" size={18} /><span>{t(`placeForm.seen.${seen}`)}{seen !== 'exact' && seen === owner.precision && <span class="block">{t('placeForm.seenAsOwner')}</span>}</span></p>}
      <Line field="address" edit={edit} long help={t(seen === 'exact' ? 'help.addressOpen' : 'help.address')} />
      <Tick field="main" edit={edit} help={t('help.main')} />
      {owner.units.length > 0 && <Choice field="unit" edit={edit} options={owner.units} any={t('placeForm.wholeOrganization')} />}
      <ProvenanceFields edit={edit} />
    </>
  );
}

const form: FormOf = {
  kind: 'place', title: { create: 'placeForm.new', change: 'placeForm.change' }, remove: 'placeForm.remove', removeHelp: 'form.removeHelpOther', after: homeOf, back: homeOf,
  about: ownerOf, doubt: doubted, fields: (edit) => <PlaceFields edit={edit} />,
};

/** Adds a place of an organization, by region and by a point on the map, or changes one. */
export function PlaceForm({ id }: { id?: string }) {
  const { organisasi = '' } = route.value.query;
  return <ElementForm of={form} id={id} fresh={{ provenance: {}, ...(organisasi ? { organization: organisasi } : {}) }} context={organisasi} />;
}

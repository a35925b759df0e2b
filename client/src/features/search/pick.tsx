import { organizationPage, regionPath, regions, search } from '../../api/questions';
import { type Answer, useAnswer } from '../../network/asking';
import { taxonomy } from '../../network/state';
import { type Choice, Combo } from '../../ui/Combo';
import { focusWhenThere } from '../../ui/focus';
import { Icon } from '../../ui/Icon';
import { Named } from '../../ui/Row';
import { Sign } from '../../ui/Sign';
import { t } from '../../words';
import { calledOf } from './FoundLine';
import { among } from './spots';

async function findOrganizations(q: string, stop: AbortSignal): Promise<Choice[]> {
  const { items } = await search(q, 8, stop, 'organization');
  return items.map((f) => ({ id: f.id, name: calledOf(f), about: f.context, sign: f.family ? <Sign family={f.family} label /> : undefined }));
}

const ofKind = 'actor_kind:';

/** The kinds of organization that are called what was typed. */
const kindsCalled = (q: string): Choice[] => among([], q).filter((hit) => hit.kind === 'term' && hit.id.startsWith(ofKind))
  .map(({ id, name }) => ({ id, name, about: t('choose.anyOfKind'), sign: <Icon name="legend" size={18} /> }));

async function findRegions(q: string, stop: AbortSignal): Promise<Choice[]> {
  const { items } = await search(q, 8, stop, 'region');
  return items.map((r) => ({ id: r.id, name: r.name, about: [r.level && t(`region.${r.level}`), r.context, r.id].filter(Boolean).join(' · '), sign: <Icon name="region" size={18} /> }));
}

/** Nobody has the id that was asked about; the field that it stands in says so, and once is enough. */
export const isUnknown = ({ fault }: Pick<Answer<unknown>, 'fault'>) => fault?.status === 404;

/** `onKind` takes a kind of organization in place of one: whoever types what people call a kind means anybody of it. */
/** `next` is the id of what the focus goes to once one is chosen. */
interface Picked { next?: string; onKind?: (code: string) => void; id: string; label: string; chosen: string | undefined; required?: boolean; error?: string | undefined; onChoose: (id: string) => void; onClear?: () => void }

/** Shows who is chosen, or a field to choose. */
export function OrganizationPicker({ id, label, chosen, required, error, next, onChoose, onClear, onKind }: Picked) {
  const choose = (c: Choice) => {
    if (next) focusWhenThere(next);
    if (onKind && c.id.startsWith(ofKind)) onKind(c.id.slice(ofKind.length)); else onChoose(c.id);
  };
  const clear = onClear && (() => { focusWhenThere(id); onClear(); });
  const answer = useAnswer(chosen ? `organization/${chosen}` : undefined, (stop) => organizationPage(chosen ?? '', stop));
  if (chosen && answer.data) {
    return (
      <div class="field">
        <span class="label">{label}</span>
        <div class="row apart picked" id={id} tabIndex={-1}><Named organization={answer.data.organization} />{clear && <button type="button" class="plain" onClick={clear}>{t('choose.change')}</button>}</div>
        {error && <p class="error">{error}</p>}
      </div>
    );
  }
  return <Combo id={id} label={label} hint={t('choose.hint')} {...(required ? { required } : {})} error={error ?? (chosen && answer.fault ? (answer.fault.status === 404 ? t('choose.unknown') : answer.fault.message) : undefined)} find={async (q, stop) => [...(onKind ? kindsCalled(q) : []), ...(await findOrganizations(q, stop))]} onChoose={choose} />;
}

interface PickRegion { id: string; label: string; text: string; required?: boolean; help?: string; error?: string | undefined; onChoose: (code: string, name: string) => void; onEmpty?: () => void }

export function RegionPicker({ onChoose, ...rest }: PickRegion) {
  return <Combo {...rest} hint={t('choose.place')} find={findRegions} onChoose={(c) => onChoose(c.id, c.name)} />;
}

export const optionsOf = (name: string) => taxonomy(name).map((term) => ({ value: term.code, label: term.label }));

/** A region and what it lies in, the province first; nothing is asked without a code. */
export const useRegionPath = (code: string) => useAnswer(code ? `region-path/${code}` : undefined, (stop) => regionPath(code, stop));

/** The 38 provinces, asked once. */
export function useProvinces() {
  const answer = useAnswer('provinces', (stop) => regions({ level: 'province', limit: 100 }, stop));
  return (answer.data?.items ?? []).map((r) => ({ value: r.id, label: r.name })).sort((a, b) => a.label.localeCompare(b.label));
}

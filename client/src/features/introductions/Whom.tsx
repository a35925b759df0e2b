import { useKept } from '../../network/visits';
import { Select } from '../../ui/Fields';
import { t } from '../../words';
import { OrganizationPicker, optionsOf, useProvinces } from '../search/pick';

interface Props { query: Record<string, string>; change: (values: Record<string, string | undefined>) => void }

function OfKind({ query, change }: Props) {
  const provinces = useProvinces();
  return (
    <div class="choices">
      <Select id="i-kind" label={t('introductions.kind')} value={query['jenis'] ?? ''} any={t('choose.any')} options={optionsOf('actor_kind')} onChange={(v) => change({ jenis: v, ke: undefined })} />
      <Select id="i-sector" label={t('introductions.sector')} value={query['sektor'] ?? ''} any={t('choose.any')} options={optionsOf('sector')} onChange={(v) => change({ sektor: v, ke: undefined })} />
      <Select id="i-region" label={t('introductions.region')} value={query['wilayah'] ?? ''} any={t('choose.any')} options={provinces} onChange={(v) => change({ wilayah: v, ke: undefined })} />
    </div>
  );
}

/** One organization, or the nearest of a kind. */
export function Whom({ query, change }: Props) {
  const [kind, keep] = useKept('whom', query['ke'] === undefined && (query['jenis'] ?? query['sektor']) !== undefined);
  const choose = (ofKind: boolean) => {
    change(ofKind ? { ke: undefined } : { jenis: undefined, sektor: undefined, wilayah: undefined });
    keep(ofKind);
  };
  return (
    <>
      <fieldset class="switch">
        <legend>{t('introductions.how')}</legend>
        <label><input type="radio" name="whom" checked={!kind} onChange={() => choose(false)} />{t('introductions.toOne')}</label>
        <label><input type="radio" name="whom" checked={kind} onChange={() => choose(true)} />{t('introductions.toKind')}</label>
      </fieldset>
      {kind ? <OfKind query={query} change={change} /> : <OrganizationPicker id="introductions-to" label={t('introductions.to')} chosen={query['ke']} onChoose={(id) => change({ ke: id, jenis: undefined })} onKind={(jenis) => { change({ jenis, ke: undefined }); keep(true); }} onClear={() => change({ ke: undefined })} />}
    </>
  );
}

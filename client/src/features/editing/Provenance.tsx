import { Opening } from '../../ui/Opening';
import { t } from '../../words';
import { InnerLine, InnerTick, innerOf } from './inner';
import type { Editing } from './parts';

/** Source and date of the last check; every fact carries them, and says whether it is doubtful or invented. */
export function ProvenanceFields({ edit }: { edit: Editing }) {
  const provenance = innerOf(edit, 'provenance');
  const { unverified, example } = provenance.value;
  return (
    <>
      <InnerLine of={provenance} name="source" required help={t('help.source')} />
      <InnerLine of={provenance} name="sourceUrl" type="url" />
      <InnerLine of={provenance} name="lastVerified" type="date" help={t('help.lastVerified')} />
      <Opening when={unverified === true || example === true} summary={t('form.marks')}>
        <div class="stack">
          <InnerTick of={provenance} name="unverified" help={t('help.unverified')} />
          <InnerTick of={provenance} name="example" help={t('help.example')} />
        </div>
      </Opening>
    </>
  );
}

import { t } from '../../words';
import { InnerLine, InnerTick, innerOf } from './inner';
import { Counted, type Editing } from './parts';

/** How many belong to it, as counts with their day and source; small ones are held back unless it published them itself. */
export function Members({ edit }: { edit: Editing }) {
  const members = innerOf(edit, 'members');
  return (
    <fieldset class="stack" id="field-members" tabIndex={-1}>
      <legend class="label">{t('field.members')}</legend>
      <p class="small quiet">{t('help.members')}</p>
      <Counted field="members" names={['women', 'men', 'other', 'unknown']} edit={edit} within={members.value} />
      <InnerLine of={members} name="date" type="date" />
      <InnerLine of={members} name="source" />
      <InnerTick of={members} name="published" help={t('help.published')} />
    </fieldset>
  );
}

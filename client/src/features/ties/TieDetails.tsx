import type { Organization } from '../../api/shapes';
import { t } from '../../words';
import { Group } from '../editing/Group';
import { InnerChoice, InnerLine, innerOf } from '../editing/inner';
import { type Editing, Line } from '../editing/parts';

const bases = ['unknown', 'piece', 'time', 'contract'] as const;

/** What both have put in writing. */
export function AgreementFields({ edit }: { edit: Editing }) {
  const agreement = innerOf(edit, 'agreement');
  return (
    <Group title={t('field.agreement')} fields={['agreement']} edit={edit} help={t('help.agreement')}>
      <InnerLine of={agreement} name="kind" help={t('help.agreementKind')} />
      <InnerLine of={agreement} name="number" />
      <div class="choices">
        <InnerLine of={agreement} name="signed" type="date" />
        <InnerLine of={agreement} name="until" type="date" />
      </div>
      <InnerLine of={agreement} name="link" type="url" />
    </Group>
  );
}

/** Which side said yes, and when: a tie is official when both did. */
export function ConfirmationFields({ edit, from, end }: { edit: Editing; from: Organization | undefined; end: Organization | undefined }) {
  const label = (who: Organization | undefined) => (who ? { label: t('tieForm.confirmedBy', { name: who.name }) } : {});
  return (
    <Group title={t('tieForm.confirmations')} fields={['confirmedFrom', 'confirmedTo']} edit={edit} help={t('help.confirmations')}>
      <Line field="confirmedFrom" edit={edit} type="date" {...label(from)} />
      <Line field="confirmedTo" edit={edit} type="date" {...label(end)} />
    </Group>
  );
}

/** Work that goes down a supply chain, as counts only. */
export function SupplyFields({ edit }: { edit: Editing }) {
  const supply = innerOf(edit, 'supply');
  return (
    <Group title={t('field.supply')} fields={['supply']} edit={edit} help={t('help.supply')}>
      <InnerLine of={supply} name="product" help={t('help.product')} />
      <InnerLine of={supply} name="tier" type="number" help={t('help.tier')} />
      <InnerChoice of={supply} name="paymentBasis" absent="unknown" options={bases.map((b) => ({ value: b, label: t(`paymentBasis.${b}`) }))} />
      <div class="choices">
        <InnerLine of={supply} name="workersWomen" type="number" />
        <InnerLine of={supply} name="workersMen" type="number" />
      </div>
      <InnerLine of={supply} name="confidence" type="number" help={t('help.confidence')} />
    </Group>
  );
}

import type { Organization, TieSide } from '../../api/shapes';
import { today } from '../../network/day';
import { Select, Text } from '../../ui/Fields';
import { t } from '../../words';
import { text } from '../editing/draft';
import { Group } from '../editing/Group';
import { InnerChoice, InnerLine, innerOf } from '../editing/inner';
import type { Editing } from '../editing/parts';
import { isOwn, statementOf, statementsOf, withStatement } from './sides';

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

interface Ends { edit: Editing; from: Organization | undefined; end: Organization | undefined }

/** Who says that a new tie is there: one of its sides, or the source that is named with it. */
export function ProposerField({ edit, from, end }: Ends) {
  const statements = statementsOf(edit.draft);
  const own = statements.find(isOwn);
  const side = own?.['side'] === 'to' ? 'to' : 'from';
  const say = (of: TieSide | undefined, word: string) => edit.set('statements', of ? withStatement(statements.filter((one) => !isOwn(one)), of, { says: 'confirmed', day: today(), way: 'product', ...(word ? { word } : {}) }) : statements.filter((one) => !isOwn(one)));
  const options = [{ value: 'from', who: from }, { value: 'to', who: end }].flatMap(({ value, who }) => (who ? [{ value, label: t('tieForm.saidBy', { name: who.name }) }] : []));
  const word = text(own?.['word']);
  return (
    <>
      <Select id="field-proposer" label={t('tieForm.whoSays')} value={own ? side : ''} any={t('tieForm.source')} options={options} onChange={(chosen) => say(chosen === 'from' || chosen === 'to' ? chosen : undefined, word)} />
      {own && <Text id="field-proposer-word" label={t('statement.word')} help={t('state.wordHelp')} value={word} onInput={(value) => say(side, value)} />}
    </>
  );
}

/** The day on which a side confirmed, as far as a source tells it; what a side said itself stands on the page of the tie. */
export function ConfirmationFields({ edit, from, end }: Ends) {
  const statements = statementsOf(edit.draft);
  const field = (side: TieSide, who: Organization | undefined) => !isOwn(statementOf(edit.draft, side)) && (
    <Text
      id={`field-confirmed-${side}`} type="date" label={t('tieForm.bySource', { name: who?.name ?? t(`side.${side}`) })} value={text(statementOf(edit.draft, side)?.['day'])}
      onInput={(day) => edit.set('statements', withStatement(statements, side, day ? { says: 'confirmed', day, way: 'source' } : undefined))}
    />
  );
  return (
    <Group title={t('tieForm.confirmations')} fields={['statements']} edit={edit} help={t('help.confirmations')}>
      {statements.some(isOwn) && <p class="small">{t('tieForm.statedElsewhere')}</p>}
      {field('from', from)}
      {field('to', end)}
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
